"""A newer version of a source: what it no longer states moves out, in full, and nothing of other sources does."""

import json
from dataclasses import replace
from datetime import date
from re import sub
from typing import Any

from graph.connection import Graph
from graph.facts import Dataset, Fact
from graph.identity import organization_key
from graph.model.organizations import Organization
from graph.model.ties import CollaboratesWith
from tests.building import LOADED_AT, Town, load_facts, quoting
from tests.engines import facts_of, fingerprint

FIRST = Dataset(name="samples/甲", title="甲", as_of=date(2026, 4, 1))
SECOND = Dataset(name="samples/乙", title="乙", as_of=date(2026, 10, 1))
LATER = "2027-04-01T09:00:00+09:00"
KINDS = {"['Organization']", "['Evidence']", "COLLABORATES_WITH"}


def body(name: str, quote: str | None = None, **more: Any) -> Fact:
    return quoting(Fact(what=Organization(key=organization_key("a", name), name=name, **more), evidence=()), quote or f"{name}の文")


def tie(one: Fact, other: Fact) -> Fact:
    ends: dict[str, Any] = {"start": one.what.reference, "end": other.what.reference}  # type: ignore[union-attr]
    return quoting(Fact(what=CollaboratesWith(**ends), evidence=()), "連携する")


def names(graph: Graph) -> set[str]:
    return {one["name"] for one in facts_of(graph, "Organization")}


def test_a_newer_version_retires_what_it_no_longer_states(graph: Graph) -> None:
    """The fact, its relationships and its evidence leave; the count of retired facts is the plan's."""
    # Arrange
    i, ro, ha = body("い"), body("ろ"), body("は")
    load_facts(graph, FIRST, [i, ro, ha, tie(i, ro), tie(ro, ha)])

    # Act
    plan = load_facts(graph, FIRST, [i, ro, tie(i, ro)], version="2", at=LATER)

    # Assert
    assert plan.retired == 2
    assert names(graph) == {"い", "ろ"}
    assert {one["fact"] for one in facts_of(graph, "Evidence")} == {i.id, ro.id, tie(i, ro).id}
    assert graph.read("MATCH ()-[r:COLLABORATES_WITH]->() RETURN count(r) AS ties") == [{"ties": 1}]


def test_what_was_retired_is_kept_in_full(graph: Graph) -> None:
    """A node and a relationship with their properties and their evidence, when, why and by which dataset."""
    # Arrange
    i, ro = body("い"), body("ろ", kana="ろ", ended_on=date(2026, 3, 31))
    load_facts(graph, FIRST, [i, ro, tie(i, ro)])
    before = {one["id"]: one for one in facts_of(graph, "Organization", "Evidence")}

    # Act
    load_facts(graph, FIRST, [i], version="2", at=LATER)

    # Assert
    withdrawn = {one["fact"]: one for one in facts_of(graph, "Withdrawn")}
    node, relationship = withdrawn[ro.id], withdrawn[tie(i, ro).id]
    assert withdrawn.keys() == {ro.id, tie(i, ro).id}
    assert (node["kind"], node["labels"], node["why"], node["dataset"]) == ("node", ["Organization"], "retired", FIRST.name)
    assert (relationship["kind"], relationship["labels"]) == ("relationship", ["COLLABORATES_WITH"])
    assert {relationship["start"], relationship["end"]} == {f"Organization {i.id}", f"Organization {ro.id}"}
    content = json.loads(node["content"])
    assert content["properties"] == as_stored(before[ro.id])
    assert content["evidence"] == [as_stored(one) for one in before.values() if one.get("fact") == ro.id]
    assert [one["quote"] for one in json.loads(relationship["content"])["evidence"]] == ["連携する"]
    assert {one["visibility"] for one in withdrawn.values()} == {"restricted"}
    assert {one["withdrawn_at"] for one in withdrawn.values()} == {LATER}


def as_stored(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: {"date": value.isoformat()} if isinstance(value, date) else value for name, value in properties.items()}


