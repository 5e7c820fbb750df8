"""Whether a graph is sound: every fact rests on evidence and says what its evidence gives, and nothing is there twice."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from graph import statements
from graph.coded_areas import coded_things
from graph.connection import Graph
from graph.dump.mark import broken_off
from graph.known import Known
from graph.ledger import Ledger
from graph.model.catalogue import node_kinds, relationship_kinds
from graph.rows import NodeRow, node_row, relationship_row
from graph.settling import Settlement, Settling
from graph.stated import statement_of
from graph.unfinished import unfinished_loads
from graph.withdrawing import content_of

SHOWN = 5
"""Examples of one fault."""


@dataclass(frozen=True, kw_only=True)
class Fault:
    """Something that is wrong: `fault.<code>` and `fault.<code>.advice` word it."""

    code: str
    count: int
    examples: tuple[str, ...] = ()
    values: dict[str, Any] = field(default_factory=dict)


def faults(graph: Graph) -> list[Fault]:
    """Everything that is wrong with a graph; reads all of it."""
    known = Known(graph)
    twice = [*_read_nodes(graph, known), *_read_relationships(graph, known)]
    evidence = {id_: row for id_, row in known.nodes.items() if row.labels[0] == "Evidence"}
    found = [
        *_of("twice", twice),
        *_of("unreadable_evidence", [id_ for id_, row in evidence.items() if not _readable(row)]),
        *_of("without_source", _without_source(known, evidence)),
        *_unfinished(graph),
        *_withdrawn(graph),
    ]
    if not any(fault.code == "unreadable_evidence" for fault in found):
        found += _of_settlement(_settled(graph, known, evidence))
    return found


def _read_nodes(graph: Graph, known: Known) -> Iterator[str]:
    """Read all nodes; gives the ids that several nodes have."""
    for label in node_kinds():
        seen = set[str]()
        for row in graph.read(statements.all_nodes(label)):
            node = node_row(row)
            if node.id in seen:
                yield f"{label} {node.id}"
            seen.add(node.id)
            known.nodes[node.id] = node


def _read_relationships(graph: Graph, known: Known) -> Iterator[str]:
    """Read all relationships; gives the ids that several of them have."""
    for type_ in relationship_kinds():
        seen = set[str]()
        for row in graph.read(statements.all_relationships(type_)):
            relationship = relationship_row(row | {"type": type_})
            if relationship.id in seen:
                yield f"{type_} {relationship.id}"
            seen.add(relationship.id)
            known.take([relationship])


def _readable(row: NodeRow) -> bool:
    try:
        statement_of(row.properties)
    except (KeyError, ValueError, TypeError):
        return False
    return True


def _without_source(known: Known, evidence: dict[str, NodeRow]) -> list[str]:
    placed = {row.start.id for row in known.relationships.values() if row.type == "FROM"}
    return [id_ for id_ in evidence if id_ not in placed]


def _settled(graph: Graph, known: Known, evidence: dict[str, NodeRow]) -> Settlement:
    touched = coded_things().keys() | {id_ for id_, row in known.nodes.items() if row.is_fact}
    touched |= {id_ for id_, row in known.relationships.items() if row.is_fact}
    stated = [statement_of(row.properties) for row in evidence.values()]
    return Settling(graph, Ledger.of(graph), known, stated, touched=set(touched), missing=None).settle()


def _of_settlement(settlement: Settlement) -> list[Fault]:
    """Facts that nothing states, that are not there though something states them, or that say something else."""
    differing = [f"{row.labels[0]} {row.id}" for row in settlement.nodes] + [f"{row.type} {row.id}" for row in settlement.relationships]
    labelled = [f"{label} {id_} {second}" for label, second, id_ in (*settlement.new_labels, *settlement.old_labels)]
    baseless = [f"{row.labels[0]} {row.id}" for row in settlement.gone_nodes]
    baseless += [f"{row.type} {row.id}" for row in settlement.gone_relationships]
    return [
        *_of("not_as_stated", [*differing, *labelled]),
        *_of("without_evidence", baseless),
        *_of("without_fact", list(settlement.held)),
    ]


def _unfinished(graph: Graph) -> list[Fault]:
    loads = [
        Fault(
            code="load_unfinished",
            count=1,
            examples=(one.dataset,),
            values={"dataset": one.dataset, "file": one.file, "began_at": one.since},
        )
        for one in unfinished_loads(graph)
    ]
    file = broken_off(graph)
    return [*loads, *([Fault(code="restore_broken_off", count=1, examples=(file,), values={"file": file})] if file else [])]


def _withdrawn(graph: Graph) -> list[Fault]:
    broken: list[str] = []
    for row in graph.read(statements.all_nodes("Withdrawn")):
        try:
            content_of(row["properties"])
        except (KeyError, ValueError, TypeError):
            broken.append(row["properties"]["id"])
    return _of("unreadable_withdrawn", broken)


def _of(code: str, ids: list[str]) -> list[Fault]:
    return [Fault(code=code, count=len(ids), examples=tuple(sorted(ids)[:SHOWN]))] if ids else []
