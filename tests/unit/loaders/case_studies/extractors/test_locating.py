"""Where quoted words stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.case_studies.extractors.contract import Piece, Quoted
from loaders.case_studies.extractors.locating import located

LINES = [
    "| 主体 | 市社協、ＮＰＯ法人 あおぞら | -(※) |",
    "・地域ニ- ズの把 握のため<br>**サロン**を開く",
    "・サロンを開く。①と②",
    "・＊＊＊＊さんが配食を手伝う",
]


def pieces() -> list[Piece]:
    return [Piece(line=number, start=0, end=len(raw), masked=raw) for number, raw in enumerate(LINES, start=1)]


@pytest.mark.parametrize(
    ("line", "quote", "where"),
    [
        (1, "市社協", (1, "市社協")),
        (1, "NPO法人あおぞら", (1, "ＮＰＯ法人 あおぞら")),
        (2, "地域ニーズの把握", (2, "地域ニ- ズの把 握")),
        (2, "サロンを開く", (2, "サロン**を開く")),
        (3, "サロンを開く", (3, "サロンを開く")),
        (1, "サロンを開く", (2, "サロン**を開く")),
        (4, "サロンを開く", (3, "サロンを開く")),
        (4, "＊＊＊＊さんが配食", (4, "＊＊＊＊さんが配食")),
        (4, "  配食を手伝う ", (4, "配食を手伝う")),
    ],
)
def test_the_words_are_found_in_the_named_line_or_the_nearest(line: int, quote: str, where: tuple[int, str]) -> None:
    """As they are, or as both read when cleaned; the raw characters are quoted."""
    found = located(pieces(), Quoted(line=line, quote=quote))
    assert found is not None
    assert (found.line, found.quote) == where
    assert LINES[found.line - 1][found.places[0][0] : found.places[-1][1]] == found.quote


@pytest.mark.parametrize(
    ("line", "quote"),
    [(1, "社会福祉協議会"), (9, "市社協"), (1, "社"), (1, ""), (1, "   "), (4, "＊＊＊＊"), (2, "市社協" * 300), (10**30, "市社協")],
)
def test_what_stands_nowhere_near_is_not_found(line: int, quote: str) -> None:
    """Other words, a line far away, a single character, nothing but masked ones, more than anybody quotes."""
    assert located(pieces(), Quoted(line=line, quote=quote)) is None


def test_words_of_another_cell_are_not_found() -> None:
    """Of a table with several regions a case has only its own cells."""
    raw = LINES[0]
    own = [Piece(line=1, start=1, end=raw.index("市社協"), masked=raw)]
    assert located(own, Quoted(line=1, quote="主体")) is not None
    assert located(own, Quoted(line=1, quote="市社協")) is None


@given(st.text(alphabet="市社協サロ-ン ー　*<b>。、①ｻﾛﾝﾞ＊", min_size=2, max_size=30), st.integers(0, 28), st.integers(2, 12))
def test_every_piece_of_a_line_that_has_words_is_found_in_it(raw: str, start: int, length: int) -> None:
    """A quotation copied from the line is found, and what is found are characters of the line."""
    quote = raw[start : start + length].strip()
    found = located([Piece(line=1, start=0, end=len(raw), masked=raw)], Quoted(line=1, quote=quote))
    if found is not None:
        assert raw[found.places[0][0] : found.places[-1][1]] == found.quote != ""
    elif len(quote) > 1 and not set("<*＊") & set(raw):
        assert not any("ァ" <= character <= "ヺ" or "一" <= character <= "龯" for character in quote)
