"""Loading: repeatable, complete or loud, and careful with what other sources and reviewers said."""

from dataclasses import replace
from datetime import date

import pytest

from graph.batches import batch_of, source_of
from graph.connection import Graph
from graph.errors import DatabaseUnavailable
from graph.model.councils import Council, MemberOf
from graph.planning import plan_of
from graph.writing import apply_plan
from tests.building import LOADED_AT, Town, exhaustive_for, load_facts
from tests.engines import facts_of, fingerprint
from tests.generated_graphs import generated_loads
from tests.integration.graph.two_sources import FIRST, SECOND, body, tie


@pytest.mark.parametrize("seed", range(3))
def test_the_same_load_twice_changes_nothing(graph: Graph, seed: int) -> None:
    """The second plan is empty for every source, and the database is as it was to the last property."""
    # Arrange
    loads = generated_loads(seed)
    for load in loads:
        load_facts(graph, load.dataset, load.facts)
    before = fingerprint(graph)

    # Act
    plans = [load_facts(graph, load.dataset, load.facts, at="2027-01-01T00:00:00+00:00") for load in loads]

    # Assert
    assert [plan.is_empty for plan in plans] == [True, True]
    assert fingerprint(graph) == before


def test_the_order_of_the_facts_does_not_matter(graph: Graph) -> None:
    """A file whose lines were rearranged states the same."""
    # Arrange
    town = Town()
    town.council("協議体", members=town.ring("い", "ろ", "は"))
    town.into(graph)
    before = fingerprint(graph)

    # Act
    town.facts.reverse()
    plan = town.into(graph)

    # Assert
    assert plan.is_empty
    assert fingerprint(graph) == before


def test_every_fact_has_its_evidence_and_every_evidence_its_source(graph: Graph) -> None:
    """A fact lists its evidence, evidence names its fact, and stands in one source."""
    # Arrange
    town = Town()
    town.council("協議体", members=town.ring("い", "ろ", "は"))

    # Act
    town.into(graph, exhaustive_for("ties"))

    # Assert
    stated = {fact.id for fact in town.facts}
    rows = graph.read("MATCH (e:Evidence)-[:FROM]->(s:Source) RETURN e.id AS id, e.fact AS fact, s.dataset AS dataset")
    listed = {one for body in facts_of(graph, "Organization", "Council") for one in body["evidence"]}
    assert {row["fact"] for row in rows} == stated
    assert {row["dataset"] for row in rows} == {"samples/見本"}
    assert listed <= {row["id"] for row in rows}


def test_a_body_with_two_labels_is_one_node(graph: Graph) -> None:
    """住民自治協議会 is an organisation and a council; others are joined to it under either name."""
    # Arrange
    town = Town()
    both = town.body("住民自治協議会", also_council=True)
    member = town.body("いろは会")
    council = Council(key=both.key, name=both.name)
    town.join(MemberOf, member, both)

    # Act
    town.into(graph)
    plan = town.into(graph)

    # Assert
    rows = graph.read("MATCH (n:Council) WHERE n.id = $id RETURN labels(n) AS labels, n.name AS name", id=council.id)
    assert [(sorted(row["labels"]), row["name"]) for row in rows] == [(["Council", "Organization"], "住民自治協議会")]
    assert graph.read("MATCH (:Organization)-[:MEMBER_OF]->(c:Council) RETURN c.id AS id") == [{"id": both.id}]
    assert plan.is_empty


def test_a_second_label_is_added_to_a_node_that_is_there(graph: Graph) -> None:
    """A later source says that the body is a council too: no second node is made."""
    # Arrange
    load_facts(graph, FIRST, [body()])
    known = body()
    also = replace(known, also=Council(key=known.what.key, name=known.what.key))

    # Act
    load_facts(graph, SECOND, [also])

    # Assert
    rows = graph.read("MATCH (n:Organization) RETURN n.id AS id, labels(n) AS labels, n.sources AS sources")
    assert [(row["id"], sorted(row["labels"]), row["sources"]) for row in rows] == [
        (known.id, ["Council", "Organization"], ["samples/乙", "samples/甲"]),
    ]


