"""Damaged files: whatever happened to a report on its way, it is read or refused with its reason, and no quotation is wrong.

Each variant is made from a file, a kind of damage and a number; the same three give the same bytes.
"""

from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.loaders.case_studies.damaging import DAMAGES, Damage
from tests.unit.loaders.case_studies.outcomes import read_or_refused
from tests.unit.loaders.case_studies.reading import SAMPLES, nodes

ROOT = Path(__file__).parents[4]
REAL = ROOT.parent / "shared" / "seed" / "mhlw_coordinator_case_studies.md"
FILES = [
    ROOT / "loaders" / "example" / "regions.md",
    *(SAMPLES / name for name in ("two_columns.md", "narrative.md", "prose.txt", "records.md", "broken_words.md", "private_person.txt")),
    REAL,
]
COPIES = 2
"""Variants of each file and each kind of damage."""


@pytest.mark.parametrize("number", range(COPIES))
@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_damaged_file_is_read_or_refused(path: Path, damage: Damage, number: int) -> None:
    """No variant ends in anything but facts that are right or a refusal with its reason."""
    # Arrange
    if not path.is_file():
        pytest.skip(f"the real file is not beside this checkout: {path.name}")
    chance = Random(f"{path.name} {damage.__name__} {number}")  # noqa: S311 - no secret
    content = damage(path.read_text(encoding="utf-8"), chance)

    # Act
    outcome = read_or_refused(content, path.name)

    # Assert
    assert outcome.faults == ()


@pytest.mark.parametrize("number", range(30))
def test_a_file_that_was_damaged_twice_is_read_or_refused(number: int) -> None:
    """Two kinds of damage at once."""
    chance = Random(number)  # noqa: S311 - no secret
    path = chance.choice([path for path in FILES if path.is_file()])
    first, second = chance.sample(DAMAGES, 2)
    content = second(first(path.read_text(encoding="utf-8"), chance).decode(errors="replace"), chance)
    assert read_or_refused(content, path.name).faults == ()


def test_most_damage_leaves_something_to_read() -> None:
    """The variants are no mere refusals: where lines still stand, cases are still found."""
    text = FILES[0].read_text(encoding="utf-8")
    read = [
        read_or_refused(damage(text, Random(damage.__name__)), "regions.md")  # noqa: S311 - no secret
        for damage in DAMAGES
        if damage.__name__ not in {"in_utf16", "with_nuls", "only_a_piece", "garbled", "bytes_lost"}
    ]
    assert [one.faults for one in read if one.faults] == []
    assert all(one.made is not None and len(one.made.facts) > len(one.made.taken) for one in read)


@pytest.mark.parametrize(
    "content",
    [
        "## 三重県伊賀市\n\n- " + "市社協と自治会が配食サービスを行い、" * 3_000,
        "## 三重県伊賀市\n\n- " + "「自治会」が「サロン」を開き、" * 3_000,
        "## 三重県伊賀市\n\n- " + "（自治会" * 5_000,
        "## 三重県伊賀市\n\n- " + "自治会配食" * 20_000,
        "## 三重県伊賀市\n\n" + "自 治 会 - " * 10_000,
        "## 三重県伊賀市\n\n" + "●配食①" * 10_000,
        "## 三重県伊賀市\n\n" + "サ- " * 40_000,
        "## 三重県伊賀市\n\n" + "<" * 40_000,
        "## 三重県伊賀市\n\n" + "まちづくりファント助成、" * 5_000,
        "| 活動エリア | 三重県伊賀市 |\n|---|---|\n" + "| 取組 " * 20_000 + "|",
        "## 三重県伊賀市\n" * 20_000,
        "三重県" * 50_000,
    ],
    ids=("commas", "quotations", "brackets", "nouns", "spaces", "bullets", "hyphens", "tags", "misread", "pipes", "headings", "regions"),
)
def test_a_line_without_end_takes_no_time_without_end(content: str) -> None:
    """Sentences that lost their full stops, brackets that never close, marks without text: 50 pages and more in one line."""
    assert read_or_refused(content.encode(), "long.md").faults == ()


