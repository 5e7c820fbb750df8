"""Marks for what is missing: a blank, —, -% and -(※…) say different things, and none of them is a value."""

import pytest

from loaders.case_studies.missing import is_missing, meaning_of
from tests.unit.loaders.case_studies.reading import nodes, read_text


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("-(※)", "not_started"),
        ("-(※具体的な活動は今後進められる予定)", "not_started"),
        ("未実施(令和7年度から)", "not_started"),
        ("(検討中)", "not_started"),
        ("—", "not_stated"),
        ("－", "not_stated"),
        ("不明", "not_stated"),
        ("-%", "not_measured"),
        ("— %", "not_measured"),
        ("なし", "none"),
        ("該当なし", "none"),
        ("", None),
        ("　", None),
    ],
)
def test_each_mark_has_its_own_meaning(text: str, meaning: str | None) -> None:
    """A blank has none, and all of them hold nothing to read."""
    assert meaning_of(text) == meaning
    assert is_missing(text)


@pytest.mark.parametrize("text", ["-3.5%", "0", "0人", "町社協-民生委員", "なしの花の会", "(検討中)の配食"])
def test_a_value_is_no_mark(text: str) -> None:
    """0 is a value; a word that begins like a mark is a word."""
    assert not is_missing(text)


def test_the_report_keeps_the_meanings_apart() -> None:
    """One notice for each meaning with its label; a blank gives none; no fact comes of any of them."""
    # Act
    rows = [
        "| 項目 | 内容 |",
        "|---|---|",
        "| 高齢化率 | -% |",
        "| 協議体 | -(※) |",
        "| 人口 | — |",
        "| 取組 | |",
        "| 世帯数 | 1,203世帯 |",
    ]
    found = read_text("\n".join(["## 山形県紅沢町", *rows]))

    # Assert
    notices = {problem.code.removeprefix("case_studies.marked_"): problem for problem in found.problems if "marked_" in problem.code}
    assert {name: (one.place, one.values["count"], one.values["labels"]) for name, one in notices.items()} == {
        "not_measured": ("line 4", 1, "高齢化率"),
        "not_started": ("line 5", 1, "協議体"),
        "not_stated": ("line 6", 1, "人口"),
    }
    assert all(problem.kind == "warning" for problem in notices.values())
    assert not nodes(found, "Council")
