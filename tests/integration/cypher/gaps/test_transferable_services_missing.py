"""Services of other regions that answer the same need: what is not measured, not stated or not for everybody."""

from graph.connection import Graph
from graph.identity import observation_key
from graph.model.observations import Observation, ObservedIn
from graph.model.services import Provides
from tests.building import TODAY, Town, answer
from tests.integration.cypher.gaps.test_transferable_services import GAP, a_town, found_for, load, observe


def test_what_was_not_measured_is_unknown_and_not_nought(graph: Graph) -> None:
    """A figure without a value, and one without a day, are no figure: the region is neither like nor unlike."""
    # Arrange
    here, there = a_town("名張市"), a_town("伊賀市", share=None, people=None)
    key = observation_key(there.area.id, "share_65_plus", "2025-10-01", "見本")
    unmeasured = Observation(key=key, name="-%", indicator="share_65_plus", as_of=TODAY.replace(year=2025), placed_in=there.area.id)
    key = observation_key(there.area.id, "population", "", "見本")
    undated = Observation(key=key, name="人口", indicator="population", value=80_000, placed_in=there.area.id)
    for one in (unmeasured, undated):
        there.state(one)
        there.state(ObservedIn(start=one.reference, end=there.area.reference))
    there.service("移動販売", "MOBILESHOP", held_in=there.area)
    load(graph, here, there)

    # Act
    (row,) = found_for(graph)

    # Assert
    assert (row["likeness"], row["share_there"], row["population_there"]) == ("unknown", None, None)


def test_kinds_of_actor_and_nobody_are_shown_as_providers(graph: Graph) -> None:
    """Whoever runs it, a service there is an example."""
    # Arrange
    here, there = a_town("名張市"), a_town("伊賀市")
    there.service("移動販売", "MOBILESHOP", by=[there.body("自治会", generic=True)], held_in=there.area)
    there.service("宅配", "DELIV", held_in=there.area)
    load(graph, here, there)

    # Act
    rows = found_for(graph)

    # Assert
    assert {row["service"]: row["providers"] for row in rows} == {"移動販売": ["自治会"], "宅配": []}


def test_a_region_whose_need_the_audience_may_not_know_is_not_compared(graph: Graph) -> None:
    """Nor is its figure: to the public the need is stated here alone, and what only members may see makes nothing like."""
    # Arrange
    here, there, figures = a_town("名張市"), Town("伊賀市"), Town("伊賀市")
    there.need("N_SHOP", visibility="members")
    there.service("移動販売", "MOBILESHOP", held_in=there.area)
    observe(figures, "share_65_plus", 34.0)
    observe(figures, "population", 80_000)
    load(graph, here, there)
    figures.into(graph, dataset="samples/内部", visibility="restricted")

    # Act
    found = {audience: answer(graph, GAP, audience=audience, area="名張市") for audience in ("public", "members", "restricted")}

    # Assert
    assert {audience: [row["likeness"] for row in one.rows] for audience, one in found.items()} == {
        "public": [],
        "members": ["unknown"],
        "restricted": ["known"],
    }
    assert {one.population for one in found.values()} == {1}


def test_who_has_left_a_service_is_not_shown_as_its_provider(graph: Graph) -> None:
    """Nor is its kind one that provides it: whom to ask is who does it now."""
    # Arrange
    here, there = a_town("名張市"), a_town("伊賀市")
    service = there.service("移動販売", "MOBILESHOP", by=[there.body("いろは会", actor_types=("NPO",))], held_in=there.area)
    there.join(Provides, there.body("やめた商店会", actor_types=("SHOPS",)), service, status="ended")
    load(graph, here, there)

    # Act
    (row,) = found_for(graph)

    # Assert
    assert (row["providers"], row["provider_kinds"]) == (["いろは会"], ["NPO"])
