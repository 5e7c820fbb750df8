"""Loading: what is written is as strict as its strictest part, and never words what is for fewer to more."""

from dataclasses import replace

from graph import statements
from graph.connection import Graph
from tests.building import load_facts, quoting
from tests.engines import facts_of
from tests.integration.graph.two_sources import FIRST, SECOND, body, tie


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
