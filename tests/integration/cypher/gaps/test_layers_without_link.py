"""Councils of two layers without a recorded link: known answers, among them what is a link and what is none."""

from datetime import date
from typing import Any

import pytest

from graph.connection import Graph
from graph.model.councils import Council, MemberOf, RefersTo
from graph.model.definitions import Relationship
from graph.model.places import Covers, PartOf
from tests.building import TODAY, Town, answer, exhaustive_for

GAP = "layers_without_link"


def two_layers(**lower: Any) -> tuple[Town, Council, Council]:
    """A town with a council of each layer, the lower one for a district."""
    town = Town()
    upper = town.council("市の協議体", layers=(1,))
    below = town.council("東の協議体", **{"layers": (2,), **lower})
    town.join(Covers, below, town.district("東地区"))
    return town, upper, below


def pairs(graph: Graph, *, audience: str = "members", area: str | None = None) -> set[tuple[str, str, str]]:
    return {(row["area"], row["upper"], row["lower"]) for row in answer(graph, GAP, audience=audience, area=area).rows}


UNLINKED = {("東地区", "市の協議体", "東の協議体")}


def test_two_layers_that_nest_and_share_nobody(graph: Graph) -> None:
    """A row for the district; where no members are recorded, the lists bear nothing."""
    # Arrange
    town, _, _ = two_layers()
    town.into(graph, exhaustive_for("seats"))

    # Act
    found = answer(graph, GAP, area="東地区")

    # Assert
    assert pairs(graph) == UNLINKED
    assert found.population == 1
    assert found.rows[0]["lists"] == "no_list"
    assert found.rows[0]["sources_that_could_show"] == ["samples/見本"]
    assert len(found.rows[0]["evidence"]) == 2


def test_a_named_shared_member_is_a_link_and_a_kind_of_actor_is_none(graph: Graph) -> None:
    """自治会 here and 自治会 there may be different bodies."""
    # Arrange
    town, upper, lower = two_layers(open_list=True)
    kind = town.body("自治会", generic=True)
    for council in (upper, lower):
        town.join(MemberOf, kind, council)
    other, _, _ = two_layers()
    shared = other.body("社協")
    town.into(graph, exhaustive_for("seats"))

    # Act and assert
    assert pairs(graph) == UNLINKED
    assert answer(graph, GAP).rows[0]["lists"] == "open_list"

    # Arrange
    for council in (upper, lower):
        town.join(MemberOf, shared, council)
    town.state(shared)
    town.into(graph, exhaustive_for("seats"))

    # Act and assert
    assert pairs(graph) == set()
    assert answer(graph, GAP).population == 1


@pytest.mark.parametrize("kind", [MemberOf, PartOf, RefersTo])
@pytest.mark.parametrize("upwards", [True, False])
def test_one_council_in_the_other_or_handing_on_is_a_link(graph: Graph, kind: type[Relationship], upwards: bool) -> None:
    """In whichever direction."""
    # Arrange
    town, upper, lower = two_layers()
    town.join(kind, *((lower, upper) if upwards else (upper, lower)))
    town.into(graph, exhaustive_for("seats"))

    # Act and assert
    assert pairs(graph) == set()


def test_handing_on_through_one_body_is_a_link(graph: Graph) -> None:
    """Layer 2 hands on to the secretariat, which sits on layer 1."""
    # Arrange
    town, upper, lower = two_layers()
    secretariat = town.body("社協")
    town.join(RefersTo, lower, secretariat)
    town.join(MemberOf, secretariat, upper)
    town.into(graph, exhaustive_for("seats"))

    # Act and assert
    assert pairs(graph) == set()


def test_a_seat_that_ended_and_a_dissolved_body_link_no_more(graph: Graph) -> None:
    """On the day asked about."""
    # Arrange
    town, upper, lower = two_layers()
    left, gone = town.body("社協"), town.body("もとの会", ended_on=date(2026, 3, 31))
    for body, until in ((left, date(2026, 3, 31)), (gone, None)):
        town.join(MemberOf, body, upper, until=until)
        town.join(MemberOf, body, lower)
    town.into(graph, exhaustive_for("seats"))

    # Act and assert
    assert pairs(graph) == UNLINKED
    assert answer(graph, GAP, as_of=date(2026, 3, 1)).rows == []
    assert answer(graph, GAP, as_of=TODAY).rows[0]["lists"] == "listed"


@pytest.mark.parametrize(
    "more", [{"layers": ()}, {"layers": (1, 2)}, {"layers": (2,), "status": "planned"}, {"layers": (2,), "status": "ended"}]
)
def test_no_layer_both_layers_and_councils_that_do_not_run_are_no_lower_ones(graph: Graph, more: dict[str, Any]) -> None:
    """A council of both layers is layer 1 itself; a layer that nobody states is unknown."""
    # Arrange
    town, _, _ = two_layers(**more)
    town.into(graph, exhaustive_for("seats"))

    # Act and assert
    assert pairs(graph) == set()
    assert answer(graph, GAP).population == 0


def test_councils_of_another_town_do_not_nest(graph: Graph) -> None:
    """Nor does a district with the district beside it."""
    # Arrange
    town, _, _ = two_layers()
    town.join(Covers, town.council("西の第1層", layers=(1,)), town.district("西地区"))
    other = Town("伊賀市")
    other.council("伊賀の協議体", layers=(1,))
    town.into(graph, exhaustive_for("seats"))
    other.into(graph, exhaustive_for("seats"), dataset="samples/別の見本")

    # Act and assert
    assert pairs(graph) == UNLINKED


def test_what_an_audience_may_not_see_links_nothing(graph: Graph) -> None:
    """A link that only members may see is none to the public."""
    # Arrange
    town, upper, lower = two_layers()
    town.join(RefersTo, lower, upper, visibility="members")
    town.into(graph, exhaustive_for("seats"))

    # Act and assert
    assert pairs(graph) == set()
    assert pairs(graph, audience="public") == UNLINKED


@pytest.mark.parametrize("more", [{"layers": ()}, {"layers": (1,), "status": "planned"}, {"layers": (1,), "status": "ended"}])
def test_no_layer_and_councils_that_do_not_run_are_no_upper_ones(graph: Graph, more: dict[str, Any]) -> None:
    """With a council that is only planned, or of which nobody states the layer, no link is missing."""
    # Arrange
    town = Town()
    town.council("市の協議体", **more)
    town.join(Covers, town.council("東の協議体", layers=(2,)), town.district("東地区"))
    town.into(graph, exhaustive_for("seats"))

    # Act and assert
    assert pairs(graph) == set()
    assert answer(graph, GAP).population == 0


def test_a_council_above_the_audience_is_not_looked_at(graph: Graph) -> None:
    """To the public there is one council, and nothing that it could be linked with."""
    # Arrange
    town, _, _ = two_layers(visibility="members")
    town.into(graph, exhaustive_for("seats"))

    # Act
    public, members = (answer(graph, GAP, audience=audience) for audience in ("public", "members"))

    # Assert
    assert ((public.rows, public.population), (len(members.rows), members.population)) == (([], 0), (1, 1))
