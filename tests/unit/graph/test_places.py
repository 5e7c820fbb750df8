"""Places: kept in one form, worded in the reader's language."""

from datetime import date

import pytest

from graph.messages import Messages
from graph.places import UNITS, Place, place_of

JA, EN = Messages(("graph",), "ja"), Messages(("graph",), "en")


@pytest.mark.parametrize(
    ("place", "ja", "en"),
    [
        (Place.of(line=12), "12行目", "line 12"),
        (Place.of(page=3, line=12), "3ページ 12行目", "page 3, line 12"),
        (Place.of(page=3, table=2, row=4), "3ページ 表2 4行目", "page 3, table 2, row 4"),
        (Place.of(paragraph=14), "段落14", "paragraph 14"),
        (Place.of(footnote=2), "脚注2", "footnote 2"),
        (Place("三重県伊賀市, page 1, line 2"), "三重県伊賀市 1ページ 2行目", "三重県伊賀市, page 1, line 2"),
        (Place("行 4, 列 valid_to"), "行 4, 列 valid_to", "行 4, 列 valid_to"),
        (Place(""), "", ""),
        (Place.said("社協職員", date(2026, 11, 20)), "社協職員の話（2026-11-20）", "said by 社協職員 on 2026-11-20"),
        (
            Place.said("coordinator", date(2026, 11, 20)),
            "生活支援コーディネーターの話（2026-11-20）",
            "said by a coordinator on 2026-11-20",
        ),
    ],
)
def test_a_place_is_worded_in_each_language(place: Place, ja: str, en: str) -> None:
    """Units are words of the language; what another source says in its own words stays."""
    assert (place.worded(JA), place.worded(EN)) == (ja, en)


def test_both_languages_word_every_unit() -> None:
    """No unit is shown by its name."""
    for words in (JA, EN):
        assert all(words.knows(f"place.{unit}") for unit in UNITS)


def test_an_unknown_unit_is_an_error() -> None:
    """Nothing could word it."""
    with pytest.raises(ValueError, match="chapter"):
        Place.of(chapter=1)


def test_a_place_among_the_values_of_a_message_is_worded() -> None:
    """So that a message says where in the language in which it is said."""
    words = Messages(("loaders.case_studies", "graph"), "ja")
    assert words("case_studies.private_person", place=Place.of(page=2, line=3)).startswith("2ページ 3行目に")


def test_evidence_stands_at_its_place_else_at_its_line_else_in_its_cell() -> None:
    """The one that a person can find."""
    assert place_of({"place": "page 3, line 12", "line": 40}, EN) == "page 3, line 12"
    assert place_of({"place": None, "line": 40}, JA) == "40行目"
    assert place_of({"line": None, "row": 4, "column": "org_name"}, JA) == "4行目、org_nameの欄"
    assert place_of({}, JA) is None
