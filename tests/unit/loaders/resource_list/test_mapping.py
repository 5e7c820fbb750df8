"""A mapping as YAML: what goes out comes back, and what cannot be meant is refused with the place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import LoadStopped
from graph.messages import LANGUAGES
from loaders.resource_list.mapping import ListMapping, as_yaml, kept, mapping_of

STRANGE = (
    *("yes", "no", "NULL", "~", "12:30", "2026-13-45", "2026-04-01", "10", "1.0", "0o7", "=", "<<"),
    *("a: b", "'q'", '"dq"', "改\n行", "改\r\n行", "a\tb", "😀", "#備考", "- x", "? y", "{a}", "[b]", "&a", "*b", "!t", "%d", "@a", "`b"),
    *("対象　地区", "ゼロ\u200b幅", "\u2028行", " 前", "後 ", "長" * 1_500, "x" * 5_000),
)
"""Heads that YAML would read as something else, or that take more than a line."""


def refused(text: str) -> LoadStopped:
    with pytest.raises(LoadStopped) as stopped:
        mapping_of(text)
    return stopped.value


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_head_comes_back_as_it_was(language: str) -> None:
    """Heads that look like numbers, dates, truth values or YAML itself are words."""
    mapping = ListMapping(
        columns={"名称": "name", **dict.fromkeys(STRANGE, "ignore")}, dataset="on", sheet="2026-01-01", municipality="三重県伊賀市"
    )

    assert mapping_of(as_yaml(mapping, language)) == mapping
    assert mapping_of(kept(mapping)) == mapping


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), unique=True))
def test_any_heads_come_back(heads: list[str]) -> None:
    """Whatever text a head is: nothing is typed, folded or lost."""
    mapping = ListMapping(columns={**dict.fromkeys(heads, "ignore"), "名称": "name"}, rows="body")

    assert mapping_of(as_yaml(mapping, "ja")) == mapping
    assert mapping_of(kept(mapping)) == mapping


def test_what_somebody_typed_is_taken_however_wide_it_is() -> None:
    """ＮＡＭＥ is name; a meaning left blank is not read; comments are none of the content."""
    mapping = mapping_of("# 説明\nrows: ＢＯＤＹ\nmunicipality: \ncolumns:\n  団体: ＮＡＭＥ  # 名称\n  備考:\n")

    assert mapping == ListMapping(columns={"団体": "name", "備考": "ignore"}, rows="body")


def test_a_tag_builds_nothing() -> None:
    """A tag of Python's is only text beside a word."""
    assert mapping_of("columns:\n  !!python/name:os.system 名称: !!python/name:os.system name\n").columns == {"名称": "name"}


@pytest.mark.parametrize(
    ("text", "key", "values"),
    [
        ("", "mapping_without_columns", {}),
        ("名称", "mapping_without_columns", {}),
        ("- 名称", "mapping_without_columns", {}),
        ("columns: name", "mapping_without_columns", {}),
        ("rows: both", "mapping_without_columns", {}),
        ("columns:\n  名称：name\n", "mapping_without_columns", {}),
        ("columns:\n  名称：name\n  住所: address\n", "mapping_not_yaml", {"line": 3}),
        ("columns:\n  名称: name: x\n", "mapping_not_yaml", {"line": 2}),
        ("columns:\n  名称: [name]\n", "mapping_not_yaml", {"line": 2}),
        ("columns:\n  [名称]: name\n", "mapping_not_yaml", {"line": 2}),
        ("columns:\n  名称: name\nsheet: [a]\n", "mapping_not_yaml", {"line": 3}),
        ("columns:\n\t名称: name\n", "mapping_not_yaml", {"line": 2}),
        ("a: \x00", "mapping_not_yaml", {"line": 1}),
        ("[" * 20_000, "mapping_not_yaml", {"line": 1}),
        ("columns:\n  名称: name\n---\nrows: both\n", "mapping_not_yaml", {"line": 3}),
        ("x" * 500_001, "mapping_too_long", {"limit": 500_000}),
        ("columns:\n  名称: name\n  名称: kana\n", "mapping_repeated", {"name": "名称", "line": 3}),
        ("columns:\n  名称: name\nrows: body\nrows: both\n", "mapping_repeated", {"name": "rows", "line": 4}),
        ("columns:\n  名称: name\n列: x\n", "mapping_unknown_key", {"keys": "列"}),
        ("columns:\n  名称: name\n  地区: place\n", "mapping_unknown_meaning", {"head": "地区", "meaning": "place"}),
        ("columns:\n  名称: name\nrows: group\n", "mapping_unknown_rows", {"rows": "group"}),
        ("columns:\n  名称: name\n  団体: name\n", "mapping_twice", {"meanings": "name"}),
        ("columns:\n  名称: ignore\n", "mapping_without_name", {}),
    ],
)
def test_what_cannot_be_meant_is_refused(text: str, key: str, values: dict[str, object]) -> None:
    """Each fault has its own word, and the line or the word where it stands."""
    stopped = refused(text)

    assert stopped.key == key
    assert values.items() <= stopped.values.items()


def test_references_to_references_are_not_followed() -> None:
    """A few lines that stand for billions are refused as they stand."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 20))]

    assert refused("\n".join([*lines, "columns:", "  名称: *a19"])).key == "mapping_unknown_key"
    assert refused("columns:\n  名称: &x [*x]\n").key == "mapping_not_yaml"
