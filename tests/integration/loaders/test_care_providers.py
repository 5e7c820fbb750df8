"""Care offices in a real graph: counts that add up, nothing written twice, one service whatever file names it."""

from pathlib import Path

from graph.connection import Graph
from loaders.run import load
from tests.engines import facts_of, fingerprint

SAMPLES = Path(__file__).parents[2] / "sample_data" / "care_providers"
OFFICES, ONE_CITY, BAD = SAMPLES / "offices.csv", SAMPLES / "one_city_older_heads.csv", SAMPLES / "bad_rows.csv"


def test_the_same_file_twice_writes_nothing(graph: Graph) -> None:
    """The second report is all unchanged, and every node and relationship is as it was."""
    first = load(lambda: graph, OFFICES)
    before = fingerprint(graph)
    second = load(lambda: graph, OFFICES)

    assert first.written == first.rows_in == 9
    assert (second.written, second.unchanged, second.retired) == (0, 9, 0)
    assert fingerprint(graph) == before


def test_rows_in_are_written_refused_or_unchanged(graph: Graph) -> None:
    """Ten of fifteen rows are refused, five taken."""
    report = load(lambda: graph, BAD)

    assert report.rows_in == report.written + report.unchanged + report.refused + report.set_aside == 15
    assert (report.written, report.refused) == (5, 10)


def test_two_files_name_one_office_and_one_service(graph: Graph) -> None:
    """The file of one city and the wider one: each body and service stands once, with both datasets as sources."""
    load(lambda: graph, OFFICES)
    services = facts_of(graph, "Service")
    load(lambda: graph, ONE_CITY)

    again = facts_of(graph, "Service")
    assert {one["id"] for one in again} == {one["id"] for one in services}
    assert sum(len(one["sources"]) == 2 for one in again) == 3


def test_another_name_of_an_office_is_its_alias(graph: Graph) -> None:
    """The office that stands under two names has the second as alias, and its name does not differ."""
    load(lambda: graph, OFFICES)

    (office,) = [one for one in facts_of(graph, "Organization") if one["name"] == "ケアセンターみなも"]
    assert office["aliases"] == ["デイサービスみなも"]
    assert "name" not in (office.get("differs") or [])
