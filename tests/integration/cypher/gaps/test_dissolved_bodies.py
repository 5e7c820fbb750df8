"""Bodies that were dissolved are not asked after, not suggested to anybody, and no partners any more; until that day they are."""

from datetime import date, timedelta

import pytest

from graph.connection import Graph
from graph.model.places import PartOf
from graph.model.ties import CollaboratesWith
from graph.reading import Reader
from tests.building import TODAY, Town, answer, exhaustive_for, five_with_ties, names
from tests.integration.cypher.gaps.test_bodies_counted import GAPS, counted

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def rows(graph: Graph, lookup: str, **given: object) -> set[str]:
    """The names that a lookup gives for 名張市."""
    return {row["name"] for row in Reader(graph, audience="members", today=TODAY).rows("lookups", lookup, area="名張市", **given)}


@pytest.mark.parametrize(("ended_on", "found"), [(YESTERDAY, set()), (TODAY, set()), (TOMORROW, {"やめる会"}), (None, {"やめる会"})])
def test_a_dissolved_body_is_not_one_without_ties(graph: Graph, ended_on: date | None, found: set[str]) -> None:
    """From the day of its dissolution on; asked as of the day before, it still is."""
    # Arrange
    town = five_with_ties()
    town.body("やめる会", ended_on=ended_on)
    town.into(graph, exhaustive_for("ties"))

    # Act and assert
    assert names(answer(graph, "actors_without_ties")) == found
    assert names(answer(graph, "actors_without_ties", as_of=YESTERDAY - timedelta(days=1))) == {"やめる会"}


def test_a_tie_with_a_dissolved_body_is_a_tie_no_longer(graph: Graph) -> None:
    """Whoever had this partner only, directly or through a service, is without a recorded tie; or has one partner only."""
    # Arrange
    town = five_with_ties()
    gone = town.body("やめた会", ended_on=YESTERDAY)
    tied, beside, two = town.bodies("つながっていた会", "一緒に担った会", "もう一つある会")
    town.join(CollaboratesWith, tied, gone)
    town.join(CollaboratesWith, two, gone)
    town.join(CollaboratesWith, two, town.body("い"))
    town.service("体操の会", "SALON", by=[gone, beside])
    town.into(graph, exhaustive_for("ties"))

    # Act and assert
    assert names(answer(graph, "actors_without_ties")) == {"つながっていた会", "一緒に担った会"}
    assert names(answer(graph, "one_neighbour_only")) == {"もう一つある会"}
    assert names(answer(graph, "cut_points")) == set()
    assert counted(graph, "actors_without_ties")["members"] == 8


@pytest.mark.parametrize("gap", GAPS)
def test_a_dissolved_body_is_not_among_those_looked_at(graph: Graph, gap: str) -> None:
    """Five are looked at, and so many pairs."""
    # Arrange
    town = five_with_ties()
    town.body("やめた会", ended_on=YESTERDAY)
    town.into(graph, exhaustive_for("ties"))

    # Act and assert
    assert counted(graph, gap)["members"] == 5
    assert counted(graph, "bridging_candidates")["members"] == 10


def test_a_part_of_a_dissolved_body_stands_for_itself(graph: Graph) -> None:
    """What it was a part of is no more."""
    # Arrange
    town = five_with_ties()
    town.join(PartOf, town.body("残った係"), town.body("やめた会", ended_on=YESTERDAY))
    town.into(graph, exhaustive_for("ties"))

    # Act and assert
    assert names(answer(graph, "actors_without_ties")) == {"残った係"}
    assert counted(graph, "cut_points")["members"] == 6


def test_a_dissolved_body_is_neither_to_be_seated_nor_the_only_provider(graph: Graph) -> None:
    """Of two providers of which one is dissolved the other is the only one; the dissolved one is missed on no council."""
    # Arrange
    town = Town()
    gone, stays = town.body("やめた会", ended_on=YESTERDAY), town.body("続ける会")
    town.council("協議体")
    town.service("体操の会", "SALON", by=[gone, stays], status="running")
    town.into(graph, exhaustive_for("seats", "services"))

    # Act and assert
    assert names(answer(graph, "providers_not_seated")) == {"続ける会"}
    assert names(answer(graph, "single_provider"), "provider") == {"続ける会"}
    assert names(answer(graph, "seats_and_roles")) == {"続ける会"}


def test_nobody_is_told_to_ask_a_dissolved_body(graph: Graph) -> None:
    """Neither as one of its kind, nor as one that could start a service, nor as one that the next town's partners know."""
    # Arrange
    town, next_door = Town(), Town("伊賀市")
    gone = town.body("やめた会", ended_on=YESTERDAY, actor_types=("NPO",))
    stays = town.body("続ける会", actor_types=("NPO",))
    for one in (gone, stays):
        town.service(f"{one.name}の集い", "SALON", by=[one], held_in=next_door.area, status="running")
    near, far = next_door.body("となりの会", ended_on=YESTERDAY), next_door.body("となりの続ける会")
    for one in (near, far):
        town.join(CollaboratesWith, stays, one)
        next_door.service(f"{one.name}の集い", "SALON", by=[one], status="running")
    next_door.into(graph, exhaustive_for("ties"), dataset="samples/伊賀")
    town.into(graph, exhaustive_for("ties"))

    # Act and assert
    assert rows(graph, "bodies_of_kinds") == {"続ける会"}
    assert rows(graph, "possible_starters") == {"続ける会"}
    assert rows(graph, "suppliers_by_ties") == {"となりの続ける会"}
