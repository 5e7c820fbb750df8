"""The compared networks of a bundle, read back from its tables alone and without trust."""

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import starmap
from typing import Any, TypeVar

import igraph
from pydantic import TypeAdapter, ValidationError

from graph.metrics.comparison.described import reasons_against
from graph.metrics.comparison.record import RegionRecord
from graph.metrics.comparison.sourced import Sourced
from graph.regions import RegionNetwork
from graph.taxonomy.sectors import sectors
from loaders.bundle.format import EDGES, LIST_BETWEEN, MOST_BODIES, NODES, OF_EDGES, OF_NODES, REGIONS
from loaders.bundle.networks import StatedRegion
from loaders.bundle.opening import OpenBundle
from loaders.harmless import as_written

Stated = TypeVar("Stated")
Row = dict[str, str]
YES_NO = {"true": True, "false": False}
WAYS = TypeAdapter(list[list[frozenset[str]]])
REGIONS_STATED = TypeAdapter(tuple[StatedRegion, ...])


def regions_in(bundle: OpenBundle) -> list[RegionNetwork]:
    """The networks as they were compared.

    Raises:
        LoadStopped: a table or document is not what a bundle has there; the message names the row.
    """
    stated = stated_in(bundle, REGIONS, REGIONS_STATED)
    known = {one.area.id for one in stated}
    nodes = _by_region(bundle, NODES, OF_NODES, known)
    edges = _by_region(bundle, EDGES, OF_EDGES, known)
    alike = len({one.area.level for one in stated}) <= 1
    return [_region(bundle, one, nodes[one.area.id], edges[one.area.id], alike=alike) for one in stated]


def stated_in(bundle: OpenBundle, name: str, shape: TypeAdapter[Stated]) -> Stated:
    """A JSON document of a bundle, in its shape.

    Raises:
        LoadStopped: it has another; the message names the place in it.
    """
    try:
        return shape.validate_json(bundle.files[name])
    except ValidationError as reason:
        first = reason.errors(include_url=False, include_input=False)[0]
        raise bundle.wrong(":".join([name, *map(str, first["loc"])]), first["msg"]) from reason


def rows_of(bundle: OpenBundle, name: str, heads: Sequence[str]) -> Iterator[tuple[str, Row]]:
    """The rows of a table, each with its place.

    Raises:
        LoadStopped: it is no such table; the message names the row.
    """
    try:
        reader = csv.reader(StringIO(bundle.files[name].decode("utf-8-sig"), newline=""), strict=True)
        if (found := next(reader, None)) != list(heads):
            raise bundle.wrong(f"{name}:1", f"{found} ≠ {list(heads)}")
        for cells in reader:
            place = f"{name}:{reader.line_num}"
            if len(cells) != len(heads):
                raise bundle.wrong(place, f"{len(cells)} ≠ {len(heads)}")
            yield place, dict(zip(heads, map(as_written, cells), strict=True))
    except (UnicodeError, csv.Error) as reason:
        raise bundle.wrong(name, str(reason)) from reason


def _by_region(bundle: OpenBundle, name: str, heads: Sequence[str], known: set[str]) -> dict[str, list[tuple[str, Row]]]:
    found: dict[str, list[tuple[str, Row]]] = defaultdict(list)
    for place, row in rows_of(bundle, name, heads):
        if row["region"] not in known:
            raise bundle.wrong(place, f"region {row['region']}")
        found[row["region"]].append((place, row))
        if len(found[row["region"]]) > MOST_BODIES * MOST_BODIES:
            raise bundle.wrong(place, f"> {MOST_BODIES * MOST_BODIES}")
    return found


def _region(
    bundle: OpenBundle, stated: StatedRegion, nodes: list[tuple[str, Row]], edges: list[tuple[str, Row]], *, alike: bool
) -> RegionNetwork:
    network, named_by = _bodies(bundle, nodes)
    ways = _tied(bundle, network, edges)
    reasons = reasons_against(network, len(stated.sources), lists_ties=stated.lists_ties)
    return RegionNetwork(
        area=stated.area,
        full_name=stated.full_name,
        network=network,
        sources=stated.sources,
        oldest=stated.oldest,
        newest=stated.newest,
        reasons=reasons if alike else ("other_levels", *reasons),
        record=RegionRecord(
            sourced=Sourced(network=network, sources=stated.sources, of_bodies=named_by, of_ties=ways),
            kinds=stated.kinds,
            boundary=stated.boundary,
            verified=stated.verified,
            categories=stated.categories,
        ),
    )


def _bodies(bundle: OpenBundle, rows: list[tuple[str, Row]]) -> tuple[igraph.Graph, list[frozenset[str]]]:
    """The bodies in the order of their ids, with the sources that name each."""
    if len(rows) > MOST_BODIES:
        raise bundle.wrong(rows[MOST_BODIES][0], f"> {MOST_BODIES}")
    known = sectors().by_code
    by_id: dict[str, Row] = {}
    for place, row in rows:
        if row["id"] in by_id or not row["id"] or row["covered"] not in YES_NO or row["sector"] not in known:
            raise bundle.wrong(place, ", ".join((row["id"], row["sector"], row["covered"])))
        by_id[row["id"]] = row
    ids = sorted(by_id)
    made = igraph.Graph(n=len(ids))
    made.vs["name"] = ids
    made.vs["covered"] = [YES_NO[by_id[id_]["covered"]] for id_ in ids]
    made.vs["sector"] = [by_id[id_]["sector"] for id_ in ids]
    return made, [frozenset(_split(by_id[id_]["sources"])) for id_ in ids]


def _tied(bundle: OpenBundle, network: igraph.Graph, rows: list[tuple[str, Row]]) -> list[list[tuple[frozenset[str], ...]]]:
    """Put the ties into the network; the ways in which each is stated, in the order of its edges."""
    place_of = {id_: number for number, id_ in enumerate(network.vs["name"])} if network.vcount() else {}
    ways: dict[tuple[int, int], list[tuple[frozenset[str], ...]]] = {}
    for place, row in rows:
        ends = [place_of.get(row["start"]), place_of.get(row["end"])]
        if None in ends or ends[0] == ends[1] or (pair := _pair(ends)) in ways:
            raise bundle.wrong(place, f"{row['start']} – {row['end']}")
        try:
            ways[pair] = list(starmap(lambda *way: way, WAYS.validate_json(row["ways"] or "[]")))
        except ValidationError as reason:
            raise bundle.wrong(place, "ways") from reason
    network.add_edges(sorted(ways))
    return [ways[edge.tuple] for edge in network.es]


def _pair(ends: list[Any]) -> tuple[int, int]:
    return min(ends), max(ends)


def _split(cell: str) -> list[str]:
    return cell.split(LIST_BETWEEN) if cell else []
