"""Taxonomy and area codes: in the graph once, each with its source, and written again only when they changed."""

import csv
from importlib.resources import files

from graph.connection import Graph, Transaction
from graph.reference import REFERENCE, TAXONOMY, ensure_reference
from graph.taxonomy import taxonomy
from tests.engines import fingerprint


def counted(graph: Graph, label: str) -> int:
    return int(graph.read(f"MATCH (n:{label}) RETURN count(n) AS found")[0]["found"])


def test_every_code_is_in_the_graph_once(graph: Graph) -> None:
    """As many nodes as the bundled files have entries."""
    # Arrange
    codes = taxonomy()
    rows = list(csv.DictReader((files("graph.areas") / "codes.csv").read_text(encoding="utf-8").splitlines()))

    # Act
    found = {label: counted(graph, label) for label in ("Area", "ServiceCategory", "NeedCategory", "ActorType", "Scheme", "Guideline")}

    # Assert
    assert found == {
        "Area": len(rows),
        "ServiceCategory": len(codes.service_categories),
        "NeedCategory": len(codes.need_categories),
        "ActorType": len(codes.actor_types),
        "Scheme": len(codes.schemes),
        "Guideline": len(codes.guideline),
    }


def test_every_area_but_a_prefecture_lies_in_one_other(graph: Graph) -> None:
    """A ward lies in its city, a municipality in its prefecture, and nothing in two."""
    # Act
    rows = graph.read(
        "MATCH (a:Area) OPTIONAL MATCH (a)-[:PART_OF]->(b:Area) RETURN a.level AS level, count(DISTINCT a.id) AS areas, count(b) AS wholes"
    )

    # Assert
    found = {row["level"]: (row["areas"], row["wholes"]) for row in rows}
    assert found["prefecture"] == (47, 0)
    assert all(areas == wholes for level, (areas, wholes) in found.items() if level != "prefecture")


def test_the_first_category_answers_strongly_and_the_others_weakly(graph: Graph) -> None:
    """The order of the taxonomy is kept as rank."""
    # Act
    rows = graph.read(
        "MATCH (n:NeedCategory)-[r:ANSWERED_BY]->(s:ServiceCategory) "
        "RETURN n.code AS need, s.code AS service, r.strength AS strength, r.rank AS rank ORDER BY need, rank"
    )

    # Assert
    expected = [
        {"need": need.code, "service": code, "strength": "strong" if rank == 1 else "weak", "rank": rank}
        for need in sorted(taxonomy().need_categories.values(), key=lambda need: need.code)
        for rank, code in enumerate(need.answered_by, start=1)
    ]
    assert rows == expected


def test_each_has_a_source_of_its_own(graph: Graph) -> None:
    """Licence and origin can be shown; the load is complete."""
    # Act
    rows = graph.read("MATCH (s:Source) WHERE s.dataset IN $names RETURN s.dataset AS dataset, s.complete AS complete", names=REFERENCE)

    # Assert
    assert sorted((row["dataset"], row["complete"]) for row in rows) == [(name, True) for name in sorted(REFERENCE)]


def test_the_second_time_writes_nothing(graph: Graph) -> None:
    """Opening a graph that is up to date leaves it as it is."""
    # Arrange
    before = fingerprint(graph)

    # Act
    wrote = ensure_reference(graph)

    # Assert
    assert not wrote
    assert fingerprint(graph) == before


def test_a_load_that_broke_off_is_completed(graph: Graph) -> None:
    """A source that was left marked incomplete is written again, and the graph is then as it should be."""
    # Arrange
    before = fingerprint(graph)

    def break_off(transaction: Transaction) -> None:
        transaction.run("MATCH (s:Source) WHERE s.dataset = $name SET s.complete = false", name=TAXONOMY.name)
        transaction.run("MATCH (s:Scheme) DETACH DELETE s")

    graph.write(break_off)

    # Act
    wrote = ensure_reference(graph)

    # Assert
    assert wrote
    assert without_time(fingerprint(graph)) == without_time(before)


def without_time(state: set[str]) -> set[str]:
    return {line.split("('loaded_at'")[0] for line in state}
