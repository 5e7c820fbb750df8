"""A fact from its statements: the same from the same statements, in whatever order they came."""

from datetime import date
from itertools import permutations

from graph.deriving import derived_node, derived_relationship
from graph.model.definitions import Reference
from graph.stated import Statement, statement_of

A, B = Reference(label="Organization", id="a"), Reference(label="Organization", id="b")


def says(
    dataset: str, day: int, *, labels: tuple[str, ...] = ("Organization",), visibility: str = "public", **properties: object
) -> Statement:
    stated = {"key": "organization|x", "name": "いろは会", "visibility": visibility} | properties
    return Statement(
        evidence=f"{dataset}{day}", dataset=dataset, read_as="x", labels=labels, properties=stated, verified_on=date(2026, 4, day)
    )


def test_the_order_of_statements_does_not_matter() -> None:
    """The newest value stands, sets are united, and what differs is named, for every order."""
    # Arrange
    statements = [says("甲", 1, kana="い", aliases=["イ"]), says("乙", 2, kana="いい"), says("丙", 3, aliases=["ロ"], address="丸之内")]

    # Act
    made = [derived_node("x", order) for order in permutations(statements)]

    # Assert
    assert all(one == made[0] for one in made)
    assert made[0] is not None
    properties = made[0].properties
    assert (properties["kana"], properties["aliases"], properties["address"]) == ("いい", ["イ", "ロ"], "丸之内")
    assert (properties["differs"], properties["verified_on"]) == (["kana"], date(2026, 4, 3))


def test_a_newer_source_that_names_only_the_second_kind_makes_no_second_node() -> None:
    """A body that is a council too is an Organization first, whichever source speaks last."""
    # Act
    made = derived_node("x", [says("甲", 1), says("乙", 2, labels=("Council",))])

    # Assert
    assert made is not None
    assert made.labels == ("Organization", "Council")


def test_what_a_stricter_source_says_stays_out() -> None:
    """Neither its values nor its label nor a difference from it; only its dataset and evidence are named."""
    # Act
    made = derived_node("x", [says("甲", 1), says("乙", 2, labels=("Organization", "Council"), visibility="members", kana="ひみつ")])

    # Assert
    assert made is not None
    assert (made.labels, made.properties["visibility"]) == (("Organization",), "public")
    assert made.properties.keys().isdisjoint({"kana", "differs"})
    assert made.properties["sources"] == ["乙", "甲"]


def test_an_identity_in_words_is_kept_where_a_newer_source_knows_the_id_only() -> None:
    """Whichever of the two came last."""
    # Arrange
    told, untold = says("甲", 1), says("乙", 2, key="id|x")

    # Act
    made = [derived_node("x", order) for order in ([told, untold], [untold, told], [untold])]

    # Assert
    assert [one.properties["key"] for one in made if one] == ["organization|x", "organization|x", "id|x"]


def test_a_relationship_is_as_strict_as_its_ends() -> None:
    """Whatever its own statements allow."""
    # Arrange
    tie = Statement(evidence="e", dataset="甲", read_as="r", labels=("SUPPORTS",), properties={"visibility": "public"}, start=A, end=B)

    # Act
    made = derived_relationship("r", [tie], "public", "restricted")

    # Assert
    assert made is not None
    assert made.properties["visibility"] == "restricted"


def test_nothing_stated_is_nothing() -> None:
    """No node and no relationship come from no statement."""
    assert derived_node("x", []) is None
    assert derived_relationship("r", []) is None


def test_a_statement_comes_back_from_its_evidence() -> None:
    """As it was read, with a correction in the place of what it corrects, and without what is corrected away."""
    # Arrange
    read = says("甲", 1, kana="い", address="古町", ended_on=date(2026, 3, 31))
    stored = {"id": read.evidence, "fact": "x", "dataset": "甲", "states": read.content(), "position": 1, "verified_on": read.verified_on}

    # Act
    same = statement_of(stored)
    corrected = statement_of(stored | {"corrected": '{"kana": "いい", "address": null}'})

    # Assert
    assert same == read
    assert corrected.properties["kana"] == "いい"
    assert "address" not in corrected.properties
    assert corrected.properties["ended_on"] == date(2026, 3, 31)


def test_an_identity_in_words_outlives_one_by_id() -> None:
    """A newer source that knows a thing by its id only does not take its identity in words away."""
    # Act
    made = derived_node("x", [says("甲", 1), says("乙", 2, key="id|x")])

    # Assert
    assert made is not None
    assert made.properties["key"] == "organization|x"
