"""Cells that a spreadsheet would take for a formula, made harmless and read back exactly.

A cell that begins with = + - @, their full-width forms, a tab or a line break is run as a formula by some spreadsheet
(OWASP, CSV injection): an apostrophe before it makes it text. A text that already begins with apostrophes and one of
these gets one more, so that taking one off always gives the text back. Only texts are meant: a number stays a number.
"""

import re

BEGINNINGS = "=+-@＝＋－＠\t\r\n"
_HARMFUL = re.compile(rf"'*[{re.escape(BEGINNINGS)}]")
_MADE_HARMLESS = re.compile(rf"'+[{re.escape(BEGINNINGS)}]")


def harmless(text: str) -> str:
    """The text as a cell that no spreadsheet runs."""
    return f"'{text}" if _HARMFUL.match(text) else text


def as_written(cell: str) -> str:
    """The text that `harmless` made into this cell; every other cell as it is."""
    return cell[1:] if _MADE_HARMLESS.match(cell) else cell
