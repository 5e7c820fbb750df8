"""Dates as registers write them: 2024-04-24, 2024/4/24, 2024年4月24日, 令和6年4月24日, R6.4.24."""

import re
import unicodedata
from datetime import date

ERA_BEGINS = {"令和": 2019, "R": 2019, "平成": 1989, "H": 1989, "昭和": 1926, "S": 1926}
"""Era → its first year."""

_WRITTEN = re.compile(
    r"(?P<era>令和|平成|昭和|[RHS])?\s*(?P<year>元|\d{1,4})\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})\s*日?",
    re.IGNORECASE,
)


def as_date(text: str) -> date:
    """The day that a cell names.

    Raises:
        ValueError: it names none, or one that the calendar does not have. A year without era has four digits.
    """
    written = _WRITTEN.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if not written:
        raise ValueError(text)
    era = (written["era"] or "").upper()
    if not era and len(written["year"]) != len("2024"):
        raise ValueError(text)
    year = 1 if written["year"] == "元" else int(written["year"])
    if era:
        year += ERA_BEGINS[era] - 1
    return date(year, int(written["month"]), int(written["day"]))
