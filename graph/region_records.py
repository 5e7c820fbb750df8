"""On what the network of a region rests: the sources of every body and tie, kinds of tie, sectors, services, who could be covered."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from graph.metrics.comparison.boundary import Boundary
from graph.metrics.comparison.covered_categories import Covered, covered_categories
from graph.metrics.comparison.record import RegionRecord
from graph.metrics.comparison.sourced import Sourced, Way
from graph.network import DIRECTLY, Network, Pair
from graph.reading import Reader
from graph.regions import TIES, RegionNetwork
from graph.taxonomy import taxonomy

OLDER_PEOPLE = ("persons_65_plus", "share_65_plus", "population", "insured_65_plus")
SERVICES = "services"
BY_SERVICE = "BY_SERVICE"
"""Kind of a tie of two bodies that stand behind one service."""
REVIEWED = ("confirmed", "corrected")
Facts = tuple[str, ...]
"""Ids of the facts that together state a tie."""


def region_record(reader: Reader, region: RegionNetwork) -> RegionRecord:
    """Read on what a region's network rests, for the reader's audience."""
    area = region.area.id
    row = reader.rows("networks", "bodies_and_ties", area=area)[0]
    drawn = reader.rows("networks", "area_network", area=area)[0]
    network = Network.of(row)
    ways = _ways_of(row, network)
    ids = [str(id_) for id_ in region.network.vs["name"]]
    of_ties = [sorted(ways[frozenset((ids[a], ids[b]))]) for a, b in region.network.get_edgelist()]
    facts = sorted({fact for some in of_ties for way in some for fact in way})
    evidence = reader.rows("lookups", "evidence_of_facts", facts=facts) if facts else []
    stated, reviewed = defaultdict[str, set[str]](set), set[str]()
    for one in evidence:
        stated[one["fact"]].add(one["dataset"])
        if one["review"] in REVIEWED:
            reviewed.add(one["fact"])
    named_by = {one["id"]: frozenset(one.get("sources") or ()) for one in drawn["nodes"]}
    types = {one["id"]: one["type"] for one in drawn["relationships"]}
    kinds = _kinds(of_ties, types)
    return RegionRecord(
        sourced=Sourced(
            network=region.network,
            sources=region.sources,
            of_bodies=[named_by.get(id_, frozenset()) for id_ in ids],
            of_ties=[[_way(way, stated) for way in some] for some in of_ties],
        ),
        kinds=kinds,
        boundary=_boundary(reader, region, kinds),
        verified=sum(any(reviewed >= set(way) for way in some) for some in of_ties) / len(of_ties) if of_ties else None,
        categories=_categories(reader, area),
    )


def _ways_of(row: Mapping[str, Any], network: Network) -> dict[Pair, set[Facts]]:
    """Ids of two counted bodies → the facts of each way in which their tie is stated; a tie of a part is its whole's."""
    found: dict[Pair, set[Facts]] = defaultdict(set)
    for one in row["bodies"]:
        for other in _linked(one) if one["id"] in network.counted else ():
            way = tuple(sorted({other[key] for key in ("fact", "and_fact") if key in other}))
            for whole in network.whole_of.get(other["id"], (other["id"],)):
                found[frozenset((one["id"], whole))].add(way)
    return found


def _linked(one: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for name in (*DIRECTLY, "of_parts"):
        yield from one.get(name) or ()


def _way(facts: Facts, stated: Mapping[str, set[str]]) -> Way:
    return tuple(frozenset(stated.get(fact, ())) for fact in facts)


def _kinds(of_ties: list[list[Facts]], types: Mapping[str, str]) -> dict[str, int]:
    """How many ties each type of relationship states; a tie that two state counts for both."""
    found: dict[str, int] = defaultdict(int)
    for some in of_ties:
        for kind in {BY_SERVICE if len(way) > 1 else types[way[0]] for way in some if len(way) > 1 or way[0] in types}:
            found[kind] += 1
    return dict(sorted(found.items()))


def _boundary(reader: Reader, region: RegionNetwork, kinds: Mapping[str, int]) -> Boundary:
    spoken = [kind.split(" ") for one in reader.rows("lookups", "sources", area=region.area.id) for kind in one["kinds"]]
    return Boundary(
        level=region.area.level,
        oldest=region.oldest,
        newest=region.newest,
        coverage=frozenset(coverage for kind, coverage in spoken if kind == TIES),
        kinds=frozenset(kinds),
    )


def _categories(reader: Reader, area: str) -> Covered | None:
    spoken = {kind.split(" ")[0] for one in reader.rows("lookups", "sources", area=area) for kind in one["kinds"]}
    if SERVICES not in spoken:
        return None
    observed = [one for one in reader.rows("lookups", "observations", area=area, indicators=list(OLDER_PEOPLE)) if one["area_id"] == area]
    codes = taxonomy()
    services = reader.rows("lookups", "services", area=area)
    return covered_categories(services, observed, on=reader.today, categories=codes.service_categories, means=codes.means)
