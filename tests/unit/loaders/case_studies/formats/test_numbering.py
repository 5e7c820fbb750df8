"""Numbers as lists show them."""

import pytest

from loaders.case_studies.formats.numbering import wording


@pytest.mark.parametrize(
    ("style", "number", "shown"),
    [
        ("decimal", 12, "12"),
        ("no such style", 3, "3"),
        ("decimalZero", 3, "03"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "21"),
        ("decimalEnclosedParen", 1, "⑴"),
        ("lowerLetter", 27, "aa"),
        ("upperLetter", 3, "C"),
        ("lowerRoman", 49, "xlix"),
        ("upperRoman", 4000, "4000"),
        ("aiueo", 3, "ウ"),
        ("iroha", 2, "ロ"),
        ("japaneseCounting", 10, "十"),
        ("japaneseCounting", 23, "二十三"),
        ("japaneseCounting", 100, "100"),
        ("ideographDigital", 205, "二〇五"),
        ("ideographTraditional", 2, "乙"),
        ("decimal", 0, "0"),
    ],
)
def test_a_number_in_its_style(style: str, number: int, shown: str) -> None:
    """What a style has no sign for is shown in figures."""
    assert wording(style, number) == shown
