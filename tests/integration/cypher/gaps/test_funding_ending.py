"""Programmes and commissions that end soon or have ended: known answers, among them the traps of the question."""

from datetime import date
from typing import Any

import pytest

from graph.connection import Graph
from graph.identity import programme_key
from graph.model.organizations import Commissions
from graph.model.places import Covers, OperatesIn
from graph.model.programmes import Funds, Programme
from graph.reading import Answer
from tests.building import Town, answer, area_named, exhaustive_for

GAP = "funding_ending"


def programme(town: Town, name: str, **more: Any) -> Programme:
    """A subsidy that the source places in the municipality."""
    one = Programme(key=programme_key(town.area.id, name), name=name, **{"kind": "subsidy", "placed_in": town.area.id, **more})
    town.state(one)
    return one


def states(found: Answer) -> dict[str, str]:
    return {row["name"]: row["state"] for row in found.rows}


def test_what_ends_within_the_months_or_has_ended_is_a_row(graph: Graph) -> None:
    """With what it pays for; what ends later is none, and is looked at."""
    # Arrange
    town = Town()
    (one,) = town.bodies("いろは会")
    meals = town.service("配食", "MEALS", held_in=town.area)
    soon = programme(town, "配食補助", ends_on=date(2027, 3, 31), amount_yen=300_000)
    programme(town, "終わった基金", kind="fund", ends_on=date(2026, 3, 31))
    programme(town, "名前のない種別", kind="別の種別", ends_on=date(2026, 3, 31))
    programme(town, "続く計画", kind="plan", ends_on=date(2029, 3, 31))
    for paid in (one, meals):
        town.join(Funds, soon, paid)
    town.into(graph, exhaustive_for("programmes"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert states(found) == {"配食補助": "ending", "終わった基金": "past", "名前のない種別": "past"}
    assert {row["kind"] for row in found.rows} == {"subsidy", "fund", "other"}
    row = next(row for row in found.rows if row["name"] == "配食補助")
    assert (row["pays_for"], row["amount_yen"], row["kind"]) == (["いろは会", "配食"], 300_000, "subsidy")
    assert (row["payer_id"], row["receiver_id"]) == (soon.id, soon.id)
    assert (row["sources_that_could_show"], len(row["evidence"])) == (["samples/見本"], 1)
    assert found.population == 4


@pytest.mark.parametrize(
    ("ends_on", "months", "found"),
    [
        (date(2027, 2, 23), 3, ["ending"]),
        (date(2027, 2, 24), 3, []),
        (date(2026, 11, 23), 0, ["ending"]),
        (date(2026, 11, 22), 0, ["past"]),
    ],
)
def test_the_months_are_counted_to_the_day(graph: Graph, ends_on: date, months: int, found: list[str]) -> None:
    """From 23 November three months reach to 23 February; on its last day nothing is past."""
    # Arrange
    town = Town()
    programme(town, "配食補助", ends_on=ends_on)
    town.into(graph)

    # Act
    answered = answer(graph, GAP, months=months)

    # Assert
    assert [row["state"] for row in answered.rows] == found


def test_without_a_stated_end_nothing_is_inferred(graph: Graph) -> None:
    """Not from a fiscal year either."""
    # Arrange
    town = Town()
    programme(town, "基金", fiscal_year=2025)
    town.into(graph)

    # Act
    found = answer(graph, GAP)

    # Assert
    assert (found.rows, found.population) == ([], 1)


def test_a_commission_ends_too(graph: Graph) -> None:
    """It stands where the commissioned body works, with who commissioned it."""
    # Arrange
    town = Town()
    city, centre = town.bodies("名張市", "いろは会")
    town.join(Commissions, city, centre, what="生活支援体制整備事業", until=date(2027, 3, 31))
    town.into(graph, exhaustive_for("ties"))

    # Act
    found = answer(graph, GAP)

    # Assert
    (row,) = found.rows
    assert (row["kind"], row["name"], row["payer"], row["pays_for"]) == ("commission", "生活支援体制整備事業", "名張市", ["いろは会"])
    assert (row["payer_id"], row["receiver_id"], row["sources_that_could_show"]) == (city.id, centre.id, ["samples/見本"])
    assert found.population == 1


def test_a_body_that_works_elsewhere_has_its_commission_there(graph: Graph) -> None:
    """Its home is where it works, not where its source names it."""
    # Arrange
    town, elsewhere = Town(), area_named("伊賀市")
    city = town.body("名張市")
    centre = town.body("いろは会")
    town.join(OperatesIn, centre, elsewhere)
    town.join(Commissions, city, centre, until=date(2027, 3, 31))
    town.into(graph)

    # Act
    found = answer(graph, GAP)

    # Assert
    assert [(row["area"], row["name"]) for row in found.rows] == [("伊賀市", None)]


def test_a_fund_of_the_prefecture_is_shown_where_it_pays(graph: Graph) -> None:
    """To the municipality whose body it pays, and to no other."""
    # Arrange
    town, prefecture = Town(), area_named("三重県")
    (one,) = town.bodies("いろは会")
    fund = programme(town, "県の基金", ends_on=date(2027, 3, 31), placed_in=prefecture.id)
    town.join(Funds, fund, one)
    town.join(Covers, fund, prefecture)
    town.into(graph)

    # Act
    here, next_door = (answer(graph, GAP, area=area) for area in ("名張市", "伊賀市"))

    # Assert
    assert ([(row["area"], row["name"]) for row in here.rows], next_door.rows) == ([("名張市", "県の基金")], [])


def test_what_the_audience_may_not_see_is_not_paid_for_it(graph: Graph) -> None:
    """Neither the programme nor what it pays for."""
    # Arrange
    town = Town()
    hidden = town.body("内々の会", visibility="members")
    fund = programme(town, "基金", ends_on=date(2027, 3, 31))
    programme(town, "内々の基金", ends_on=date(2027, 3, 31), visibility="members")
    town.join(Funds, fund, hidden, visibility="members")
    town.into(graph)

    # Act
    public, members = (answer(graph, GAP, audience=audience) for audience in ("public", "members"))

    # Assert
    assert [(row["name"], row["pays_for"]) for row in public.rows] == [("基金", [])]
    assert {row["name"]: row["pays_for"] for row in members.rows} == {"基金": ["内々の会"], "内々の基金": []}


def test_programmes_and_commissions_above_the_audience_are_not_looked_at(graph: Graph) -> None:
    """Neither are they rows; one without a stated end is looked at and no row."""
    # Arrange
    town = Town()
    city, centre = town.bodies("名張市", "いろは会")
    programme(town, "基金")
    programme(town, "内々の基金", ends_on=date(2027, 3, 31), visibility="members")
    town.join(Commissions, city, centre, what="終わりの書かれない委託")
    town.join(Commissions, centre, city, what="内々の委託", until=date(2027, 3, 31), visibility="restricted")
    town.into(graph)

    # Act
    found = {audience: answer(graph, GAP, audience=audience) for audience in ("public", "members", "restricted")}

    # Assert
    assert {audience: (set(states(one)), one.population) for audience, one in found.items()} == {
        "public": (set(), 2),
        "members": ({"内々の基金"}, 3),
        "restricted": ({"内々の基金", "内々の委託"}, 4),
    }


def test_kinds_of_actor_and_services_that_do_not_run_are_shown_as_paid_for(graph: Graph) -> None:
    """The money ends for them too: for 自治会 as a kind, and for a service that is planned or has ended."""
    # Arrange
    town = Town()
    fund = programme(town, "基金", ends_on=date(2027, 3, 31))
    planned, ended = (town.service(name, "SALON", status=status) for name, status in (("これから", "planned"), ("もと", "ended")))
    for paid in (town.body("自治会", generic=True), planned, ended):
        town.join(Funds, fund, paid)
    town.into(graph)

    # Act
    (row,) = answer(graph, GAP).rows

    # Assert
    assert row["pays_for"] == sorted(["自治会", "これから", "もと"])
