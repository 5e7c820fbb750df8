"""The compared networks as tables and one JSON document: all that the numbers are computed from."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from graph.area_directory import KnownArea
from graph.compared_regions import ComparedRegions
from graph.holdings import Holdings
from graph.metrics.comparison.boundary import Boundary
from graph.metrics.comparison.covered_categories import Covered
from graph.region_figures import LISTS_MEMBERS
from graph.regions import RegionNetwork
from loaders.bundle.format import EDGES, NODES, OF_EDGES, OF_NODES, REGIONS, document, table


@dataclass(frozen=True, kw_only=True)
class StatedRegion:
    """What is stated of one region beside its bodies and ties."""

    area: KnownArea
    full_name: str
    sources: tuple[str, ...]
    """Datasets that could show ties there."""
    oldest: date | None
    newest: date | None
    lists_ties: bool
    """Whether the sources record ties and not only members."""
    kinds: dict[str, int]
    """Type of relationship → ties that it states."""
    boundary: Boundary
    verified: float | None
    """Share of ties of which somebody confirmed a sentence."""
    categories: Covered | None


def network_files(holdings: Holdings) -> dict[str, bytes]:
    """The bodies, the ties and what is stated of each region."""
    compared = holdings.compared
    return {
        NODES: table(OF_NODES, _nodes(compared, holdings) if compared else ()),
        EDGES: table(OF_EDGES, _edges(compared, holdings) if compared else ()),
        REGIONS: document([asdict(_stated(region)) for region in compared.regions] if compared else []),
    }


def _stated(region: RegionNetwork) -> StatedRegion:
    record = region.record
    if record is None:
        raise TypeError("a region without its record is none that was compared")
    return StatedRegion(
        area=region.area,
        full_name=region.full_name,
        sources=region.sources,
        oldest=region.oldest,
        newest=region.newest,
        lists_ties=LISTS_MEMBERS not in region.reasons,
        kinds=dict(record.kinds),
        boundary=record.boundary,
        verified=record.verified,
        categories=record.categories,
    )


def _nodes(compared: ComparedRegions, holdings: Holdings) -> Iterator[tuple[Any, ...]]:
    for region in compared.regions:
        named_by = region.record.sourced.of_bodies if region.record else ()
        for vertex, sources in zip(region.network.vs, named_by, strict=True):
            body = holdings.by_id[vertex["name"]].properties
            yield region.area.id, vertex["name"], body["name"], body["visibility"], vertex["sector"], vertex["covered"], sorted(sources)


def _edges(compared: ComparedRegions, holdings: Holdings) -> Iterator[tuple[Any, ...]]:
    for region, facts in zip(compared.regions, compared.facts, strict=True):
        ways = region.record.sourced.of_ties if region.record else ()
        for edge, of_tie, stated in zip(region.network.es, facts, ways, strict=True):
            ends = [region.network.vs[end]["name"] for end in edge.tuple]
            names = [holdings.by_id[id_].properties["name"] for id_ in ends]
            yield region.area.id, *ends, *names, of_tie, [[sorted(one) for one in way] for way in stated]
