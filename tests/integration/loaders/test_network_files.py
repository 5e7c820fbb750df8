"""Network files in a real graph: loaded twice they write nothing, and what a graph holds comes back from every format."""

from pathlib import Path
from typing import Any

import pytest

from graph.audiences import levels_of
from graph.connection import Graph
from graph.holdings import Holdings, holdings
from graph.messages import LANGUAGES
from loaders.exporting import all_exporters
from loaders.run import load
from tests.building import load_facts
from tests.engines import TestDatabase, fingerprint
from tests.every_level import load_every_level
from tests.generated_graphs import generated_loads
from tests.network_holdings import KEPT, LOADER_OF

SAMPLES = Path(__file__).parents[2] / "sample_data"
FILES = [file for folder in ("kumu", "gephi") for file in sorted((SAMPLES / folder).iterdir()) if not file.name.startswith("bad_")]
FILES.append(SAMPLES / "kumu" / "bad_rows.xlsx")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_same_file_twice_writes_nothing(graph: Graph, file: Path) -> None:
    """Every record is accounted for; the second load finds everything as it was."""
    first = load(lambda: graph, file)
    before = fingerprint(graph)
    second = load(lambda: graph, file)

    for report in (first, second):
        assert report.rows_in == report.written + report.unchanged + report.refused + report.set_aside
    assert first.written > 0
    assert (second.written, second.retired) == (0, 0)
    assert fingerprint(graph) == before


@pytest.mark.parametrize("format_", LOADER_OF)
@pytest.mark.parametrize("content", [0, 1, 2, "every level"])
def test_a_graph_comes_back_from_every_format(embedded_database: TestDatabase, content: int | str, format_: str, tmp_path: Path) -> None:
    """What is written for an audience and loaded into an empty graph is the same: ids, labels, properties, codes, ends."""
    # Arrange
    graph = embedded_database.empty()
    if isinstance(content, int):
        for one in generated_loads(content):
            load_facts(graph, one.dataset, one.facts)
    else:
        load_every_level(graph)
    held = holdings(graph, visible=levels_of("restricted"))
    exporter = all_exporters()[format_]
    out = tmp_path / f"network{exporter.suffix}"

    for wording in LANGUAGES:
        # Act
        exporter.write(held, out, wording)
        empty = embedded_database.empty()
        report = load(lambda: empty, out)  # noqa: B023 - called at once

        # Assert
        assert (report.refused, report.set_aside) == (0, 0)
        assert compared(holdings(empty, visible=levels_of("restricted"))) == compared(held)


@pytest.mark.parametrize(
    "sample", [SAMPLES / "kumu" / "map.xlsx", SAMPLES / "gephi" / "gephi_1_3.gexf", SAMPLES / "gephi" / "igraph.graphml"]
)
@pytest.mark.parametrize("format_", LOADER_OF)
def test_a_file_of_others_comes_back_from_every_format(embedded_database: TestDatabase, sample: Path, format_: str, tmp_path: Path) -> None:
    """Loaded, written and loaded into the same graph: the second source states what the first did, of the same things."""
    # Arrange
    graph = embedded_database.empty()
    load(lambda: graph, sample)
    before = holdings(graph, visible=levels_of("public"))
    exporter = all_exporters()[format_]

    # Act
    written = exporter.write(before, tmp_path / f"back{exporter.suffix}", "ja")
    report = load(lambda: graph, written.files[0])

    # Assert
    assert (report.refused, report.set_aside) == (0, 0)
    assert compared(holdings(graph, visible=levels_of("public"))) == compared(before)


def compared(held: Holdings) -> dict[str, Any]:
    """Everything that a network file carries, by id."""
    nodes = {one.id: (one.labels, _stated(one.properties), held.codes.get(one.id, ())) for one in held.nodes}
    return nodes | {one.id: (one.type, one.start, one.end, _stated(one.properties)) for one in held.relationships}


def _stated(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if name not in KEPT}
