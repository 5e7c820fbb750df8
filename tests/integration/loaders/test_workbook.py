"""The workbook and a real graph: loaded twice, written out and loaded back, changed by hand, taken to an empty graph."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from graph.audiences import levels_of
from graph.connection import Graph
from graph.evidence import reject
from graph.holdings import Holdings, holdings
from loaders.exporting import all_exporters
from loaders.report import Report
from loaders.run import load
from tests.building import load_facts
from tests.engines import facts_of, fingerprint
from tests.every_level import load_every_level
from tests.generated_graphs import generated_loads

SAMPLE = Path(__file__).parents[2] / "sample_data" / "workbook" / "名張の記入.xlsx"
META = {"sources", "evidence", "verified_on", "differs"}


def held(graph: Graph, audience: str = "restricted") -> Holdings:
    return holdings(graph, visible=levels_of(audience))


def written(graph: Graph, path: Path, audience: str = "restricted") -> Path:
    all_exporters()["xlsx"].write(held(graph, audience), path, "ja")
    return path


def change(path: Path, sheet: str, name: str, head: str, value: Any) -> None:
    """Fill one cell, as somebody does in a spreadsheet."""
    book = load_workbook(path)
    heads = [cell.value for cell in book[sheet][1]]
    (row,) = [row for row in book[sheet].iter_rows(min_row=2) if row[heads.index("名称")].value == name]
    row[heads.index(head)].value = value
    book.save(path)


def adds_up(report: Report) -> bool:
    return report.rows_in == report.written + report.unchanged + report.refused + report.set_aside


def by_chance(graph: Graph) -> None:
    for one in generated_loads(5):
        load_facts(graph, one.dataset, one.facts)


def filled_in(graph: Graph) -> None:
    load(lambda: graph, SAMPLE)


every_content = pytest.mark.parametrize("content", [load_every_level, by_chance, filled_in])


def test_the_same_workbook_twice_writes_nothing(graph: Graph) -> None:
    """The second report is all unchanged, and every node and relationship is as it was."""
    first = load(lambda: graph, SAMPLE)
    before = fingerprint(graph)
    second = load(lambda: graph, SAMPLE)

    assert first.written == first.rows_in > 0
    assert adds_up(first)
    assert (second.written, second.unchanged, second.retired) == (0, first.rows_in, 0)
    assert fingerprint(graph) == before


@every_content
@pytest.mark.parametrize("audience", ["restricted", "public"])
def test_loading_it_back_changes_nothing(graph: Graph, content: Callable[[Graph], None], audience: str, tmp_path: Path) -> None:
    """Not a fact, not a property, not even a source: what was written out for any audience repeats the graph."""
    # Arrange
    content(graph)
    path = written(graph, tmp_path / "書き出し.xlsx", audience)
    before = fingerprint(graph)

    # Act
    report = load(lambda: graph, path)

    # Assert
    assert (report.written, report.unchanged, report.retired, report.problems) == (0, report.rows_in, 0, ())
    assert fingerprint(graph) == before


@every_content
def test_an_empty_graph_gets_the_same_facts(
    embedded_graph: Graph, content: Callable[[Graph], None], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Every node and relationship with its properties; sources, evidence and what they make of it are the workbook's own."""
    # Arrange
    content(embedded_graph)
    before = without_bookkeeping(held(embedded_graph))
    path = written(embedded_graph, tmp_path / "書き出し.xlsx")
    empty: Graph = request.getfixturevalue("embedded_database").empty()

    # Act
    report = load(lambda: empty, path)

    # Assert
    assert adds_up(report)
    assert report.written == report.rows_in
    assert without_bookkeeping(held(empty)) == before
    assert load(lambda: empty, path).written == 0


def without_bookkeeping(found: Holdings) -> dict[str, tuple[Any, ...]]:
    """Id → what it is; codes are those that are as visible as their node, and of coded areas nothing is asked."""
    kinds = ("ActorType", "ServiceCategory", "NeedCategory", "Scheme")

    def said(properties: dict[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in properties.items() if name not in META | {"actor_types", "codes"}}

    nodes = {
        node.id: (node.labels, said(node.properties), tuple(found.open_codes_of(node.id, kind) for kind in kinds))
        for node in found.nodes
        if "code" not in node.properties
    }
    ties = {one.id: (one.type, one.start, one.end, said(one.properties)) for one in found.relationships}
    return nodes | {id_: tie for id_, tie in ties.items() if "area_codes" not in _sources(found, id_)}


def _sources(found: Holdings, id_: str) -> list[str]:
    return next(list(one.properties["sources"]) for one in found.relationships if one.id == id_)


def test_only_a_changed_row_becomes_a_fact_of_the_workbook(graph: Graph, tmp_path: Path) -> None:
    """One row is written, the others are unchanged; written out and changed again, the newer wording takes its place."""
    # Arrange
    load(lambda: graph, SAMPLE)
    path = written(graph, tmp_path / "手入れ.xlsx")
    change(path, "サービス", "おしゃべりサロン", "頻度", "月2回")

    # Act
    first = load(lambda: graph, path)
    again = written(graph, tmp_path / "手入れ.xlsx")
    change(again, "サービス", "おしゃべりサロン", "頻度", "毎週")
    second = load(lambda: graph, again)

    # Assert
    assert (first.written, second.written, first.retired, second.retired) == (1, 1, 0, 0)
    (service,) = [one for one in facts_of(graph, "Service") if one["name"] == "おしゃべりサロン"]
    assert service["frequency"] == "毎週"
    assert service["sources"] == ["workbook/名張のつながり", "workbook/手入れ"]


def test_deleting_rows_of_what_was_written_out_retires_nothing(graph: Graph, tmp_path: Path) -> None:
    """An export for the public, changed by hand, loaded back: what it lacks stays."""
    # Arrange
    load(lambda: graph, SAMPLE)
    path = written(graph, tmp_path / "手入れ.xlsx", "public")
    change(path, "サービス", "おしゃべりサロン", "頻度", "月2回")
    load(lambda: graph, path)
    before = {node.id for node in held(graph).nodes}
    part = written(graph, tmp_path / "手入れ.xlsx", "public")
    change(part, "サービス", "ほたる便", "利用料", "100円")
    book = load_workbook(part)
    book["組織"].delete_rows(2, 2)
    book["つながり"].delete_rows(2, 20)
    (number,) = [number for number, row in enumerate(book["サービス"].iter_rows(), start=1) if row[1].value == "おしゃべりサロン"]
    book["サービス"].delete_rows(number)
    book.save(part)

    # Act
    report = load(lambda: graph, part)

    # Assert
    assert report.retired == 0
    assert adds_up(report)
    assert {node.id for node in held(graph).nodes} == before


def test_what_was_rejected_does_not_come_back(graph: Graph, tmp_path: Path) -> None:
    """A copy of a sentence that somebody rejected after it was written out says nothing."""
    # Arrange
    load(lambda: graph, SAMPLE)
    path = written(graph, tmp_path / "書き出し.xlsx")
    (tie,) = held(graph).relationships_of("PRECEDES")
    for one in held(graph).evidence[tie.id]:
        reject(graph, one["id"], by="coordinator", reason="確認できない")
    before = fingerprint(graph)

    # Act
    report = load(lambda: graph, path)

    # Assert
    assert report.written == 0
    assert fingerprint(graph) == before
