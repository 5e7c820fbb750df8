"""From engine to engine and back: nothing is lost, and the file is the same to the byte."""

from datetime import date
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints
from zipfile import ZipFile

import pytest

from graph import statements
from graph.connection import Graph
from graph.deriving import plain
from graph.dump.format import MANIFEST
from graph.dump.opening import opened
from graph.fact_export import facts
from graph.model.catalogue import node_kinds, relationship_kinds
from graph.model.definitions import VISIBILITY_LEVELS, Node, NodeKind, Reference, Relationship, property_descriptions
from loaders.run import Choices, load
from tests.end_to_end.programs import ROOT
from tests.integration.graph.dump.conftest import a_rich_graph, dump_of, dumped, put_into, store

SAMPLES = ROOT / "tests" / "sample_data"


@pytest.fixture
def two(embedded_graph: Graph, neo4j_graph: Graph) -> tuple[Graph, Graph]:
    """Both engines."""
    return embedded_graph, neo4j_graph


def contents(file: Path) -> dict[str, bytes]:
    with ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name != MANIFEST}


def all_facts(graph: Graph) -> list[dict[str, Any]]:
    return list(facts(graph, list(VISIBILITY_LEVELS)))


def generated(graph: Graph) -> None:
    a_rich_graph(graph)


def loaded(graph: Graph) -> None:
    for file in (SAMPLES / "transport_register" / "register.csv", SAMPLES / "case_studies" / "narrative.md"):
        load(lambda: graph, file, Choices())


def every_property(graph: Graph) -> None:
    for kind in node_kinds().values():
        if not kind.is_of_the_database:
            store(graph, filled(kind))
    for type_, tie in relationship_kinds().items():
        start, end = (Reference(label=side[0].label, id=filled(side[0]).id) for side in (tie.starts, tie.ends))
        _join(graph, type_, tie(start=start, end=end, **values(tie)))


def filled(kind: NodeKind) -> Node:
    return kind(**values(kind) | {"key": f"filled|{kind.label}"})


def values(kind: NodeKind | type[Relationship]) -> dict[str, Any]:
    """A value of its type for each declared property."""
    hints = get_type_hints(kind)
    return {name: _value(hints[name]) for name in property_descriptions(kind) if name not in {"key", "visibility"}}


def _value(hint: Any) -> Any:
    known: dict[Any, Any] = {str: "値\n\"'\\ 　\u2028😀", int: 2**53 + 1, float: 3.0, bool: True, date: date(2024, 2, 29)}
    if get_origin(hint) is tuple:
        return (_value(get_args(hint)[0]),)
    return known[hint] if hint in known else _value(next(one for one in get_args(hint) if one is not type(None)))


def _join(graph: Graph, type_: str, made: Relationship) -> None:
    start, end = made.ordered_ends()
    row = {"id": made.id, "start": start.id, "end": end.id, "properties": plain(made.properties())}
    statement = statements.write_relationships(type_, start.label, end.label)
    assert graph.write(lambda transaction: transaction.run(statement, rows=[row])) == [{"written": 1}]


@pytest.mark.parametrize("filling", [generated, loaded, every_property], ids=lambda filling: filling.__name__)
def test_a_graph_moves_to_the_other_engine_and_back(two: tuple[Graph, Graph], tmp_path: Path, filling: Any) -> None:
    """Embedded → Neo4j → embedded: every node, relationship, label, value and type, and every fact; the same bytes."""
    # Arrange
    embedded, neo4j = two
    filling(embedded)
    before, facts_before = dumped(embedded), all_facts(embedded)
    files = [tmp_path / f"{number}.zip" for number in (1, 2, 3)]

    # Act
    dump_of(embedded, files[0])
    put_into(neo4j, files[0])
    dump_of(neo4j, files[1])
    put_into(embedded, files[1], replace=lambda: None)
    dump_of(embedded, files[2])

    # Assert
    assert dumped(neo4j) == before
    assert dumped(embedded) == before
    assert all_facts(neo4j) == facts_before
    assert all_facts(embedded) == facts_before
    assert contents(files[0]) == contents(files[1]) == contents(files[2])
    assert files[0].read_bytes() == files[2].read_bytes()


def test_every_declared_property_is_in_the_file(graph: Graph, tmp_path: Path) -> None:
    """No label, type or property of the model is forgotten, whatever is added to it."""
    # Arrange
    every_property(graph)

    # Act
    dump_of(graph, tmp_path / "all.zip")

    # Assert
    with opened(tmp_path / "all.zip") as dump:
        assert dump.names("nodes") == sorted(label for label, kind in node_kinds().items() if not kind.is_of_the_database)
        assert dump.names("relationships") == sorted(relationship_kinds())
        for folder, kinds in (("nodes", node_kinds()), ("relationships", relationship_kinds())):
            for name in dump.names(folder):
                text = b"".join(line for _, line in dump.lines(f"{folder}/{name}.jsonl")).decode()
                assert all(f'"{known}": ' in text for known in property_descriptions(kinds[name]) if known != "key" or folder == "nodes")
