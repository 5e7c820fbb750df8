"""Published tables in a real graph: counts that add up, nothing written twice."""

from pathlib import Path

import pytest

from graph.connection import Graph
from loaders.run import load
from tests.engines import facts_of, fingerprint

SAMPLES = Path(__file__).parents[2] / "sample_data" / "municipal_open_data"
GOOD = sorted(path.name for path in SAMPLES.iterdir() if not path.name.startswith("bad_"))


def test_every_table_twice_writes_nothing(graph: Graph) -> None:
    """All kinds of table into one graph; the second time each row is unchanged, and the graph as it was."""
    first = [load(lambda: graph, SAMPLES / name) for name in GOOD]
    before = fingerprint(graph)
    second = [load(lambda: graph, SAMPLES / name) for name in GOOD]

    assert all(report.rows_in == report.written + report.unchanged for report in first)
    assert {(report.written, report.retired) for report in second} == {(0, 0)}
    assert fingerprint(graph) == before


@pytest.mark.parametrize(("name", "rows", "refused"), [("bad_events.csv", 7, 6), ("bad_population.csv", 6, 5)])
def test_rows_in_are_written_refused_or_unchanged(graph: Graph, name: str, rows: int, refused: int) -> None:
    """Nothing is dropped silently."""
    report = load(lambda: graph, SAMPLES / name)

    assert report.rows_in == report.written + report.unchanged + report.refused + report.set_aside == rows
    assert report.refused == refused


def test_an_event_is_held_in_the_facility_of_the_list(graph: Graph) -> None:
    """The premises of the event and the facility are one body."""
    load(lambda: graph, SAMPLES / "public_facilities.csv")
    load(lambda: graph, SAMPLES / "events.csv")

    (hall,) = [one for one in facts_of(graph, "Organization") if one["name"] == "みほん中央公民館"]
    assert len(hall["sources"]) == 2
