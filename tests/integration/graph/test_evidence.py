"""Reviewing: confirmed and corrected evidence stays, rejected evidence leaves with what rests on it alone, all can be taken back."""

from dataclasses import replace
from datetime import date

import pytest

from graph import evidence
from graph.connection import Graph
from graph.errors import QueryMisused
from graph.facts import Dataset, Fact
from graph.identity import organization_key
from graph.model.organizations import Organization
from graph.model.ties import CollaboratesWith
from tests.building import Town, load_facts, quoting
from tests.engines import facts_of, fingerprint

FIRST = Dataset(name="samples/甲", title="甲", as_of=date(2026, 4, 1))
SECOND = Dataset(name="samples/乙", title="乙", as_of=date(2026, 10, 1))
BOOKKEEPING = ("['Load']", "['Withdrawn']")
BY = "coordinator"


def body(name: str, quote: str, **more: object) -> Fact:
    return quoting(Fact(what=Organization(key=organization_key("a", name), name=name, **more), evidence=()), quote)  # type: ignore[arg-type]


def tie(one: Fact, other: Fact) -> Fact:
    start, end = (fact.what.reference for fact in (one, other))  # type: ignore[union-attr]
    return quoting(Fact(what=CollaboratesWith(start=start, end=end), evidence=()), "連携する")


def quoted(graph: Graph, quote: str) -> str:
    """Id of the evidence with these words."""
    return str(graph.read("MATCH (e:Evidence) WHERE e.quote = $quote RETURN e.id AS id", quote=quote)[0]["id"])


def stated(graph: Graph) -> set[str]:
    """The graph without what is written about it."""
    return {line for line in fingerprint(graph) if not line.startswith(BOOKKEEPING)}


def test_a_confirmation_says_who_when_and_why(graph: Graph) -> None:
    """A role, a time and a reason; the fact stays as it is."""
    # Arrange
    load_facts(graph, FIRST, [body("い", "いの文")])
    before = facts_of(graph, "Organization")

    # Act
    evidence.confirm(graph, quoted(graph, "いの文"), by=BY, reason="電話で確かめた")

    # Assert
    (found,) = facts_of(graph, "Evidence")
    assert (found["review"], found["reviewed_by"], found["reason"]) == ("confirmed", BY, "電話で確かめた")
    assert found["reviewed_at"].startswith("20")
    assert facts_of(graph, "Organization") == before


def test_rejecting_one_of_two_sentences_leaves_the_fact(graph: Graph) -> None:
    """The fact keeps what the other sentence states and loses what only the rejected one did."""
    # Arrange
    load_facts(graph, FIRST, [body("い", "甲の文", address="古町")])
    load_facts(graph, SECOND, [body("い", "乙の文", kana="い")])

    # Act
    evidence.reject(graph, quoted(graph, "甲の文"), by=BY, reason="別の団体")

    # Assert
    (found,) = facts_of(graph, "Organization")
    assert (found.get("address"), found["kana"], found["sources"]) == (None, "い", [SECOND.name])
    assert [one["quote"] for one in facts_of(graph, "Evidence")] == ["乙の文"]
    assert [(one["kind"], one["why"], one["by"]) for one in facts_of(graph, "Withdrawn")] == [("evidence", "rejected", BY)]


