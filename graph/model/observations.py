"""Observations: one indicator of one area on one date; never a property of the area, since sources disagree."""

from dataclasses import dataclass
from datetime import date

from graph.model.areas import Area
from graph.model.definitions import Node, Relationship, described


@dataclass(frozen=True, kw_only=True)
class Observation(Node):
    """One measured value, or that something was looked for and has not begun."""

    label = "Observation"

    indicator: str = described("population, share_65_plus, share_75_plus, households …; acts_for_needs … for a function.", "")
    value: float | None = described("The number; never set for 'not measured'.")
    unit: str | None = described("persons, percent, households.")
    as_of: date | None = described("The day it holds for; None means not stated.")
    approximate: bool = described("True where the source says 約.", False)
    state: str | None = described("not_started where the source says in words that it has not begun yet; then there is no value.")
    placed_in: str | None = described("Id of the area it describes.")


# (:Observation)-[:OBSERVED_IN]->(:Area)
@dataclass(frozen=True, kw_only=True)
class ObservedIn(Relationship):
    """The area a value describes."""

    starts, type, ends = (Observation,), "OBSERVED_IN", (Area,)
