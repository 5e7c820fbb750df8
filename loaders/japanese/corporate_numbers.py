"""法人番号: thirteen digits, of which the first checks the others."""

import unicodedata

LENGTH = 13


def as_corporate_number(text: str) -> str:
    """The 13 digits of a 法人番号, full-width digits and hyphens made plain.

    Raises:
        ValueError: it has not 13 digits, or the check digit is wrong.
    """
    digits = "".join(character for character in unicodedata.normalize("NFKC", text) if character not in " -‐－ー\u3000T")
    if len(digits) != LENGTH or not digits.isdecimal() or not digits.isascii() or int(digits[0]) != check_digit(digits[1:]):
        raise ValueError(text)
    return digits


def check_digit(twelve: str) -> int:
    """The first digit to the twelve that follow it.

    Source: 法人番号の指定等に関する省令 (平成26年財務省令第70号) 第2条: 9 - (Σ Pₙ·Qₙ mod 9), n from the right, Q = 1 for odd
    and 2 for even n.
    """
    total = sum(int(digit) * (1 if place % 2 else 2) for place, digit in enumerate(reversed(twelve), start=1))
    return 9 - total % 9