def test_rejecting_the_last_sentence_takes_the_fact_and_what_hangs_on_it(graph: Graph) -> None:
    """The body leaves, and its ties with it, in full; the bodies at their other ends stay."""
    # Arrange
    one, other = body("い", "いの文"), body("ろ", "ろの文")
    load_facts(graph, FIRST, [one, other, tie(one, other)])
    before = stated(graph)

    # Act
    evidence.reject(graph, quoted(graph, "いの文"), by=BY, reason="読み違い")

    # Assert
    assert [found["name"] for found in facts_of(graph, "Organization")] == ["ろ"]
    assert graph.read("MATCH ()-[r:COLLABORATES_WITH]->() RETURN count(r) AS ties") == [{"ties": 0}]
    records = {record["fact"]: record for record in facts_of(graph, "Withdrawn")}
    assert records.keys() == {one.id, tie(one, other).id}
    assert records[tie(one, other).id]["because_of"] == one.id
    evidence.reopen(graph, records[one.id]["evidence"][0], by=BY, reason="やはり正しい")
    reopened = ("review", "reviewed_by", "reviewed_at", "reason")
    assert {line for line in stated(graph) if reopened[1] not in line} <= before
    assert [found["name"] for found in facts_of(graph, "Organization")].sort() == ["い", "ろ"].sort()
    assert graph.read("MATCH ()-[r:COLLABORATES_WITH]->() RETURN count(r) AS ties") == [{"ties": 1}]


def test_a_correction_stands_in_the_place_of_what_was_read(graph: Graph) -> None:
    """The fact shows the corrected values, the sentence stays as it stood, and reopening brings the read values back."""
    # Arrange
    load_facts(graph, FIRST, [body("い", "いの文", kana="い", address="古町")])
    before = facts_of(graph, "Organization")
    id_ = quoted(graph, "いの文")

    # Act
    evidence.correct(graph, id_, {"kana": "いい", "address": "", "ended_on": "2026-03-31"}, by=BY, reason="名簿のとおり")
    (corrected,) = facts_of(graph, "Organization")
    (sentence,) = facts_of(graph, "Evidence")
    evidence.reopen(graph, id_, by=BY)

    # Assert
    assert (corrected["kana"], corrected.get("address"), corrected["ended_on"]) == ("いい", None, date(2026, 3, 31))
    assert (sentence["quote"], sentence["review"]) == ("いの文", "corrected")
    assert facts_of(graph, "Organization") == before


def test_codes_can_be_corrected(graph: Graph) -> None:
    """A service that was read as the wrong category is found under the right one."""
    # Arrange
    town = Town()
    service = town.service("移動販売", "SHOP")
    town.into(graph)
    (id_,) = service_evidence = [one["id"] for one in facts_of(graph, "Evidence") if one["fact"] == service.id]

    # Act
    evidence.correct(graph, id_, {"codes": "MEALS"}, by=BY, reason="配食だった")

    # Assert
    assert len(service_evidence) == 1
    rows = graph.read("MATCH (:Service)-[:IN_CATEGORY]->(c:ServiceCategory) RETURN c.code AS code")
    assert rows == [{"code": "MEALS"}]


@pytest.mark.parametrize(
    ("values", "key"),
    [
        ({"id": "x"}, "not_correctable"),
        ({"visibility": "public"}, "not_correctable"),
        ({"fee": "10"}, "not_correctable"),
        ({"ended_on": "昨日"}, "parameter_not_of_type"),
        ({"count": "三つ"}, "parameter_not_of_type"),
        ({"codes": "NOBODY"}, "unknown_code"),
    ],
)
def test_a_correction_that_does_not_fit_is_refused(graph: Graph, values: dict[str, str], key: str) -> None:
    """What makes a fact the one it is cannot be corrected, and a value has to be of its kind; nothing is changed."""
    # Arrange
    load_facts(graph, FIRST, [body("い", "いの文")])
    before = fingerprint(graph)

    # Act
    with pytest.raises(QueryMisused, match=key):
        evidence.correct(graph, quoted(graph, "いの文"), values, by=BY, reason="試し")

    # Assert
    assert fingerprint(graph) == before


