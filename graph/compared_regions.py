"""Regions compared, with all that somebody else needs to compute the same numbers: their networks, and the facts behind each tie."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.comparing import DRAWS, SEED, compared, regions_to_compare
from graph.network import Network
from graph.reading import Reader
from graph.regions import RegionNetwork


@dataclass(frozen=True, kw_only=True)
class ComparedRegions:
    """Regions as they were compared for one audience."""

    audience: str
    regions: tuple[RegionNetwork, ...]
    facts: tuple[tuple[tuple[str, ...], ...], ...]
    """For each region, in the order of the edges of its network: ids of the facts that state the tie, sorted."""
    found: Mapping[str, Any]
    """What `graph.comparing.compared` gave."""


def compared_regions(reader: Reader, areas: Sequence[str], *, seed: int = SEED, draws: int = DRAWS) -> ComparedRegions:
    """Compare regions and keep what the comparison rests on.

    Args:
        reader: asks on behalf of an audience.
        areas: names, codes or ids.
        seed: the same seed gives the same numbers.
        draws: random networks a test.

    Raises:
        QueryMisused: too few or too many regions, an area is not known, or its name means several.
    """
    regions = tuple(regions_to_compare(reader, areas))
    return ComparedRegions(
        audience=reader.audience,
        regions=regions,
        facts=tuple(_facts(reader, region) for region in regions),
        found=compared(regions, seed=seed, draws=draws),
    )


def _facts(reader: Reader, region: RegionNetwork) -> tuple[tuple[str, ...], ...]:
    bodies = Network.of(reader.rows("networks", "bodies_and_ties", area=region.area.id)[0])
    drawn = region.network
    ends = ((drawn.vs[edge.source]["name"], drawn.vs[edge.target]["name"]) for edge in drawn.es)
    return tuple(tuple(bodies.facts_of(_pairs(one, other, bodies))) for one, other in ends)


def _pairs(one: str, other: str, bodies: Network) -> list[frozenset[str]]:
    """The two, and every part of the one with every part of the other: a tie of a part is its whole's."""
    families = [{id_, *bodies.parts_of.get(id_, ())} for id_ in (one, other)]
    return [frozenset((a, b)) for a in families[0] for b in families[1] if a != b]