def test_a_sentence_that_is_too_long_is_read_in_parts() -> None:
    """What its beginning and its end state is read, each quoted at its place."""
    # Arrange
    text = "## 三重県伊賀市\n\n- 市社協が配食サービスを実施し、" + "そのほかいろいろなことがあり、" * 200 + "民生委員が朝市を実施。\n"

    # Act
    outcome = read_or_refused(text.encode(), "long.md")

    # Assert
    assert outcome.faults == ()
    assert outcome.made is not None
    assert {"配食サービス", "朝市"} <= set(nodes(outcome.made, "Service"))


@pytest.mark.parametrize(
    "text",
    [
        "令和6年13月45日",
        "平成31年2月30日現在",
        "令和0年0月0日",
        "人口" + "9" * 400 + "人",
        "高齢化率" + "9" * 400 + "%",
        "市内" + "9" * 5_000 + "地区で朝市を実施",
        "財源は県の地域づくり補助金1.2.3万円",
        "財源は県の地域づくり補助金" + "9" * 400 + "億円",
        "財源は県の地域づくり補助金99999999999999999999円",
        "平成٣年度の地域福祉計画",
    ],
)
def test_a_number_that_is_none_is_read_as_nothing(text: str) -> None:
    """Days that no calendar has and amounts that nobody has are no values; the rest of the line is read."""
    outcome = read_or_refused(f"## 三重県伊賀市\n\n- {text}\n- 市社協が配食サービスを実施\n".encode(), "numbers.md")
    assert outcome.faults == ()
    assert outcome.made is not None
    assert "配食サービス" in nodes(outcome.made, "Service")


WORDS = (
    *("市社協", "自治会", "NPO法人", "「ゆいの会」", "民生委員", "第2層協議体", "協議会", "委員会", "同会", "本会", "コーディネーター"),
    *("配食サービス", "サロン", "サ-ビス", "ニ- ズ", "ファント助成", "OB回", "(株)", "（以下「会」という）", "さん", "山田花子", "要介護2"),
    *("を", "が", "は", "に", "の", "と", "から", "へ", "で", "や", "等", "ほか", "による", "主体", "中心", "の協力により", "このため"),
    *("立ち上げ", "実施", "運営", "委託", "補助", "支援", "協働", "連携", "協定", "構成員は", "メンバー", "つなげ", "集まる", "困っている"),
    *("平成26年4月1日", "令和6年13月45日", "H25年度", "人口", "約1,838万円", "27.5%", "市内3地区", "和田地区", "団地", "島", "財源"),
    *("、", "。", "・", "①", "3①", "●", "-", "— ", "※", "→", "…", ":", "：", "=", "　", " ", "|", "（", "）", "(", ")", "「", "」", "『"),
    *("\n", "\n\n", "## ", "【", "】", "■", "Q.", "A.", "(1)", "1.1 ", "事例1", "<br>", "<", "**", "*", "ﾞ", "ー", "-(※)", "未実施", "👵"),
    *("\t", "\x0c", "\u2028", "0", "住民", "買い物", "を受けて", "計画", "校区", "\n## 青森県白波市\n"),
    "\n| 活動エリア | 青森県白波市 | 秋田県霞岳町 |\n|---|---|---|\n| ",
    "\n| 圏域 | 協議体名称 | 構成員 | 取組 |\n|---|---|---|---|\n| ",
    "\n| 人口 | 65歳以上 | 75歳以上 | 高齢化率 |\n|---|---|---|---|\n| ",
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS), max_size=40).map("".join))
def test_any_text_of_the_fields_words_is_read_or_refused(text: str) -> None:
    """Words of the field, marks and headings in any order: facts that are right, or a reason."""
    assert read_or_refused(f"## 山形県紅沢町\n{text}".encode(), "words.md").faults == ()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    """Whatever a file holds, alone or behind a heading that looks right."""
    assert read_or_refused(content, "bytes.txt").faults == ()
    assert read_or_refused("## 山形県紅沢町\n".encode() + content, "bytes.md").faults == ()
