"""Numbers of care offices."""

import re

import pytest

from loaders.care_services.office_numbers import as_office_number


@pytest.mark.parametrize("text", ["0193500014", "０１９３５００１１４", "35B0100011", " 0193500014 "])
def test_ten_signs_are_a_number(text: str) -> None:
    """Full-width digits and the letter of 介護医療院 too."""
    number, restored = as_office_number(text, "35")
    assert (len(number), restored) == (10, False)


def test_a_lost_zero_needs_the_prefecture() -> None:
    """Nine signs that go on as the prefecture's code does."""
    assert as_office_number("193500014", "01") == ("0193500014", True)


@pytest.mark.parametrize(
    ("text", "prefecture"), [("193500014", "35"), ("193500014", "09"), ("19350001", "01"), ("1.9E+08", "01"), ("B193500014", "01")]
)
def test_anything_else_is_refused(text: str, prefecture: str) -> None:
    """Another prefecture, too few signs, what a spreadsheet made of it."""
    with pytest.raises(ValueError, match=re.escape(text)):
        as_office_number(text, prefecture)
