"""Functions for which nobody is recorded: known answers; what has not begun is stated and not merely left out."""

from datetime import date

from graph.connection import Graph
from graph.model.observations import Observation, ObservedIn
from graph.model.places import ActsFor
from tests.building import Town, answer, examples_of, exhaustive_for
from tests.integration.cypher.gaps.test_areas_without_council import with_everyday_area

GAP = "functions_without_actor"
ALL = {"needs", "resources", "network", "matching"}


def not_begun(town: Town, function: str, *, visibility: str = "public") -> None:
    """A source says in words that the function has not begun."""
    indicator, area = f"acts_for_{function}", town.area
    key, name = f"observation|{indicator}", "-(※)"
    stated = Observation(key=key, name=name, indicator=indicator, state="not_started", placed_in=area.id, visibility=visibility)
    town.state(stated)
    town.join(ObservedIn, stated, area)


def status(graph: Graph, *, audience: str = "members", area: str = "名張市") -> dict[str, str]:
    """Function → what the sources say."""
    return {row["function"]: row["status"] for row in answer(graph, GAP, audience=audience, area=area).rows}


def test_not_started_is_not_the_same_as_not_stated(graph: Graph) -> None:
    """One function has an actor, one has not begun by the source's own words, of two nothing is said."""
    # Arrange
    town = Town()
    town.join(ActsFor, town.body("社協"), town.area, function="network")
    not_begun(town, "needs")
    town.into(graph, exhaustive_for("seats"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert status(graph) == {"needs": "not_started", "resources": "not_stated", "matching": "not_stated"}
    assert [len(row["evidence"]) for row in found.rows if row["function"] == "needs"] == [1]
    assert found.population == 4


def test_somebody_acts_though_it_was_said_not_to_have_begun(graph: Graph) -> None:
    """Whoever is recorded to act for it takes it off the list."""
    # Arrange
    town = Town()
    not_begun(town, "needs")
    town.join(ActsFor, town.council("協議体"), town.area, function="needs")
    town.into(graph, exhaustive_for("seats"))

    # Act and assert
    assert status(graph).keys() == ALL - {"needs"}


def test_kinds_of_actor_and_acting_for_a_need_of_the_area_count(graph: Graph) -> None:
    """地域住民 as a kind acts; who acts for a need acts for the area that has it. Who was dissolved does not."""
    # Arrange
    town = Town()
    town.join(ActsFor, town.body("地域住民", generic=True), town.area, function="resources")
    town.join(ActsFor, town.body("社協"), town.need("N_SHOP"), function="matching")
    town.join(ActsFor, town.body("もとの会", ended_on=date(2026, 3, 31)), town.area, function="network")
    town.into(graph, exhaustive_for("seats"))

    # Act and assert
    assert status(graph).keys() == {"needs", "network"}


def test_who_acts_for_the_town_does_not_hide_its_everyday_life_areas(graph: Graph) -> None:
    """Each area is asked about by itself."""
    # Arrange
    town = Town()
    with_everyday_area(town)
    for function in ALL:
        town.join(ActsFor, town.body("社協"), town.area, function=function)
    town.into(graph, exhaustive_for("seats"))

    # Act and assert
    assert {row["area"] for row in answer(graph, GAP).rows} == {"東圏域"}
    assert answer(graph, GAP).population == 8


def test_where_no_source_speaks_of_seats(graph: Graph) -> None:
    """Just that."""
    # Arrange
    town = Town()
    town.into(graph, examples_of("services"))

    # Act and assert
    assert status(graph) == dict.fromkeys(ALL, "no_source")


def test_what_an_audience_may_not_see(graph: Graph) -> None:
    """Neither an actor nor what was said for members only."""
    # Arrange
    town = Town()
    not_begun(town, "needs", visibility="members")
    town.join(ActsFor, town.body("社協"), town.area, function="network", visibility="members")
    town.into(graph, exhaustive_for("seats"))

    # Act and assert
    assert status(graph, audience="public") == dict.fromkeys(ALL, "not_stated")
    assert status(graph) == {"needs": "not_started", "resources": "not_stated", "matching": "not_stated"}