def test_reloading_keeps_a_rejection_a_correction_and_a_confirmation(graph: Graph) -> None:
    """The same file writes nothing; a new version keeps them where the sentences still stand."""
    # Arrange
    facts = [body("い", "いの文"), body("ろ", "ろの文", kana="ろ"), body("は", "はの文")]
    load_facts(graph, FIRST, facts)
    evidence.reject(graph, quoted(graph, "いの文"), by=BY, reason="読み違い")
    evidence.correct(graph, quoted(graph, "ろの文"), {"kana": "ろろ"}, by=BY, reason="名簿のとおり")
    evidence.confirm(graph, quoted(graph, "はの文"), by=BY)
    reviewed = fingerprint(graph)

    # Act
    same = load_facts(graph, FIRST, facts)
    unchanged = fingerprint(graph)
    newer = load_facts(graph, replace(FIRST, as_of=date(2026, 11, 1)), [*facts, body("に", "にの文")], version="2")

    # Assert
    assert same.is_empty
    assert unchanged == reviewed
    assert {one["name"]: one.get("kana") for one in facts_of(graph, "Organization")} == {"ろ": "ろろ", "は": None, "に": None}
    assert {one["quote"]: one["review"] for one in facts_of(graph, "Evidence")} == {
        "ろの文": "corrected",
        "はの文": "confirmed",
        "にの文": "open",
    }
    assert newer.reviews_lost == []


def test_a_new_version_lists_the_reviews_that_lost_their_sentence(graph: Graph) -> None:
    """Said once, for rejected evidence too; where a sentence comes back, its review is there again."""
    # Arrange
    facts = [body("い", "いの文"), body("ろ", "ろの文"), body("は", "はの文")]
    load_facts(graph, FIRST, facts)
    evidence.reject(graph, quoted(graph, "いの文"), by=BY, reason="読み違い")
    evidence.confirm(graph, quoted(graph, "ろの文"), by=BY)

    # Act
    newer = load_facts(graph, FIRST, facts[2:], version="2")
    again = load_facts(graph, FIRST, facts[2:], version="2")
    back = load_facts(graph, FIRST, facts, version="3")

    # Assert
    assert {(row.properties["quote"], row.properties["review"]) for row in newer.reviews_lost} == {
        ("いの文", "rejected"),
        ("ろの文", "confirmed"),
    }
    assert again.is_empty
    assert again.reviews_lost == back.reviews_lost == []
    assert {one["quote"]: one["review"] for one in facts_of(graph, "Evidence")} == {"ろの文": "confirmed", "はの文": "open"}


def test_values_that_sources_give_differently_are_named(graph: Graph) -> None:
    """The fact shows the newest and says which differ; each value stays on its evidence."""
    # Arrange
    load_facts(graph, FIRST, [body("い", "甲の文", kana="い", address="古町")])
    load_facts(graph, SECOND, [body("い", "乙の文", kana="いい", address="古町")])

    # Act
    (found,) = facts_of(graph, "Organization")
    evidence.reject(graph, quoted(graph, "乙の文"), by=BY, reason="誤記")

    # Assert
    assert (found["kana"], found["differs"]) == ("いい", ["kana"])
    (after,) = facts_of(graph, "Organization")
    assert (after["kana"], after.get("differs")) == ("い", None)


def test_a_rejected_public_sentence_makes_what_hangs_on_it_as_strict_as_the_rest(graph: Graph) -> None:
    """When only a source for members still knows the body, its ties are for members too, and their words."""
    # Arrange
    one, other = body("い", "公の文"), body("ろ", "ろの文")
    load_facts(graph, FIRST, [one, other, tie(one, other)])
    load_facts(graph, replace(SECOND, visibility="members"), [body("い", "内の文")])

    # Act
    evidence.reject(graph, quoted(graph, "公の文"), by=BY, reason="誤記")

    # Assert
    assert graph.read("MATCH ()-[r:COLLABORATES_WITH]->() RETURN r.visibility AS level") == [{"level": "members"}]
    levels = {row["quote"]: row["visibility"] for row in facts_of(graph, "Evidence")}
    assert levels == {"内の文": "members", "ろの文": "public", "連携する": "members"}


def test_unknown_evidence_is_refused(graph: Graph) -> None:
    """Nothing is guessed from an empty or unknown id."""
    for id_ in ("", "x"):
        with pytest.raises(QueryMisused, match="evidence_unknown"):
            evidence.confirm(graph, id_, by=BY)
