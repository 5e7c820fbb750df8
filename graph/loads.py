"""Loads: listed, and taken back, so that the graph is as it was before."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.changing import Change, carry_out
from graph.connection import Graph
from graph.errors import QueryMisused
from graph.evidence import now
from graph.known import Known
from graph.plans import Plan
from graph.reviews import REVIEW
from graph.rows import NodeRow, Properties
from graph.withdrawing import Cause, content_of

ALL = "MATCH (l:Load) RETURN properties(l) AS properties"
BROUGHT = "MATCH (e:Evidence {load: $load}) RETURN properties(e) AS properties"
WITHDREW = "MATCH (w:Withdrawn {operation: $load}) WHERE w.put_back_at IS NULL RETURN properties(w) AS properties"
SOURCES = "MATCH (s:Source {dataset: $dataset}) RETURN properties(s) AS properties"

ONLY_IN = (
    "MATCH (c:CaseStudy)-[:FROM]->(s:Source) WITH c, collect(s.id) AS sources WITH c, sources "
    "WHERE $source IN sources AND size(sources) = 1 RETURN properties(c) AS properties"
)


@dataclass(frozen=True, kw_only=True)
class TakenBack:
    """A load that was undone."""

    load: Properties
    plan: Plan
    reviewed: int
    """How much of the evidence that left had been reviewed since."""

    @property
    def file(self) -> str:
        """What it was loaded from; the name of the load where that was no file."""
        return str(self.load.get("file") or self.load["name"])


def listed(graph: Graph) -> list[Properties]:
    """Every load, the newest first."""
    rows = [row["properties"] for row in graph.read(ALL)]
    return sorted(rows, key=lambda load: (load["began_at"], load["dataset"], load["number"]), reverse=True)


def undo(graph: Graph, id_: str | None = None, *, by: str, reason: str | None = None) -> TakenBack:
    """Take a load back: what it brought leaves, what it retired or read anew is as before.

    Args:
        graph: where.
        id_: the load, or the beginning of its id; default: the newest that is not undone.
        by: role of whoever does it.
        reason: why.

    Raises:
        QueryMisused: there is no such load, or a newer load of its dataset stands on it.
    """
    with graph.single_writer():
        load = _chosen(listed(graph), id_)
        at = now()
        cause = Cause(why="undone", at=at, operation=f"undo|{load['id']}|{at}", dataset=load["dataset"], by=by, reason=reason)
        change, leaving = _change(graph, load, at)
        plan = carry_out(graph, change, cause)
    return TakenBack(load=load, plan=plan, reviewed=sum(row.properties["review"] != "open" for row in leaving))


def _chosen(loads: list[Properties], id_: str | None) -> Properties:
    standing = [load for load in loads if load["state"] != "undone"]
    if id_ is None:
        if not standing:
            raise QueryMisused("no_load")
        return standing[0]
    found = [load for load in loads if id_ and load["id"].startswith(id_)]
    if len(found) != 1:
        raise QueryMisused("load_unknown", id=id_)
    load = found[0]
    if load["state"] == "undone":
        raise QueryMisused("load_undone", id=load["id"])
    newer = [one for one in standing if one["dataset"] == load["dataset"] and one["number"] > load["number"]]
    if newer:
        raise QueryMisused("load_stood_upon", id=load["id"], newer=newer[0]["id"])
    return load


def _change(graph: Graph, load: Properties, at: str) -> tuple[Change, list[NodeRow]]:
    records = [row["properties"] for row in graph.read(WITHDREW, load=load["id"])]
    leaving = [NodeRow(("Evidence",), row["properties"], is_fact=False) for row in graph.read(BROUGHT, load=load["id"])]
    replaced = [record for record in records if record["why"] == "replaced"]
    never_there = [record for record in records if record["why"] != "replaced" and _was_brought(record, load["id"])]
    back = [record for record in records if record["why"] != "replaced" and not _was_brought(record, load["id"])]
    change = Change(
        leaving=leaving,
        writing=_as_before(graph, replaced),
        returning=[record for record in back if record.get("evidence")],
        entries=[
            NodeRow(("Load",), load | {"state": "undone", "undone_at": at}, is_fact=False),
            *_sources(graph, load),
            *(NodeRow(("Withdrawn",), record | {"put_back_at": at}, is_fact=False) for record in replaced),
            *(NodeRow(("Withdrawn",), record | {"why": "undone", "because_of": ""}, is_fact=False) for record in never_there),
        ],
    )
    if not _stands_otherwise(graph, load):
        known = Known(graph)
        known.read_nodes({"Source": [load["source"]]})
        change.dropped_relationships = known.hanging_on(known.nodes)
        change.dropped_nodes = _only_in(graph, load["source"])
    return change, leaving


def _was_brought(record: Properties, load: str) -> bool:
    """Whether a record keeps only what this load read, and never wrote."""
    evidence = content_of(record)[1]
    return bool(evidence) and all(row.properties["load"] == load for row in evidence)


def _as_before(graph: Graph, replaced: Iterable[Properties]) -> list[NodeRow]:
    """Evidence with place and reading as before, and what people say of it now."""
    known = Known(graph)
    rows = [row for record in replaced for row in content_of(record)[1]]
    present = {row.id: row for row in known.evidence_by_id([row.id for row in rows])}
    found: list[NodeRow] = []
    for row in rows:
        if row.id in present:
            kept = {name: value for name, value in row.properties.items() if name not in REVIEW}
            now_said = {name: present[row.id].properties[name] for name in REVIEW if name in present[row.id].properties}
            found.append(NodeRow(row.labels, kept | now_said, is_fact=False))
    return found


def _sources(graph: Graph, load: Properties) -> list[NodeRow]:
    """The version that was current before is current again."""
    found: list[NodeRow] = []
    for row in graph.read(SOURCES, dataset=load["dataset"]):
        after = row["properties"] | {"current": row["properties"]["id"] == load.get("before")}
        after["complete"] = True
        if after != row["properties"]:
            found.append(NodeRow(("Source",), after, is_fact=False))
    return found


def _stands_otherwise(graph: Graph, load: Properties) -> bool:
    """Whether an earlier load had the same version too."""
    earlier = [one for one in listed(graph) if one["source"] == load["source"] and one["id"] != load["id"] and one["state"] != "undone"]
    return bool(earlier) or load["source"] == load.get("before")


def _only_in(graph: Graph, source: str) -> list[NodeRow]:
    """The cases that stand in this version of a source and in no other."""
    return [NodeRow(("CaseStudy",), row["properties"], is_fact=False) for row in graph.read(ONLY_IN, source=source)]
