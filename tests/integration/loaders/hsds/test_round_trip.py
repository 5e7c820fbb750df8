"""HSDS out and in again: nothing that the graph holds and the format can carry is lost, added or doubled."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from graph.audiences import levels_of
from graph.connection import Graph
from graph.holdings import Holdings, holdings
from graph.model.definitions import VISIBILITY_LEVELS
from loaders.hsds import EXPORTERS
from loaders.report import Report
from loaders.run import load
from tests.building import load_facts
from tests.engines import TestDatabase
from tests.every_level import load_every_level
from tests.generated_graphs import generated_loads
from tests.hsds_directory import directory
from tests.hsds_packages import package
from tests.hsds_validator import faults, tables_in

(EXPORTER,) = EXPORTERS
KEPT_BY_WRITING = {"sources", "evidence"}


def by_chance(graph: Graph, seed: int) -> None:
    """Two sources by chance that name some of the same bodies, with every visibility."""
    for one in generated_loads(seed):
        load_facts(graph, one.dataset, one.facts)


GRAPHS: dict[str, Callable[[Graph], object]] = {
    "every level": load_every_level,
    **{f"by chance {seed}": partial(by_chance, seed=seed) for seed in (1, 3)},
}
every_graph = pytest.mark.parametrize("content", GRAPHS.values(), ids=GRAPHS)
every_audience = pytest.mark.parametrize("audience", [VISIBILITY_LEVELS[0], VISIBILITY_LEVELS[-1]])


def held_by(graph: Graph, audience: str = "restricted") -> Holdings:
    return holdings(graph, visible=levels_of(audience))


def exported(held: Holdings, out: Path) -> bytes:
    EXPORTER.write(held, out, "ja")
    return out.read_bytes()


def loaded(graph: Graph, path: Path) -> Report:
    return load(lambda: graph, path)


def facts_of(held: Holdings) -> dict[str, Any]:
    """Every fact by its id, without what writing keeps of who states it."""
    rows: dict[str, Any] = {}
    for node in held.nodes:
        if node.id in held.evidence:
            rows[node.id] = (node.labels, held.codes.get(node.id), _without_kept(node.properties))
    for one in held.relationships:
        if one.id in held.evidence:
            rows[one.id] = (one.type, one.start, one.end, _without_kept(one.properties))
    return rows


def _without_kept(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if name not in KEPT_BY_WRITING}


@every_graph
@every_audience
def test_a_package_fits_the_standard(embedded_graph: Graph, content: Callable[[Graph], object], audience: str, tmp_path: Path) -> None:
    """Required fields, types, enumerations, uniqueness and foreign keys of the schema table; ids are UUID v5."""
    content(embedded_graph)

    made = exported(held_by(embedded_graph, audience), tmp_path / "made.zip")

    assert faults(made) == []


@every_graph
@every_audience
def test_loaded_into_an_empty_graph_it_gives_the_same_package(
    embedded_database: TestDatabase, content: Callable[[Graph], object], audience: str, tmp_path: Path
) -> None:
    """Every row of every table, to the last cell; only who states it is another."""
    # Arrange
    graph = embedded_database.empty()
    content(graph)
    first = exported(held_by(graph, audience), tmp_path / "first.zip")
    graph = embedded_database.empty()

    # Act
    report = loaded(graph, tmp_path / "first.zip")
    second = exported(held_by(graph), tmp_path / "second.zip")

    # Assert
    assert (report.refused, report.set_aside, report.written) == (0, 0, report.rows_in)
    assert tables_in(second) == tables_in(first)


@every_graph
@every_audience
def test_loaded_where_it_came_from_it_changes_no_fact(
    embedded_graph: Graph, content: Callable[[Graph], object], audience: str, tmp_path: Path
) -> None:
    """No thing is there twice, none says another thing or a newer day; the new dataset states them too."""
    # Arrange
    content(embedded_graph)
    before = held_by(embedded_graph)
    exported(held_by(embedded_graph, audience), tmp_path / "made.zip")

    # Act
    first = loaded(embedded_graph, tmp_path / "made.zip")
    again = loaded(embedded_graph, tmp_path / "made.zip")

    # Assert
    after = held_by(embedded_graph)
    assert facts_of(after) == facts_of(before)
    assert (first.refused, again.written, again.unchanged) == (0, 0, first.rows_in)
    assert {first.dataset} < {name for one in after.nodes for name in one.properties["sources"]}


def test_a_directory_goes_in_and_out(graph: Graph, tmp_path: Path) -> None:
    """What the graph holds of a directory of others stands in the tables of the standard again."""
    # Arrange
    (tmp_path / "daicho.zip").write_bytes(package(directory()))

    # Act
    report = loaded(graph, tmp_path / "daicho.zip")
    made = exported(held_by(graph), tmp_path / "made.zip")

    # Assert
    tables = tables_in(made)
    assert report.rows_in == report.written + report.unchanged + report.refused + report.set_aside == 9
    assert faults(made) == []
    assert {row["name"] for row in tables["organization"]} == {"髙﨑見守り隊", "NPO法人𠮷野の森", "名張地区協議体"}
    assert {(row["name"], row["status"], row["fees_description"], row["assured_date"]) for row in tables["service"]} == {
        ("㈱見守り訪問", "active", "無料", "2026-04-01"),
        ("森のサロン", "active", "1回100円", "2025-10-01"),
        ("移動販売", "defunct", "", "2026-04-01"),
    }
    assert {(row["city"], row["address_1"]) for row in tables["address"]} >= {("名張市", "見本町1番地"), ("名張市", "見本が丘2番地")}
    assert [row["identifier"] for row in tables["organization_identifier"]] == ["8999900000001"]
    assert {row["source"] for row in tables["funding"]} == {"見本共同募金", "髙﨑見守り隊"}


def test_a_directory_that_went_through_the_graph_stays_as_it_is(embedded_database: TestDatabase, tmp_path: Path) -> None:
    """Out, into an empty graph, out again: the same tables."""
    # Arrange
    (tmp_path / "daicho.zip").write_bytes(package(directory()))
    graph = embedded_database.empty()
    loaded(graph, tmp_path / "daicho.zip")
    first = exported(held_by(graph), tmp_path / "first.zip")

    # Act
    graph = embedded_database.empty()
    loaded(graph, tmp_path / "first.zip")

    # Assert
    assert tables_in(exported(held_by(graph), tmp_path / "second.zip")) == tables_in(first)


def test_a_directory_loaded_twice_changes_nothing(graph: Graph, tmp_path: Path) -> None:
    """The second load writes nothing."""
    (tmp_path / "daicho.zip").write_bytes(package(directory()))
    first = loaded(graph, tmp_path / "daicho.zip")

    again = loaded(graph, tmp_path / "daicho.zip")

    assert (again.written, again.unchanged, again.retired) == (0, first.rows_in, 0)
