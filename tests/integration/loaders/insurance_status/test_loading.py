"""The status report in a real graph."""

from datetime import date
from pathlib import Path

from graph.connection import Graph
from loaders.run import Choices, load
from tests.engines import facts_of, fingerprint

REPORT = Path(__file__).parents[3] / "sample_data" / "insurance_status" / "insured.xlsx"


def test_the_same_report_twice_writes_nothing(graph: Graph) -> None:
    """Every row is accounted for, and the second load leaves every node and relationship as it was."""
    first = load(lambda: graph, REPORT)
    before = fingerprint(graph)
    second = load(lambda: graph, REPORT)

    for report in (first, second):
        assert report.rows_in == report.written + report.unchanged + report.refused + report.set_aside == 11
    assert (first.source, first.written, first.refused, first.set_aside) == ("insurance_status", 7, 1, 3)
    assert (second.written, second.retired) == (0, 0)
    assert fingerprint(graph) == before


def test_a_zero_and_its_day_are_kept(graph: Graph) -> None:
    """0 is stored as a value with the day of the title; what was blank is no node."""
    load(lambda: graph, REPORT, Choices(as_of=date(2020, 1, 1)))

    found = [one for one in facts_of(graph, "Observation") if one["indicator"] == "insured_foreign"]

    assert sorted(one["value"] for one in found) == [0, 25, 51, 210, 900]
    assert {one["as_of"] for one in found} == {date(2025, 3, 31)}
