"""A register of needs in a real graph."""

from pathlib import Path

from graph.connection import Graph
from loaders.run import load
from tests.engines import facts_of, fingerprint

REGISTER = Path(__file__).parents[3] / "sample_data" / "needs_register" / "register.xlsx"


def test_the_same_register_twice_writes_nothing(graph: Graph) -> None:
    """Every row is accounted for, and the second load leaves every node and relationship as it was."""
    first = load(lambda: graph, REGISTER)
    before = fingerprint(graph)
    second = load(lambda: graph, REGISTER)

    for report in (first, second):
        assert report.rows_in == report.written + report.unchanged + report.refused + report.set_aside == 9
    assert (first.source, first.written, first.set_aside) == ("needs_register", 8, 1)
    assert (second.written, second.retired) == (0, 0)
    assert fingerprint(graph) == before


def test_what_few_could_be_made_out_by_is_restricted_in_the_graph(graph: Graph) -> None:
    """No need shows a number below five, and no public evidence holds one."""
    load(lambda: graph, REGISTER)

    needs = {one["name"]: one for one in facts_of(graph, "Need")}
    public = {one["quote"] for one in facts_of(graph, "Evidence") if one["visibility"] == "public"}

    assert {name for name, one in needs.items() if one["visibility"] == "restricted"} == {"認知症", "話し相手がほしい"}
    assert {one["count"] for one in needs.values() if one.get("count")} == {12, 30, 42}
    assert public.isdisjoint({"2", "3", "話し相手がほしい", "地域ケア会議"})
