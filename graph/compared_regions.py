"""Regions compared, with all that somebody else needs to compute the same numbers: their networks, and the facts behind each tie."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from graph.comparing import DRAWS, SEED, compared, regions_to_compare
from graph.metrics.comparison.conditional import GIVEN
from graph.metrics.comparison.described import reasons_against
from graph.network import Network
from graph.reading import Reader
from graph.region_figures import LISTS_MEMBERS
from graph.regions import RegionNetwork

if TYPE_CHECKING:
    from graph.holdings import Holdings

Facts = tuple[tuple[str, ...], ...]
"""In the order of the edges of a network: ids of the facts that state the tie, sorted."""


@dataclass(frozen=True, kw_only=True)
class ComparedRegions:
    """Regions as they were compared for one audience."""

    audience: str
    regions: tuple[RegionNetwork, ...]
    facts: tuple[Facts, ...]
    """For each region."""
    left_out: int
    """Bodies and ties that the graph has and that are not compared here, for the audience may see no quotation of them."""
    found: Mapping[str, Any]
    """What `graph.comparing.compared` gave."""


def with_comparison(
    held: "Holdings", reader: Reader, areas: Sequence[str], *, seed: int = SEED, draws: int = DRAWS, given: str = GIVEN[0]
) -> "Holdings":
    """The holdings with regions compared, as far as the held facts bear them: what leaves the graph rests on quotations.

    Args:
        held: what the graph holds for the reader's audience and these areas, or more.
        reader: asks on behalf of an audience.
        areas: names, codes or ids.
        seed: the same seed gives the same numbers.
        draws: random networks a test.
        given: what random networks have in common with the observed one: ties, dyads or degrees.

    Raises:
        QueryMisused: too few or too many regions, an area is not known, or its name means several.
    """
    ids = frozenset((*held.by_id, *(one.id for one in held.relationships)))
    all_of = [(region, _facts(reader, region)) for region in regions_to_compare(reader, areas)]
    borne = [_borne(region, facts, ids) for region, facts in all_of]
    regions = tuple(region for region, _ in borne)
    kept = ComparedRegions(
        audience=reader.audience,
        regions=regions,
        facts=tuple(facts for _, facts in borne),
        left_out=sum(_size(region) for region, _ in all_of) - sum(map(_size, regions)),
        found=compared(regions, seed=seed, draws=draws, given=given),
    )
    return replace(held, compared=kept)


def _size(region: RegionNetwork) -> int:
    return int(region.network.vcount() + region.network.ecount())


def _borne(region: RegionNetwork, facts: Facts, held: Collection[str]) -> tuple[RegionNetwork, Facts]:
    """The region with the bodies that are held, and the ties of which one way to state them is held with its quotations."""
    if region.record is None:
        raise TypeError("a region without its record is none that was compared")
    drawn, sourced = region.network, region.record.sourced
    bodies = [one.index for one in drawn.vs if one["name"] in held]
    facts = tuple(tuple(fact for fact in of_tie if fact in held) for of_tie in facts)
    quoted = [bool(of_tie) and any(all(way) for way in ways) for of_tie, ways in zip(facts, sourced.of_ties, strict=True)]
    ties = [one.index for one in drawn.es if quoted[one.index] and {*one.tuple} <= {*bodies}]
    if (len(bodies), len(ties)) == (drawn.vcount(), drawn.ecount()):
        return region, facts
    # Both keep the order of what stays.
    network = drawn.subgraph_edges(ties, delete_vertices=False).induced_subgraph(bodies)
    rests_on = replace(
        sourced, network=network, of_bodies=[sourced.of_bodies[one] for one in bodies], of_ties=[sourced.of_ties[one] for one in ties]
    )
    reasons = reasons_against(network, len(region.sources), lists_ties=LISTS_MEMBERS not in region.reasons)
    left = replace(
        region,
        network=network,
        reasons=(*(one for one in region.reasons if one == "other_levels"), *reasons),
        record=replace(region.record, sourced=rests_on),
    )
    return left, tuple(facts[one] for one in ties)


def _facts(reader: Reader, region: RegionNetwork) -> Facts:
    bodies = Network.of(reader.rows("networks", "bodies_and_ties", area=region.area.id)[0])
    drawn = region.network
    ends = ((drawn.vs[edge.source]["name"], drawn.vs[edge.target]["name"]) for edge in drawn.es)
    return tuple(tuple(bodies.facts_of(_pairs(one, other, bodies))) for one, other in ends)


def _pairs(one: str, other: str, bodies: Network) -> list[frozenset[str]]:
    """The two, and every part of the one with every part of the other: a tie of a part is its whole's."""
    families = [{id_, *bodies.parts_of.get(id_, ())} for id_ in (one, other)]
    return [frozenset((a, b)) for a in families[0] for b in families[1] if a != b]
