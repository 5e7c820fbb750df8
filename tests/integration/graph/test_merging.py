"""Merging two names of one body: everything follows, reloading keeps it, and undoing it leaves no trace."""

from collections.abc import Callable

import pytest

from graph import merging
from graph.connection import Graph
from graph.errors import QueryMisused
from graph.facts import Dataset
from graph.identity import identifier, organization_key
from graph.model.councils import MemberOf
from graph.model.ties import CollaboratesWith
from tests.building import TODAY, Town, load_facts
from tests.engines import facts_of, fingerprint

REGISTER = "samples/登録簿"
NOTES = "samples/事例"
LEDGER = ("['Merge']", "['Load']", "['Withdrawn']")


def stated(graph: Graph) -> set[str]:
    return {line for line in fingerprint(graph) if not line.startswith(LEDGER)}


def two_sources(graph: Graph) -> Callable[[], None]:
    """A register and a case study that name one body in two ways; loads both again when called."""
    register, notes = Town(), Town()
    long = register.body("名張市社会福祉協議会", address="丸之内1-1")
    partner = register.body("いろは会")
    register.join(CollaboratesWith, long, partner)
    short = notes.body("市社協", kana="しゃきょう")
    friend, other = notes.bodies("いろは会", "ふれあい会")
    notes.join(CollaboratesWith, short, friend)
    notes.join(CollaboratesWith, short, other)
    notes.join(CollaboratesWith, short, notes.body("名張市社会福祉協議会"))
    notes.council("協議体", members=[short])

    def load() -> None:
        register.into(graph, dataset=REGISTER)
        notes.into(graph, dataset=NOTES)

    load()
    return load


LONG, SHORT = (identifier(organization_key(Town().area.id, name)) for name in ("名張市社会福祉協議会", "市社協"))


def test_everything_follows_the_body_that_is_kept(graph: Graph) -> None:
    """Its ties, seats and evidence; the other name becomes an alias; the node is gone."""
    # Arrange
    two_sources(graph)

    # Act
    merging.merge(graph, LONG, SHORT, by="coordinator", reason="同じ団体")

    # Assert
    bodies = {one["name"]: one for one in facts_of(graph, "Organization")}
    assert bodies.keys() == {"名張市社会福祉協議会", "いろは会", "ふれあい会"}
    kept = bodies["名張市社会福祉協議会"]
    assert (kept["id"], kept["aliases"], kept["kana"], kept["address"]) == (LONG, ["市社協"], "しゃきょう", "丸之内1-1")
    assert kept["sources"] == sorted([REGISTER, NOTES])
    ties = graph.read("MATCH (a:Organization {id: $id})-[r:COLLABORATES_WITH]-(b) RETURN b.name AS name, r.sources AS sources", id=LONG)
    assert {row["name"]: row["sources"] for row in ties} == {"いろは会": sorted([REGISTER, NOTES]), "ふれあい会": [NOTES]}
    assert graph.read("MATCH (a:Organization)-[:MEMBER_OF]->(:Council) RETURN a.id AS id") == [{"id": LONG}]
    assert {one["read_as"] for one in facts_of(graph, "Evidence") if one["fact"] == LONG and "read_as" in one} == {SHORT}


def test_reloading_keeps_the_merge(graph: Graph) -> None:
    """The ledger is replayed: the same files write nothing, and a new version is read under the body that is kept."""
    # Arrange
    load = two_sources(graph)
    merging.merge(graph, LONG, SHORT, by="coordinator", reason="同じ団体")
    merged = fingerprint(graph)

    # Act
    load()
    again = fingerprint(graph)
    town = Town()
    town.join(MemberOf, town.body("市社協"), town.council("新協議体"))
    load_facts(graph, Dataset(name=NOTES, title="事例", as_of=TODAY), town.facts, version="2")

    # Assert
    assert again == merged
    assert graph.read("MATCH (a:Organization)-[:MEMBER_OF]->(c:Council) RETURN a.id AS id, c.name AS name") == [
        {"id": LONG, "name": "新協議体"},
    ]


