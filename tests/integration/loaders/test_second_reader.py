"""Loading with a second reader into a real graph: inferred evidence that is open for review, repeatable, and all or nothing."""

from pathlib import Path

import pytest

from graph import evidence
from graph.connection import Graph
from graph.errors import LoadStopped
from loaders.report import Report
from loaders.run import Choices, load
from tests.engines import facts_of, fingerprint
from tests.unit.loaders.case_studies.extractors.stand_in import Reply, StandIn, answer, standing_in
from tests.unit.loaders.case_studies.extractors.town import GOOD, TOWN

SECOND = Choices(second_reader=True)


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """The town's file."""
    file = tmp_path / "town.md"
    file.write_text(TOWN, encoding="utf-8")
    return file


def loaded(monkeypatch: pytest.MonkeyPatch, graph: Graph, town: Path, endpoint: StandIn, choices: Choices = SECOND) -> Report:
    for name, value in endpoint.environment(town.parent).items():
        monkeypatch.setenv(name, value)
    return load(lambda: graph, town, choices)


def read_second(graph: Graph) -> list[dict[str, object]]:
    """The evidence that the second reader brought."""
    return [one for one in facts_of(graph, "Evidence") if one["extractor"] == "second_reader"]


def test_proposals_enter_inferred_and_open_for_review(graph: Graph, monkeypatch: pytest.MonkeyPatch, town: Path) -> None:
    """Each is evidence with its quotation, inferred, review open; a second load with the same answers writes nothing."""
    # Act
    with standing_in([answer(*GOOD)]) as endpoint:
        first = loaded(monkeypatch, graph, town, endpoint)
        before = fingerprint(graph)
        second = loaded(monkeypatch, graph, town, endpoint)

    # Assert
    brought = read_second(graph)
    assert {(one["certainty"], one["review"]) for one in brought} == {("inferred", "open")}
    assert {"ゆいの会", "べにざわ号", "運んでいるのは紅沢交通だ"} <= {str(one["quote"]) for one in brought}
    assert (first.written, second.written, second.unchanged, second.retired) == (1, 0, first.rows_in - first.set_aside, 0)
    assert fingerprint(graph) == before


def test_the_facts_of_the_rules_are_the_same_with_and_without(graph: Graph, monkeypatch: pytest.MonkeyPatch, town: Path) -> None:
    """Loading without the second reader afterwards retires what only it had read, and leaves everything else as it was."""
    # Arrange
    load(lambda: graph, town)
    by_rules = {one["id"]: one for one in facts_of(graph, "Evidence")}

    # Act
    with standing_in([answer(*GOOD)]) as endpoint:
        loaded(monkeypatch, graph, town, endpoint)
    both = {one["id"]: one for one in facts_of(graph, "Evidence")}
    report = load(lambda: graph, town)

    # Assert
    assert {id_: {**both[id_], "load": None} for id_ in by_rules} == {id_: {**one, "load": None} for id_, one in by_rules.items()}
    assert report.retired == len(both) - len(by_rules) == len(GOOD)
    assert {one["id"] for one in facts_of(graph, "Evidence")} == set(by_rules)


@pytest.mark.parametrize("reply", [Reply(status=401), Reply(status=307, headers={"Location": "http://198.51.100.7/"}), Reply(body=b"{}")])
def test_an_endpoint_that_fails_leaves_the_graph_as_it_was(
    embedded_graph: Graph, monkeypatch: pytest.MonkeyPatch, town: Path, reply: Reply
) -> None:
    """Nothing is written and nothing retired: what an earlier load with the second reader brought stays."""
    # Arrange
    with standing_in([answer(*GOOD)]) as endpoint:
        loaded(monkeypatch, embedded_graph, town, endpoint)
    before = fingerprint(embedded_graph)

    # Act
    with standing_in([reply]) as endpoint, pytest.raises(LoadStopped):
        loaded(monkeypatch, embedded_graph, town, endpoint)

    # Assert
    assert fingerprint(embedded_graph) == before


def test_a_rejected_proposal_does_not_come_back(embedded_graph: Graph, monkeypatch: pytest.MonkeyPatch, town: Path) -> None:
    """Its evidence keeps its id from load to load, and so the decision about it."""
    with standing_in([answer(*GOOD)]) as endpoint:
        loaded(monkeypatch, embedded_graph, town, endpoint)
        (bus,) = [one for one in read_second(embedded_graph) if one["quote"] == "べにざわ号"]
        evidence.reject(embedded_graph, str(bus["id"]), by="coordinator", reason="車の名前")
        loaded(monkeypatch, embedded_graph, town, endpoint)
    assert "べにざわ号" not in {one["quote"] for one in read_second(embedded_graph)}


def test_a_source_for_members_is_written_as_such(embedded_graph: Graph, town: Path) -> None:
    """The level that is given with the load holds for everything that only this source states."""
    load(lambda: embedded_graph, town, Choices(visibility="members"))
    assert {one["visibility"] for one in facts_of(embedded_graph, "Evidence", "Organization", "Service", "Need")} == {"members"}
