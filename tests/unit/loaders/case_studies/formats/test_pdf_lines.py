"""Lines of a PDF: glyphs of one height, with the spaces that are seen and without readings above them."""

import pytest

from loaders.case_studies.formats.pdf_characters import character
from loaders.case_studies.formats.pdf_lines import lines_of, pieces_of
from loaders.case_studies.formats.pdf_page import is_vertical
from tests.unit.loaders.case_studies.formats.glyphs import SIZE, glyphs, line


def test_glyphs_are_read_from_the_left_and_from_the_top() -> None:
    """The order in which a program drew them does not matter; a figure that stands a little lower is of the line."""
    lower = glyphs("12", x=70, base=101.5, size=9)
    drawn = [*glyphs("次の行", base=116), *lower, *glyphs("市の", x=50), *glyphs("人", x=80)]
    assert [found.text for found in lines_of(drawn, 1)] == ["市の12人", "次の行"]


def test_spaces_are_those_that_are_seen() -> None:
    """A narrow gap between wide characters is none, a wide one is a wide space, Latin words are parted; ends have none."""
    assert line("名__前").text == "名　前"
    assert line("市社協").text == "市社協"
    assert [found.text for found in lines_of([*glyphs("NPO"), *glyphs("Kids", x=68)], 1)] == ["NPO Kids"]
    assert line(" 会食 配食　").text == "会食 配食"
    # A space that is written narrow and moved is as wide as it looks.
    assert [found.text for found in lines_of([*glyphs("月 "), *glyphs("霞", x=70.5)], 1)] == ["月　霞"]


def test_readings_above_a_word_are_left_out() -> None:
    """Small kana right above larger characters say how they are read; a small line of its own stays."""
    word = glyphs("協議体を置く", base=100)
    reading = glyphs("きょうぎたい", x=50, base=90, size=5)
    assert [found.text for found in lines_of([*reading, *word], 1)] == ["協議体を置く"]
    note = glyphs("※町の調べ", x=50, base=90, size=5)
    assert [found.text for found in lines_of([*note, *word], 1)] == ["※町の調べ", "協議体を置く"]


def test_a_wide_gap_parts_a_line_into_pieces() -> None:
    """Two columns stand on one line of the page."""
    assert [piece.text for piece in pieces_of(line("左の列____右の列"))] == ["左の列", "右の列"]


def test_text_from_the_top_down_is_told_from_lines() -> None:
    """By where each character stands after the one before it."""
    column = [glyph for number, text in enumerate("縦書きの文章") for glyph in glyphs(text, x=200, base=100 + number * SIZE)]
    assert is_vertical(column)
    assert not is_vertical(glyphs("横書きの文章"))


@pytest.mark.parametrize(
    ("glyph", "font", "text"),
    [
        ("\u2f08", "ABCDEF+Noto", "人"),
        ("\u2ed1", "ABCDEF+Noto", "長"),
        ("\u2f3e", "ABCDEF+Noto", "戸"),
        ("\uf9b5", "Noto", "例"),
        ("\u2027", "Noto", "・"),
        ("\u301c", "Noto", "～"),
        ("\ufa19", "Noto", "\ufa19"),
        ("l", "ABCDEF+Wingdings-Regular", "●"),
        ("\uf0b7", "Symbol", "•"),
        ("(cid:12)", "Noto", "\ufffd"),
        ("\u00ad", "Noto", "-"),
        ("\u200b", "Noto", ""),
        ("fi", "Noto", "fi"),
        ("<", "Noto", "＜"),
        ("人", "Noto", "人"),
    ],
)
def test_a_glyph_is_what_it_looks_like(glyph: str, font: str, text: str) -> None:
    """A radical, a sign of a symbol font, a glyph that says nothing; an old form of a character stays one."""
    assert character(glyph, font) == text
