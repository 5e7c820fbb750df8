"""Codes of municipalities: the check digit, and what a code of another length can mean."""

CHECK_WEIGHTS = (6, 5, 4, 3, 2)
CODE_LENGTH = 6
SHORT_LENGTH = 5
"""JIS X 0402: the same code without its check digit."""


def check_digit(five: str) -> str:
    """The sixth digit to the first five of a 全国地方公共団体コード.

    Source: 総務省「全国地方公共団体コード仕様」: weights 6,5,4,3,2 on the first five digits; s < 11: 11 - s,
    else 11 - s mod 11; the last digit of that.
    """
    total = sum(weight * int(digit) for weight, digit in zip(CHECK_WEIGHTS, five, strict=True))
    check = 11 - total if total < 11 else 11 - total % 11  # noqa: PLR2004 - the modulus of the specification
    return str(check)[-1]


def code_is_valid(code: str) -> bool:
    """Whether a 6-digit 全国地方公共団体コード carries the right check digit."""
    return code == right_code(code)


def right_code(digits: str) -> str | None:
    """The code that six digits would be with the right check digit; None where they are no six digits."""
    if len(digits) != CODE_LENGTH or not digits.isascii() or not digits.isdigit():
        return None
    return digits[:SHORT_LENGTH] + check_digit(digits[:SHORT_LENGTH])


def codes_meant(digits: str) -> tuple[str, ...]:
    """The 6-digit codes that digits can stand for.

    Five digits are a code without its check digit, or one whose leading 0 a spreadsheet dropped: both are given.
    """
    if not digits.isascii() or not digits.isdigit():
        return ()
    if len(digits) == SHORT_LENGTH:
        return digits + check_digit(digits), f"0{digits}"
    return (digits,) if len(digits) == CODE_LENGTH else ()
