"""How a fact came to be as it is: loads, reviews, undoing and joining, told to those who may know."""

from datetime import date
from typing import Any

import pytest

from graph import evidence, loads, merging, withdrawn
from graph.connection import Graph
from graph.errors import QueryMisused
from graph.facts import Dataset
from graph.history import History, history_of
from graph.history_lookup import fact_meant
from graph.reading import Reader
from tests.building import Town, load_facts

REGISTER = Dataset(name="samples/register", title="見本の登録簿")
UNTIL_2026, UNTIL_2027 = date(2026, 3, 31), date(2027, 3, 31)


def loading(graph: Graph, version: int, *services: str, dataset: Dataset = REGISTER, **more: Any) -> None:
    """A version of the register: one body and its services."""
    town = Town()
    body = town.body("見本の会")
    for name in services:
        town.service(name, by=[body], **more)
    load_facts(graph, dataset, town.facts, version=str(version), at=f"2026-11-0{version}T09:00:00+00:00")


def told(graph: Graph, name: str, audience: str = "members") -> History:
    reader = Reader(graph, audience=audience)
    return history_of(reader, fact_meant(reader, name))


def kinds(history: History) -> list[tuple[str, str]]:
    return [(one.at[:10], one.kind) for one in history.events]


def evidence_of(graph: Graph, name: str) -> str:
    rows = graph.read("MATCH (s:Service {name: $name}) MATCH (e:Evidence) WHERE e.fact = s.id RETURN e.id AS id", name=name)
    return str(rows[0]["id"])


def test_it_came_changed_went_and_came_back(graph: Graph) -> None:
    """The newest first, with the file and load that did it, and each field before and after."""
    # Arrange
    loading(graph, 1, "送迎", "配食", valid_to=UNTIL_2026)
    loading(graph, 2, "送迎", "配食", valid_to=UNTIL_2027)
    loading(graph, 3, "配食", valid_to=UNTIL_2027)
    while_gone = told(graph, "送迎")

    # Act
    loading(graph, 4, "配食", "送迎", valid_to=UNTIL_2027)
    found = told(graph, "送迎")

    # Assert
    assert (while_gone.stands, kinds(while_gone)[0]) == (False, ("2026-11-03", "went"))
    assert (found.label, found.name, found.stands) == ("Service", "送迎", True)
    assert kinds(found) == [("2026-11-04", "came_back"), ("2026-11-03", "went"), ("2026-11-02", "changed"), ("2026-11-01", "came")]
    changed = found.events[2]
    assert [(one.name, one.before, one.after) for one in changed.fields] == [("valid_to", UNTIL_2026, UNTIL_2027)]
    assert {one.file for one in found.events} == {"sample.csv"}
    assert len({one.load for one in found.events}) == 4
    assert found.events[1].why == "retired"


def test_what_never_changed_has_one_event(graph: Graph) -> None:
    """The same version again, or versions that say the same of it, add nothing."""
    for version in (1, 2, 3):
        loading(graph, version, "送迎", *["配食"][: version - 1])

    assert kinds(told(graph, "送迎")) == [("2026-11-01", "came")]


def test_reviews_are_part_of_it(graph: Graph) -> None:
    """A correction with what it changed, by which role and why; the reason is not for the public."""
    loading(graph, 1, "送迎", fee="100円")
    evidence.correct(graph, evidence_of(graph, "送迎"), {"fee": "200円"}, by="coordinator", reason="電話で確かめた")

    corrected = told(graph, "送迎").events[0]
    public = told(graph, "送迎", audience="public").events[0]

    assert (corrected.kind, corrected.why, corrected.by, corrected.reason) == ("changed", "corrected", "coordinator", "電話で確かめた")
    assert [(one.name, one.before, one.after) for one in corrected.fields] == [("fee", "100円", "200円")]
    assert (public.why, public.reason) == ("corrected", None)


