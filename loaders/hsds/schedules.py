"""When a service is held, in words: from the description of a schedule, else from its rule (iCalendar)."""

import re

from loaders.tables.row import Row

DAYS = {"MO": "月", "TU": "火", "WE": "水", "TH": "木", "FR": "金", "SA": "土", "SU": "日"}
OFTEN = {("WEEKLY", "1"): "毎週", ("WEEKLY", "2"): "隔週", ("MONTHLY", "1"): "毎月", ("MONTHLY", "2"): "隔月"}
"""Rule and interval → words; of others: 3週ごと."""
EACH = {"WEEKLY": "週", "MONTHLY": "か月", "YEARLY": "年", "DAILY": "日"}
_DAY = re.compile(r"([+-]?\d+)?([A-Z]{2})")


def days_of(row: Row) -> str | None:
    """On which days and at what time; None where the schedule does not say."""
    if described := row.text("description"):
        return described
    days = "・".join(_day(part.strip()) for part in (row.text("byday") or "").split(",") if part.strip())
    dates = "・".join(f"{part.strip()}日" for part in (row.text("bymonthday") or "").split(",") if part.strip().isdigit())
    opens, closes = (re.sub(r"^(\d{1,2}:\d{2}).*", r"\1", row.text(name) or "") for name in ("opens_at", "closes_at"))
    hours = f"{opens}〜{closes}" if opens or closes else ""
    return " ".join(part for part in (days or dates, hours) if part) or None


def frequency_of(row: Row) -> str | None:
    """How often; None where the schedule does not say."""
    rule, interval = (row.text("freq") or "").upper(), row.text("interval") or "1"
    if rule not in EACH:
        return None
    return OFTEN.get((rule, interval)) or ("毎" + EACH[rule] if interval == "1" else f"{interval}{EACH[rule]}ごと")


def _day(written: str) -> str:
    """MO → 月; 2MO → 第2月; -1FR → 最終金; what is none of these stays."""
    found = _DAY.fullmatch(written)
    if not found or found[2] not in DAYS:
        return written
    number = (found[1] or "").lstrip("+")
    before = "最終" if number == "-1" else f"第{number}" if number.isdigit() else f"最後から{number[1:]}番目の" if number else ""
    return before + DAYS[found[2]]