def test_facts_of_another_dataset_stay(graph: Graph) -> None:
    """A source retires only its own; what both state loses one source and its evidence."""
    # Arrange
    shared, other = body("い", "甲の文"), body("ろ")
    load_facts(graph, FIRST, [shared, body("は")])
    load_facts(graph, SECOND, [quoting(shared, "乙の文"), other, tie(shared, other)])

    # Act
    plan = load_facts(graph, FIRST, [body("に")], version="2")

    # Assert
    found = {one["name"]: one for one in facts_of(graph, "Organization")}
    assert plan.retired == 1
    assert found.keys() == {"い", "ろ", "に"}
    assert found["い"]["sources"] == [SECOND.name]
    assert {one["quote"] for one in facts_of(graph, "Evidence") if one["fact"] == shared.id} == {"乙の文"}
    assert found["い"]["evidence"] == [one["id"] for one in facts_of(graph, "Evidence") if one["fact"] == shared.id]
    assert graph.read("MATCH ()-[r:COLLABORATES_WITH]->() RETURN count(r) AS ties") == [{"ties": 1}]


def test_reference_data_stay_when_the_last_source_that_named_them_goes(graph: Graph) -> None:
    """Areas and codes are nobody's to retire."""
    # Arrange
    before = stated_of_reference(graph)
    town = Town()
    town.state(town.area)
    town.service("買い物支援", "SHOP", held_in=town.area)
    town.into(graph)

    # Act
    load_facts(graph, Dataset(name="samples/見本", title="見本"), [], version="2")

    # Assert
    assert stated_of_reference(graph) == before


def stated_of_reference(graph: Graph) -> list[tuple[str, str, list[str], list[str]]]:
    rows = facts_of(graph, "Area", "ServiceCategory", "NeedCategory", "ActorType", "Scheme")
    return sorted((one["id"], one["name"], one["sources"], one.get("evidence", [])) for one in rows)


def test_both_versions_of_a_source_stay_and_one_is_current(graph: Graph) -> None:
    """What was shown when can still be said."""
    # Arrange
    load_facts(graph, FIRST, [body("い")], version="1")

    # Act
    load_facts(graph, replace(FIRST, as_of=date(2026, 6, 1)), [body("い")], version="2")
    newer = current(graph)
    load_facts(graph, FIRST, [body("い")], version="1")

    # Assert
    assert newer == {"1": False, "2": True}
    assert current(graph) == {"1": True, "2": False}


def current(graph: Graph) -> dict[str, bool]:
    return {one["checksum"]: one["current"] for one in facts_of(graph, "Source") if one["dataset"] == FIRST.name}


def test_the_same_newer_version_twice_changes_nothing(graph: Graph) -> None:
    """Nothing is withdrawn a second time."""
    # Arrange
    load_facts(graph, FIRST, [body("い"), body("ろ"), tie(body("い"), body("ろ"))])
    load_facts(graph, FIRST, [body("い")], version="2", at=LATER)
    before = fingerprint(graph)

    # Act
    plan = load_facts(graph, FIRST, [body("い")], version="2", at=LOADED_AT)

    # Assert
    assert plan.is_empty
    assert fingerprint(graph) == before


def test_what_comes_back_in_a_later_version_is_there_again(graph: Graph) -> None:
    """With its relationships and evidence; that it was withdrawn in between is kept."""
    # Arrange
    facts = [body("い"), body("ろ"), tie(body("い"), body("ろ"))]
    load_facts(graph, FIRST, facts)
    before = fingerprint(graph)
    load_facts(graph, FIRST, [body("い")], version="2", at=LATER)

    # Act
    load_facts(graph, FIRST, facts, version="1")

    # Assert
    assert of_kinds(fingerprint(graph)) == of_kinds(before)
    assert len(facts_of(graph, "Withdrawn")) == 2


def of_kinds(lines: set[str]) -> set[str]:
    """Facts and evidence, without the load that brought them."""
    return {sub(r"\('load', '[^']*'\)", "", line) for line in lines if line.split()[0] in KINDS}
