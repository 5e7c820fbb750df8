"""The network of an area on two days, as the records stood: what came and went, figures on both, and what moved beyond chance.

What was withdrawn is not for the public, and so neither is this.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from graph.area_directory import KnownArea
from graph.errors import QueryMisused
from graph.ledger import Ledger
from graph.metrics.comparison.resampled import FEWEST
from graph.metrics.comparison.several import holm
from graph.metrics.comparison.swapped_dates import Moved, moved, ties_changed
from graph.metrics.drawn_on_days import OnDays, drawn_on_days
from graph.metrics.figures_changed import Figures
from graph.metrics.of_network.figures import figures_named
from graph.model.definitions import VISIBILITY_LEVELS
from graph.network import Network
from graph.reading import Reader
from graph.regions import lists_members

TESTED = figures_named(
    *("mean_degree", "components", "share_in_largest", "share_within_two", "efficiency"),
    *("transitivity", "articulation_points", "degree_centralization"),
)
"""Figures that are tested for having moved."""


@dataclass(frozen=True, kw_only=True)
class BetweenDays:
    """Two days of one area."""

    area: KnownArea
    full_name: str
    first: date
    second: date
    days: OnDays
    figures: tuple[Figures, Figures]
    reasons: tuple[str, ...]
    """Codes of why nothing is tested; empty where something is."""
    moved: Mapping[str, Moved | None]
    p_holm: Mapping[str, float]
    """Corrected for all figures that are tested at once."""


def between_days(reader: Reader, area: str, first: date, second: date, *, seed: int, draws: int) -> BetweenDays:
    """Hold the records of two days against each other.

    Args:
        reader: asks on behalf of its audience.
        area: name, code or id.
        first: the network as it was recorded when this day was over.
        second: a later day.
        seed: the same seed gives the same numbers.
        draws: how often the days of ties are swapped.

    Raises:
        QueryMisused: it is the public that asks, the area is unknown or means several, or the second day is not the later one.
    """
    if reader.audience == VISIBILITY_LEVELS[0]:
        raise QueryMisused("between_days_for_members")
    if not first < second:
        raise QueryMisused("days_in_order", first=first.isoformat(), second=second.isoformat())
    found = reader.areas.find(area)
    network = Network.of(reader.rows("networks", "bodies_and_ties", area=found.id)[0]).named()
    rows = reader.rows("networks", "network_on_days", area=found.id, since=first, until=second)
    days = drawn_on_days(rows, network, Ledger.of(reader.graph).redirects)
    reasons = _reasons(days, lists_ties=not lists_members(reader, found.id))
    both = days.on_both
    tested = {} if reasons else moved(days.first.drawn(both), days.second.drawn(both), TESTED, seed=seed, draws=draws)
    certain = {name: one.p for name, one in tested.items() if one}
    return BetweenDays(
        area=found,
        full_name=reader.areas.full_name(found.id),
        first=first,
        second=second,
        days=days,
        figures=(Figures.of(days.first.drawn()), Figures.of(days.second.drawn())),
        reasons=reasons,
        moved=tested,
        p_holm=dict(zip(certain, holm([*certain.values()]), strict=True)),
    )


def _reasons(days: OnDays, *, lists_ties: bool) -> tuple[str, ...]:
    """Why nothing is tested: of the bodies of both days, for only their ties can be swapped."""
    both = days.on_both
    one, other = days.sources
    found = {
        "lists_members": not lists_ties,
        "too_few_on_both_days": len(both) < FEWEST,
        "other_sources_then": one != other,
        "no_tie_changed": not ties_changed(days.first.drawn(both), days.second.drawn(both)),
    }
    return tuple(code for code, holds in found.items() if holds)
