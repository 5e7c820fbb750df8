"""The portal's download in a real graph."""

from datetime import date
from pathlib import Path

from graph.connection import Graph
from loaders.run import load
from tests.engines import facts_of, fingerprint

REGISTER = Path(__file__).parents[3] / "sample_data" / "npo_portal" / "register.zip"


def test_the_same_zip_twice_writes_nothing(graph: Graph) -> None:
    """Every row is accounted for, and the second load leaves every node and relationship as it was."""
    first = load(lambda: graph, REGISTER)
    before = fingerprint(graph)
    second = load(lambda: graph, REGISTER)

    for report in (first, second):
        assert report.rows_in == report.written + report.unchanged + report.refused + report.set_aside == 7
    assert (first.source, first.written) == ("npo_portal", 7)
    assert (second.written, second.retired) == (0, 0)
    assert fingerprint(graph) == before


def test_a_body_that_ended_is_still_there(graph: Graph) -> None:
    """With its last day, on the day for which the register holds."""
    load(lambda: graph, REGISTER)

    ended = {one["name"]: one["ended_on"] for one in facts_of(graph, "Organization") if one.get("ended_on")}

    assert ended == {"特定非営利活動法人終わりの見本": date(2004, 5, 18), "特定非営利活動法人取消見本": date(2020, 2, 19)}