def test_undoing_a_merge_leaves_no_trace(graph: Graph) -> None:
    """Every sentence speaks again of the body that it names, also where both were ends of one tie."""
    # Arrange
    load = two_sources(graph)
    before = stated(graph)
    decision = merging.merge(graph, LONG, SHORT, by="coordinator", reason="同じ団体")
    merged = stated(graph)

    # Act
    load()
    merging.undo(graph, decision.id, by="coordinator", reason="支所は別の団体だった")

    # Assert
    assert merged != before
    assert stated(graph) == before
    load()
    assert stated(graph) == before


def test_an_undone_merge_can_be_made_again(graph: Graph) -> None:
    """The graph is as after the first time."""
    # Arrange
    two_sources(graph)
    decision = merging.merge(graph, LONG, SHORT, by="coordinator", reason="同じ団体")
    merged = stated(graph)
    merging.undo(graph, decision.id, by="coordinator")

    # Act
    merging.merge(graph, LONG, SHORT, by="coordinator", reason="やはり同じ団体")

    # Assert
    assert stated(graph) == merged


def test_merges_form_chains(graph: Graph) -> None:
    """A into B, then B into C: all speaks of C; undoing the first leaves the second."""
    # Arrange
    town = Town()
    one, other, third = town.ring("い", "ろ", "は")
    town.into(graph)
    first = merging.merge(graph, other.id, one.id, by="coordinator", reason="同じ")
    merging.merge(graph, third.id, other.id, by="coordinator", reason="同じ")
    all_in_one = {row["id"]: row["aliases"] for row in facts_of(graph, "Organization")}

    # Act
    merging.undo(graph, first.id, by="coordinator")

    # Assert
    assert all_in_one == {third.id: ["い", "ろ"]}
    assert {row["id"] for row in facts_of(graph, "Organization")} == {one.id, third.id}


@pytest.mark.parametrize("strict", ["members", "restricted"])
def test_a_merge_makes_nothing_more_visible(graph: Graph, strict: str) -> None:
    """A public body takes in one that is not public: what only the strict source says stays hidden from the public."""
    # Arrange
    public, hidden = Town(), Town()
    known = public.body("いろは会")
    secret = hidden.body("いろは作業所", address="ひみつの町")
    partner = hidden.body("にほへ会")
    hidden.join(CollaboratesWith, secret, partner)
    public.into(graph, dataset=REGISTER)
    hidden.into(graph, dataset=NOTES, visibility=strict)

    # Act
    merging.merge(graph, known.id, secret.id, by="coordinator", reason="同じ")

    # Assert
    (found,) = [one for one in facts_of(graph, "Organization") if one["id"] == known.id]
    assert (found["visibility"], found.get("address"), found.get("aliases")) == ("public", None, None)
    assert graph.read("MATCH ()-[r:COLLABORATES_WITH]->() RETURN r.visibility AS level") == [{"level": strict}]


def test_what_cannot_be_merged_is_refused(graph: Graph) -> None:
    """An unknown id, one body with itself, a body with a council, and a decision that is not in force."""
    # Arrange
    town = Town()
    body = town.body("いろは会")
    council = town.council("協議体")
    town.into(graph)
    before = fingerprint(graph)

    # Act, Assert
    for kept, gone, key in ((body.id, "x", "body_unknown"), (body.id, body.id, "already_one"), (body.id, council.id, "not_of_one_kind")):
        with pytest.raises(QueryMisused, match=key):
            merging.merge(graph, kept, gone, by="coordinator", reason="同じ")
    with pytest.raises(QueryMisused, match="decision_unknown"):
        merging.undo(graph, "x", by="coordinator")
    assert fingerprint(graph) == before


def test_two_bodies_kept_apart_stay_two(graph: Graph) -> None:
    """The decision is written down and changes nothing else."""
    # Arrange
    two_sources(graph)
    before = stated(graph)

    # Act
    merging.keep_apart(graph, LONG, SHORT, by="coordinator", reason="別の団体")

    # Assert
    assert stated(graph) == before
    assert [one["state"] for one in facts_of(graph, "Merge")] == ["kept_apart"]
