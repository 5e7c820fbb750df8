"""Loading: repeatable, complete or loud, and careful with what other sources and reviewers said."""

from dataclasses import replace
from datetime import date

import pytest

from graph import statements
from graph.batches import batch_of, source_of
from graph.connection import Graph
from graph.errors import DatabaseUnavailable
from graph.facts import Dataset, Fact
from graph.identity import organization_key
from graph.model.councils import Council, MemberOf
from graph.model.organizations import Organization
from graph.model.ties import CollaboratesWith
from graph.planning import plan_of
from graph.writing import apply_plan
from tests.building import LOADED_AT, Town, exhaustive_for, load_facts, quoting
from tests.engines import facts_of, fingerprint
from tests.generated_graphs import generated_loads

FIRST = Dataset(name="samples/甲", title="甲", as_of=date(2026, 4, 1))
SECOND = Dataset(name="samples/乙", title="乙", as_of=date(2026, 10, 1))


def body(name: str = "いろは会", **more: object) -> Fact:
    return quoting(Fact(what=Organization(key=organization_key("a", name), name=name, **more), evidence=()), f"{name}の文")  # type: ignore[arg-type]


def tie(one: Fact, other: Fact, **more: object) -> Fact:
    start, end = (fact.what.reference for fact in (one, other))  # type: ignore[union-attr]
    return quoting(Fact(what=CollaboratesWith(start=start, end=end, **more), evidence=()), "連携する")  # type: ignore[arg-type]


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


def test_a_relationship_is_as_strict_as_its_strictest_part(graph: Graph) -> None:
    """A public tie with a body that only members may see is for members."""
    # Arrange
    one, other, third = body("い"), body("ろ", visibility="members"), body("は", visibility="restricted")

    # Act
    load_facts(graph, FIRST, [one, other, third, tie(one, other), tie(other, third), tie(one, third, state="absent")])

    # Assert
    rows = graph.read("MATCH (a:Organization)-[r:COLLABORATES_WITH]->(b:Organization) RETURN r.visibility AS level ORDER BY level")
    assert [row["level"] for row in rows] == ["members", "restricted", "restricted"]


def test_what_a_source_states_is_as_strict_as_the_source(graph: Graph) -> None:
    """Nothing of a source for members is public: neither its facts nor its words."""
    # Act
    load_facts(graph, replace(FIRST, visibility="members"), [body("い"), body("ろ"), tie(body("い"), body("ろ"))])

    # Assert
    assert {one["visibility"] for one in facts_of(graph, "Organization", "Evidence")} == {"members"}
    assert graph.read("MATCH ()-[r:COLLABORATES_WITH]->() RETURN r.visibility AS level") == [{"level": "members"}]


def test_the_words_for_a_fact_are_as_strict_as_the_fact(graph: Graph) -> None:
    """A quotation would give away what the fact itself does not."""
    # Act
    load_facts(graph, FIRST, [body("い", visibility="restricted")])

    # Assert
    assert [one["visibility"] for one in facts_of(graph, "Evidence")] == ["restricted"]


def test_what_a_stricter_source_adds_is_not_shown_with_the_looser_values(graph: Graph) -> None:
    """A public body stays as the public source words it, whichever of the two is loaded first or again."""
    # Arrange
    public = body(kana="ひらかな")
    strict = quoting(body(kana="ひみつ", address="ひみつの町"), "内部の文")
    members = replace(SECOND, visibility="members")
    load_facts(graph, members, [strict])

    # Act
    load_facts(graph, FIRST, [public])
    load_facts(graph, members, [strict])

    # Assert
    (found,) = facts_of(graph, "Organization")
    assert (found["visibility"], found["kana"], found.get("address")) == ("public", "ひらかな", None)
    assert found["sources"] == ["samples/乙", "samples/甲"]


def test_a_tie_keeps_what_others_state_where_a_source_names_one_end_only(graph: Graph) -> None:
    """The other end is known from elsewhere; so is the tie."""
    # Arrange
    one, other = body("い"), body("ろ")
    load_facts(graph, FIRST, [one, other, tie(one, other)])

    # Act
    load_facts(graph, replace(SECOND, visibility="members"), [quoting(one, "乙の文"), quoting(tie(one, other), "乙も言う")])

    # Assert
    (found,) = [row["properties"] for row in graph.read(statements.all_relationships("COLLABORATES_WITH"))]
    assert (found["visibility"], found["sources"]) == ("public", ["samples/乙", "samples/甲"])


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
