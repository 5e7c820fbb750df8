"""Providers that could be invited: known answers on both engines."""

from datetime import date

import pytest

from graph.connection import Graph
from graph.model.councils import MemberOf
from graph.model.organizations import Organization
from graph.model.places import PartOf
from graph.model.services import Provides
from tests.building import Town, answer, exhaustive_for, names, silent

GAP = "providers_not_seated"


def with_provider(**service: object) -> tuple[Town, Organization]:
    """A council on which 座る会 sits, and ささえ会, which runs a salon and does not."""
    town = Town()
    seated, provider = town.bodies("座る会", "ささえ会")
    town.council("協議体", members=[seated])
    town.service("配食", "MEALS", by=[seated])
    town.service("サロン", "SALON", by=[provider], **service)  # type: ignore[arg-type]
    return town, provider


def test_who_runs_a_service_and_sits_on_no_council_is_to_be_invited(graph: Graph) -> None:
    """With its services, the councils to which it could be invited, and the evidence; a kind of actor is no row."""
    # Arrange
    town, provider = with_provider()
    town.service("見守り", "WATCH", by=[town.body("自治会", generic=True)])
    town.into(graph, exhaustive_for("seats"))

    # Act
    found = answer(graph, GAP)

    # Assert
    (row,) = found.rows
    assert (row["id"], row["services"], row["councils"], row["seat_lists"]) == (provider.id, ["サロン"], ["協議体"], "listed")
    assert (row["sources_that_could_show"], len(row["evidence"]), found.population) == (["samples/見本"], 1, 2)


@pytest.mark.parametrize(
    "service", [{"status": "planned"}, {"status": "ended"}, {"valid_to": date(2026, 3, 31)}, {"valid_from": date(2027, 4, 1)}], ids=str
)
def test_a_service_that_does_not_run_is_no_reason_to_invite(graph: Graph, service: dict[str, object]) -> None:
    """Planned, ended, lapsed and later ones."""
    # Arrange
    town, _provider = with_provider(**service)
    town.into(graph, exhaustive_for("seats"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert (found.rows, found.population) == ([], 1)


@pytest.mark.parametrize("way", ["whole", "umbrella", "section", "part of the council", "the council itself"])
def test_a_seat_through_others_is_a_seat(graph: Graph, way: str) -> None:
    """Through what it is part or member of, through its section, on a part of the council; and a council is on itself."""
    # Arrange
    town, provider = with_provider()
    other = town.body("連合会")
    if way == "the council itself":
        town.service("買い物", "SHOP", by=[town.body("住民自治協議会", also_council=True)])
        town.council("その部会", members=[provider])
    elif way == "part of the council":
        part = town.council("買物部会", members=[provider], status="planned")
        town.join(PartOf, part, town.council("協議体"))
    else:
        town.council("協議体", members=[other])
        town.join(*{"whole": (PartOf, provider, other), "umbrella": (MemberOf, provider, other), "section": (PartOf, other, provider)}[way])
    town.into(graph, exhaustive_for("seats"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert found.rows == []


def test_lists_that_are_open_and_lists_that_nobody_has(graph: Graph) -> None:
    """Where a list ends in 等, or no source speaks of seats, the row says so; where no council is recorded there is no row."""
    # Arrange
    town, _provider = with_provider()
    town.council("連絡会", open_list=True)
    town.into(graph, exhaustive_for("seats"))
    unknown = Town("熊谷市")
    unknown.council("協議体")
    unknown.service("サロン", "SALON", by=[unknown.body("くまの会")])
    unknown.into(graph, silent, dataset="samples/熊谷")
    without = Town("高根沢町")
    without.service("サロン", "SALON", by=[without.body("たかの会")])
    without.into(graph, exhaustive_for("seats"), dataset="samples/高根沢")

    # Act
    found = answer(graph, GAP)

    # Assert
    assert {(row["area"], row["seat_lists"]) for row in found.rows} == {("名張市", "open"), ("熊谷市", "unknown")}


def test_a_service_of_a_district_is_in_the_city_and_one_elsewhere_is_not(graph: Graph) -> None:
    """Where it is held decides, and not where its provider has its office."""
    # Arrange
    town = Town()
    town.council("協議体")
    town.service("サロン", "SALON", by=[town.body("地区の会")], held_in=town.district("東地区"))
    town.service("配食", "MEALS", by=[town.body("よそで働く会")], held_in=Town("熊谷市").area)
    town.into(graph, exhaustive_for("seats"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert names(found) == {"地区の会"}


def test_a_seat_above_the_audience_is_not_known_to_it(graph: Graph) -> None:
    """The public gets no list of bodies."""
    # Arrange
    town, provider = with_provider()
    town.join(MemberOf, provider, town.council("協議体"), visibility="restricted")
    town.into(graph, exhaustive_for("seats"))

    # Act
    found = {audience: names(answer(graph, GAP, audience=audience)) for audience in ("public", "members", "restricted")}

    # Assert
    assert found == {"public": set(), "members": {"ささえ会"}, "restricted": set()}


def test_providers_and_councils_above_the_audience_are_not_looked_at(graph: Graph) -> None:
    """A service, a providing and a council that only others may see: where none is to be seen, nobody is to be invited."""
    # Arrange
    town, _provider = with_provider()
    town.service("見守り", "WATCH", by=[town.body("見守る会")], visibility="restricted")
    town.join(Provides, town.body("手伝う会"), town.service("配食", "MEALS", by=[town.body("座る会")]), visibility="restricted")
    town.into(graph, exhaustive_for("seats"))
    other = Town("伊賀市")
    other.council("内々の協議体", visibility="restricted")
    other.service("サロン", "SALON", by=[other.body("伊賀の会")])
    other.into(graph, exhaustive_for("seats"), dataset="samples/伊賀")

    # Act
    found = {audience: answer(graph, GAP, audience=audience) for audience in ("members", "restricted")}

    # Assert
    assert {audience: (names(one), one.population) for audience, one in found.items()} == {
        "members": ({"ささえ会"}, 2),
        "restricted": ({"ささえ会", "見守る会", "手伝う会", "伊賀の会"}, 5),
    }


def test_who_has_left_a_service_is_not_looked_at(graph: Graph) -> None:
    """It runs on with others."""
    # Arrange
    town, _provider = with_provider()
    town.join(Provides, town.body("やめた会"), town.service("配食", "MEALS", by=[town.body("座る会")]), status="ended")
    town.into(graph, exhaustive_for("seats"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert (names(found), found.population) == ({"ささえ会"}, 2)
