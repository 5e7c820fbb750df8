"""Which lines of a PDF are one: the next would not have fitted, or the sentence is not at its end."""

import pytest

from loaders.case_studies.formats.pdf_joining import between, goes_on, width_of_text
from loaders.case_studies.formats.pdf_lines import lines_of
from tests.unit.loaders.case_studies.formats.glyphs import glyphs, line

LEFT, RIGHT = 50.0, 250.0
"""Room for twenty characters."""
FULL = "霧ノ沢町は県中部の山あいにあり五つの集落から"[:20]


@pytest.mark.parametrize(
    ("before", "after", "is_one"),
    [
        (FULL, "なる。", True),
        (FULL[:19], "「のらっせ号」を運行。", True),
        (FULL[:18], "ＮＰＯ", True),
        (FULL[:17], "Apron-Kids", True),
        ("病院に行けない。", "路線バスは廃止された。", False),
        ("取組の内容", "市社協が会食会を開く。", False),
        ("廃止されたのは平成三十年で、", "それから", True),
        ("会食会を", "開く", False),
        (FULL, "・配食", False),
        (FULL, "①会食", False),
        (FULL, "（1）会食", False),
        (FULL, "(65歳以上)", True),
        (FULL, "「なぎさ」を運営", True),
        (FULL, "第2章", False),
        (FULL, "第2層の協議体", True),
        (FULL, "平成29年　会を結成", False),
        (FULL, "平成29年に会を結成", True),
        (FULL, "----------", False),
        ("----------", "本文", False),
        (FULL, "Q. なぜ", False),
        ("(1) 町（事務局）(2) 潮音会 (3) 潮音汽船", "(4) 鹿伏島自治会", True),
        ("①町と社協と包括と診療所と商工会と学校で", "②会食", False),
    ],
)
def test_a_line_goes_on_where_the_next_would_not_have_fitted(before: str, after: str, is_one: bool) -> None:
    """Marks, numbers and dates begin anew; brackets and words that cannot be parted need more room."""
    assert goes_on(line(before), line(after), LEFT, RIGHT) is is_one


def test_lines_of_different_sizes_are_not_one() -> None:
    """A heading does not go on in the text below it."""
    assert not goes_on(line(FULL[:14], size=14), line("なる。"), LEFT, RIGHT)


def test_between_two_lines_stands_a_space_where_one_is_written_or_both_are_latin() -> None:
    """Japanese is put together without one."""
    spaced = lines_of(glyphs("会食 "), 1)[0]
    assert between(line("会食"), line("配食")) == ""
    assert between(spaced, line("配食")) == " "
    assert between(line("NPO"), line("Kids")) == " "
    assert between(line("NPO"), line("法人")) == ""


def test_the_right_edge_is_where_full_lines_end() -> None:
    """A stop that hangs over it is beside it; with too few full lines it is where it would be by the left one."""
    # Arrange
    full = [line(FULL, base=100 + 16 * number) for number in range(4)]
    hanging = line(FULL + "。", base=200)
    short = [line("短い行", base=100 + 16 * number) for number in range(4)]

    # Act, Assert
    assert width_of_text([*full, hanging], RIGHT + 5) == (LEFT, RIGHT)
    assert width_of_text(short, RIGHT) == (LEFT, RIGHT)
    assert width_of_text(short, 60.0) == (LEFT, 80.0)
