"""Names that may be one body: known answers on both engines."""

from graph import suggestions
from graph.connection import Graph
from graph.merging import keep_apart
from graph.messages import catalogue
from graph.query_files import questions
from tests.building import Town, answer, area_named, exhaustive_for

GAP = "possible_doubles"


def test_an_open_suggestion_is_told_once_with_its_sources(graph: Graph) -> None:
    """Found from the area of either; nothing is told of bodies that are not alike."""
    # Arrange
    town, other = Town(), Town()
    town.bodies("社会福祉法人ふれあい会", "いろは会")
    other.body("ふれあい会")
    town.into(graph, exhaustive_for("bodies"), dataset="samples/甲")
    other.into(graph, dataset="samples/乙")
    suggestions.refresh(graph)

    # Act
    everywhere, here, elsewhere = (answer(graph, GAP, area=area) for area in (None, "名張市", "熊谷市"))

    # Assert
    (row,) = everywhere.rows
    assert here.rows == [row]
    assert elsewhere.rows == []
    assert {row["a"], row["b"]} == {"社会福祉法人ふれあい会", "ふれあい会"}
    assert row["reason"] in questions("gaps")[GAP].shown["reason"]["values"]
    assert {*row["a_sources"], *row["b_sources"]} == {"samples/甲", "samples/乙"}
    assert (row["area"], row["sources_that_could_show"], len(row["evidence"])) == ("名張市", ["samples/甲"], 2)
    assert everywhere.population == 3


def test_what_somebody_decided_is_no_longer_asked(graph: Graph) -> None:
    """Two bodies that are known to be two are in no row."""
    # Arrange
    town = Town()
    one, other = town.bodies("社会福祉法人ふれあい会", "ふれあい会")
    town.into(graph)
    suggestions.refresh(graph)
    assert len(answer(graph, GAP).rows) == 1

    # Act
    keep_apart(graph, one.id, other.id, by="coordinator", reason="別の会")
    suggestions.refresh(graph)

    # Assert
    assert (answer(graph, GAP).rows, answer(graph, GAP).population) == ([], 2)


def test_a_body_that_an_audience_may_not_see_is_no_double_to_it(graph: Graph) -> None:
    """Nor is its other half told with it."""
    # Arrange
    town = Town()
    town.body("社会福祉法人ふれあい会")
    town.body("ふれあい会", visibility="restricted")
    town.into(graph)
    suggestions.refresh(graph)

    # Act
    found = {audience: answer(graph, GAP, audience=audience) for audience in ("public", "restricted")}

    # Assert
    assert {audience: (len(one.rows), one.population) for audience, one in found.items()} == {"public": (0, 1), "restricted": (1, 2)}


def test_every_reason_there_is_has_words() -> None:
    """A reason without words would stop the page that shows it."""
    # Act
    worded = questions("gaps")[GAP].shown["reason"]["values"]

    # Assert
    assert set(worded) == {key for key in catalogue("graph", "ja") if key.startswith("double.") and not key.startswith("double.certain.")}
    assert all(one["ja"] and one["en"].isascii() for one in worded.values())


def test_kinds_of_actor_and_bodies_of_elsewhere_are_not_among_those_looked_at(graph: Graph) -> None:
    """自治会 as a kind is no body that could stand here twice; a body is asked about where it works."""
    # Arrange
    town = Town()
    town.bodies("いろは会", "さくら会")
    town.body("自治会", generic=True, count=12)
    town.body("よそで働く会", works_in=[area_named("熊谷市")])
    town.into(graph)
    suggestions.refresh(graph)

    # Act
    found = answer(graph, GAP, area="名張市")

    # Assert
    assert (found.rows, found.population) == ([], 2)
