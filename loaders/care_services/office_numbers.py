"""事業所番号: ten signs, of which the first two are the prefecture that designated the office."""

import re
import unicodedata

_NUMBER = re.compile(r"\d{2}[0-9A-Z]\d{7}")
_WITHOUT_ZERO = re.compile(r"\d[0-9A-Z]\d{7}")


def as_office_number(text: str, prefecture_code: str) -> tuple[str, bool]:
    """The number of an office, and whether its leading 0 was put back.

    Nine signs are a number whose 0 a spreadsheet dropped only where the prefecture of the row says so: its code begins
    with 0, and the number goes on with its second digit. The third sign of 介護医療院 is a letter (35B0100011).

    Args:
        text: the cell.
        prefecture_code: the first two digits of the code of the row's area.

    Raises:
        ValueError: it is no such number.
    """
    if _NUMBER.fullmatch(text) and text.isascii():
        return text, False
    plain = unicodedata.normalize("NFKC", text).replace("-", "").strip().upper()
    if _NUMBER.fullmatch(plain):
        return plain, False
    if _WITHOUT_ZERO.fullmatch(plain) and prefecture_code == f"0{plain[0]}":
        return f"0{plain}", True
    raise ValueError(text)