def test_what_was_rejected_and_put_back_is_told(graph: Graph) -> None:
    """It went for a reason, and came back by a person's hand."""
    loading(graph, 1, "送迎")
    evidence.reject(graph, evidence_of(graph, "送迎"), by="council", reason="別の団体のこと")
    (record,) = [one for one in withdrawn.listed(graph) if one.labels == ("Service",)]
    gone = told(graph, "送迎")
    withdrawn.restore(graph, record.id, by="council")

    assert [(one.kind, one.why, one.reason) for one in gone.events] == [("went", "rejected", "別の団体のこと"), ("came", "load", None)]
    assert [(one.kind, one.why) for one in told(graph, "送迎").events] == [
        ("came_back", "put_back"),
        ("went", "rejected"),
        ("came", "load"),
    ]


def test_a_load_that_was_taken_back_is_told(graph: Graph) -> None:
    """What only it brought went with it."""
    loading(graph, 1, "配食")
    loading(graph, 2, "配食", "送迎")
    loads.undo(graph, by="coordinator")

    found = told(graph, "送迎")

    assert [(one.kind, one.why) for one in found.events] == [("went", "undone"), ("came", "load")]
    assert not found.stands


def test_a_tie_has_a_history_too(graph: Graph) -> None:
    """By its id; named by its ends."""
    loading(graph, 1, "送迎")
    (tie,) = graph.read("MATCH (:Organization)-[r:PROVIDES]->(:Service) RETURN r.id AS id")

    found = told(graph, tie["id"])

    assert (found.label, found.name, kinds(found)) == ("PROVIDES", "見本の会 → 送迎", [("2026-11-01", "came")])


def test_a_body_that_became_part_of_another_is_told_as_that(graph: Graph) -> None:
    """By the id of either; the joining is an event with its reason, for those who may see the ledger."""
    town = Town()
    kept, gone = town.bodies("見本の会", "見本会")
    town.into(graph)
    merging.merge(graph, kept.id, gone.id, by="coordinator", reason="同じ会")

    found = told(graph, gone.id, audience="restricted")

    assert found.fact == kept.id
    assert found.name == "見本の会"
    assert (found.events[0].kind, found.events[0].quotes, found.events[0].reason) == ("joined", ("見本会",), "同じ会")
    assert found.events[-1].kind == "came"
    assert [one.kind for one in told(graph, gone.id).events] == ["came"]


def test_what_is_withdrawn_is_not_for_the_public(graph: Graph) -> None:
    """Neither that it was there nor what it said; of what stands, what it said before is not told either."""
    loading(graph, 1, "送迎", "配食", fee="100円")
    loading(graph, 2, "配食", fee="200円")

    with pytest.raises(QueryMisused, match="unknown_fact"):
        told(graph, "送迎", audience="public")
    standing = told(graph, "配食", audience="public")

    assert [one.kind for one in standing.events] == ["came"]
    assert "100円" not in str(standing)


def test_what_is_for_few_is_not_found_by_others(graph: Graph) -> None:
    """A restricted service is unknown by name and by id to members, and known to those who may see it."""
    loading(graph, 1, "送迎", dataset=Dataset(name="samples/inner", title="内々", visibility="restricted"))
    (row,) = graph.read("MATCH (s:Service) RETURN s.id AS id")

    for text in ("送迎", row["id"]):
        with pytest.raises(QueryMisused, match="unknown_fact"):
            told(graph, text)
        assert told(graph, text, audience="restricted").stands


def test_a_name_of_several_is_refused_with_all_of_them(graph: Graph) -> None:
    """Never chosen; the beginning of an id decides, and a name is found however it is written."""
    for name in ("名張市", "伊賀市"):
        town = Town(name)
        body = town.body("社会福祉法人　見本会")
        load_facts(graph, Dataset(name=f"samples/{name}", title="見本"), town.facts, version=name)

    with pytest.raises(QueryMisused) as several:
        told(graph, "(福)見本会")

    assert several.value.key == "fact_ambiguous"
    assert all(name in str(several.value.values["candidates"]) for name in ("名張市", "伊賀市", body.id[:8]))
    assert told(graph, body.id[:8]).fact == body.id
    with pytest.raises(QueryMisused, match="unknown_fact"):
        told(graph, "どこにもない会")