def test_a_row_that_says_its_own_day_is_verified_on_it(graph: Graph) -> None:
    """Not on the day of the whole file, which holds older and newer rows; a row that says none has that of the file."""
    # Arrange
    old, other = body("い"), body("ろ")
    dated = replace(old, evidence=(replace(old.evidence[0], verified_on=date(2024, 3, 1)),))

    # Act
    load_facts(graph, FIRST, [dated, other])

    # Assert
    assert {one["name"]: one["verified_on"] for one in facts_of(graph, "Organization")} == {"い": date(2024, 3, 1), "ろ": FIRST.as_of}


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["older first", "newer first"])
def test_of_two_sources_the_newer_one_words_the_fact(graph: Graph, order: tuple[int, int]) -> None:
    """Sets are united, what only one says is kept, and the order of loading does not matter."""
    # Arrange
    loads = [(FIRST, body(kana="ふるい", aliases=("い会",), address="古町")), (SECOND, body(kana="あたらしい", aliases=("い",)))]

    # Act
    for number in order:
        load_facts(graph, loads[number][0], [loads[number][1]])

    # Assert
    (found,) = facts_of(graph, "Organization")
    assert (found["kana"], found["address"], found["aliases"]) == ("あたらしい", "古町", ["い", "い会"])
    assert found["verified_on"] == date(2026, 10, 1)
    assert len(found["evidence"]) == 2


def test_a_relationship_whose_end_is_missing_is_an_error_and_not_dropped(graph: Graph) -> None:
    """Nothing of the batch is written, the source stays marked, and a load that has the end completes it."""
    # Arrange
    one, other = body("い"), body("ろ")
    broken = [one, tie(one, other)]

    # Act
    with pytest.raises(DatabaseUnavailable, match="rows_lost") as raised:
        load_facts(graph, FIRST, broken)
    marked = facts_of(graph, "Source")
    load_facts(graph, FIRST, [*broken, other])

    # Assert
    assert (raised.value.values["wanted"], raised.value.values["written"]) == (1, 0)
    assert [source["complete"] for source in marked if source["dataset"] == FIRST.name] == [False]
    assert [source["complete"] for source in facts_of(graph, "Source") if source["dataset"] == FIRST.name] == [True]
    assert graph.read("MATCH ()-[r:COLLABORATES_WITH]->() RETURN count(r) AS ties") == [{"ties": 1}]


def test_a_review_stays_when_its_source_is_loaded_again(graph: Graph) -> None:
    """What people say of evidence is theirs: neither the same file nor a new version takes it away."""
    # Arrange
    load_facts(graph, FIRST, [body()])
    review = {"review": "confirmed", "reviewed_by": "coordinator", "reviewed_at": LOADED_AT, "reason": "電話で確かめた"}
    graph.write(lambda transaction: transaction.run("MATCH (e:Evidence) SET e += $review", review=review))

    # Act
    same = load_facts(graph, FIRST, [body()])
    load_facts(graph, replace(FIRST, as_of=date(2026, 11, 1)), [body(kana="いろは")], version="2")

    # Assert
    (found,) = facts_of(graph, "Evidence")
    assert same.is_empty
    assert {name: found[name] for name in review} == review


def test_planning_writes_nothing(graph: Graph) -> None:
    """A plan can be shown and thrown away."""
    # Arrange
    before = fingerprint(graph)
    source = source_of(FIRST, loader="samples", checksum="1", file="sample.csv", loaded_at=LOADED_AT)

    # Act
    plan = plan_of(graph, batch_of(FIRST, [body()], source))

    # Assert
    assert not plan.is_empty
    assert body().id in plan.changed_ids
    assert fingerprint(graph) == before


def test_progress_is_told_up_to_the_end(graph: Graph) -> None:
    """Rows done never exceed rows in all, and end with them."""
    # Arrange
    source = source_of(FIRST, loader="samples", checksum="1", file="sample.csv", loaded_at=LOADED_AT)
    plan = plan_of(graph, batch_of(FIRST, [body("い"), body("ろ"), tie(body("い"), body("ろ"))], source))
    told: list[tuple[int, int]] = []

    # Act
    apply_plan(graph, plan, at=LOADED_AT, progress=lambda done, total: told.append((done, total)))

    # Assert
    assert told == sorted(told)
    assert {total for _done, total in told} == {len(plan.nodes) + len(plan.relationships)}
    assert told[-1][0] == told[-1][1]
