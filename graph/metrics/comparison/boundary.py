"""Whether two regions were drawn by one rule: only then a difference may be one of the regions and not of the sources.

Which bodies and ties count is one rule for all (`graph/regions.py`); what differs is of which layer a region is, for which time
its sources hold, what they mean to show, and which kinds of tie they tell of.
"""

from dataclasses import dataclass
from datetime import date

EXHAUSTIVE = "exhaustive"
"""A register: what it does not have is absent."""
MOST_DAYS_APART = 3 * 366
"""Days between the newest sources of two regions: within one term of the plans of 介護保険, three years."""


@dataclass(frozen=True)
class Boundary:
    """How the network of one region was drawn."""

    level: str
    """Of the area: municipality (第1層), or what lies within one (第2層)."""
    oldest: date | None
    newest: date | None
    """Days of the sources that could show ties."""
    coverage: frozenset[str]
    """What these sources say of their ties: exhaustive (a register), examples."""
    kinds: frozenset[str]
    """Types of relationship by which bodies are tied."""


def reasons_apart(one: Boundary, other: Boundary) -> tuple[str, ...]:
    """Why two regions are not tested against each other, as codes; empty where they may be.

    Where a day is not stated, nobody knows whether the time is the same.
    """
    days = one.newest, other.newest
    found = {
        "other_levels": one.level != other.level,
        "no_period": None in days,
        "other_period": days[0] is not None and days[1] is not None and abs((days[0] - days[1]).days) > MOST_DAYS_APART,
        "other_scopes": (EXHAUSTIVE in one.coverage) != (EXHAUSTIVE in other.coverage),
        "other_kinds_of_tie": bool(one.kinds and other.kinds) and not one.kinds & other.kinds,
    }
    return tuple(code for code, holds in found.items() if holds)
