"""法人番号: thirteen digits, of which the first checks the others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.japanese.corporate_numbers import as_corporate_number, check_digit

TWELVE = st.text("0123456789", min_size=12, max_size=12)


def test_the_published_example() -> None:
    """国税庁 itself has 7000012050002."""
    assert as_corporate_number("7000012050002") == "7000012050002"


@given(TWELVE)
def test_the_right_first_digit_is_the_only_one(twelve: str) -> None:
    """1 to 9; every other is refused."""
    right = check_digit(twelve)
    assert right in range(1, 10)
    for first in range(10):
        if first == right:
            assert as_corporate_number(f"{first}{twelve}") == f"{first}{twelve}"
        else:
            with pytest.raises(ValueError, match=twelve):
                as_corporate_number(f"{first}{twelve}")


@given(TWELVE, st.integers(0, 11), st.integers(1, 8))
def test_a_mistyped_digit_is_noticed_but_for_a_nine_in_place_of_a_zero(twelve: str, place: int, more: int) -> None:
    """Modulo nine, no digit but 0 and 9 can stand for each other."""
    other = str((int(twelve[place]) + more) % 10)
    if {other, twelve[place]} == {"0", "9"} or int(other) % 9 == int(twelve[place]) % 9:
        return
    assert check_digit(twelve) != check_digit(twelve[:place] + other + twelve[place + 1 :])


@pytest.mark.parametrize("text", ["７００００１２０５０００２", "7-0000-1205-0002", " 7000012050002 ", "T7000012050002", "7 000012 050002"])
def test_signs_between_the_digits_are_none_of_it(text: str) -> None:
    """Full-width digits, hyphens, spaces, the T of invoices."""
    assert as_corporate_number(text) == "7000012050002"


@pytest.mark.parametrize(
    "text", ["", "700001205000", "70000120500022", "700001205000二", "7000012050002.0", "7.00001E+12", "٧٠٠٠٠١٢٠٥٠٠٠٢"]
)
def test_other_texts_are_none(text: str) -> None:
    """Also what a spreadsheet makes of a long number."""
    with pytest.raises(ValueError, match=r"(?s).*"):
        as_corporate_number(text)
