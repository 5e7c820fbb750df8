"""Matching and resource development through the API: known answers, the order of answers, and what is refused."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import WebSettings
from graph.connection import Graph
from graph.identity import observation_key, programme_key
from graph.model.areas import AdjacentTo
from graph.model.councils import RefersTo
from graph.model.needs import RaisedIn
from graph.model.observations import Observation, ObservedIn
from graph.model.places import ActsFor, Covers
from graph.model.programmes import Funds, Programme
from graph.model.ties import CollaboratesWith
from tests.building import Town, area_named, examples_of


@pytest.fixture
def client(graph: Graph) -> Iterator[TestClient]:
    """The application for members, on each engine."""
    with TestClient(create_app(graph, WebSettings(audience="members"))) as opened:
        yield opened


def told(client: TestClient, path: str, **asked: str) -> Any:
    response = client.get(f"/api/v1/{path}", params=asked)
    assert response.status_code == 200, response.text
    return response.json()


def figures(town: Town, share: float, people: float) -> None:
    for indicator, value in (("share_65_plus", share), ("population", people)):
        key = observation_key(town.area.id, indicator, "2025-10-01", "見本")
        one = Observation(key=key, name=indicator, indicator=indicator, value=value, as_of=date(2025, 10, 1), placed_in=town.area.id)
        town.state(one)
        town.state(ObservedIn(start=one.reference, end=town.area.reference))


def everything(graph: Graph) -> None:
    """A district with a need that it answers itself, by its city and next door; another region with an example."""
    here, there = Town("名張市"), Town("熊谷市")
    east, west = here.district("東地区"), here.district("西地区")
    need = here.need("N_SHOP", of=east, name="買い物が困難")
    here.state(
        AdjacentTo(
            start=min(east.reference, west.reference, key=lambda one: one.id),
            end=max(east.reference, west.reference, key=lambda one: one.id),
        )
    )
    local, seated, acting, baker = here.bodies("地元の会", "座る会", "動く会", "配食の会")
    here.service("東の移動販売", "MOBILESHOP", by=[local], held_in=east)
    here.service("東の買い物支援", "SHOP", held_in=east)
    here.service("市の宅配", "DELIV", covers=here.area)
    here.service("西の朝市", "MARKET", held_in=west)
    here.service("東の買物バス", "SHOPBUS", held_in=east, status="planned")
    here.service("配食", "MEALS", by=[baker], held_in=here.area)
    council = here.council("東の協議体", members=[seated])
    here.join(RaisedIn, need, council)
    here.join(ActsFor, acting, need, function="needs")
    club = there.body("熊谷の会", actor_types=("NPO",))
    there.need("N_SHOP")
    there.service("熊谷の買い物支援", "SHOP", by=[club], held_in=there.area)
    here.join(CollaboratesWith, *sorted((local, club), key=lambda one: one.id))
    here.body("こちらのNPO", actor_types=("NPO",))
    figures(here, 33.0, 76_000)
    figures(there, 31.0, 90_000)
    fund = Programme(key=programme_key(here.area.id, "買い物補助"), name="買い物補助", kind="subsidy", placed_in=here.area.id)
    here.state(fund)
    here.state(Covers(start=fund.reference, end=here.area.reference))
    for fact in there.facts:
        here.facts.append(fact)
    here.into(graph, examples_of("services", "needs"))


def test_answers_come_the_nearest_and_strongest_first(graph: Graph, client: TestClient) -> None:
    """Here, in the rest of the municipality, for all of it; what is planned stands apart, what is next door is named so."""
    # Arrange
    everything(graph)

    # Act
    found = told(client, "matching", area="東地区", need="N_SHOP")

    # Assert
    assert [(one["place"], one["service"], one["strength"]) for one in found["answers"]] == [
        ("here", "東の買い物支援", "strong"),
        ("here", "東の移動販売", "weak"),
        ("in_municipality", "西の朝市", "weak"),
        ("wide", "市の宅配", "weak"),
    ]
    assert [one["service"] for one in found["planned"]] == ["東の買物バス"]
    assert [(one["area"], one["how"]) for one in found["next_door"]] == [("西地区", "adjacent")]
    assert found["stated"] is True
    assert found["area"]["name"] == "三重県名張市東地区"


def test_who_could_start_something_is_told_with_the_reason(graph: Graph, client: TestClient) -> None:
    """The strongest reason first; whoever answers it here already is no starter; the example stands behind a like kind."""
    # Arrange
    everything(graph)

    # Act
    found = told(client, "matching", area="名張市", need="買い物が困難")

    # Assert
    reasons = {one["name"]: [(why["reason"], why["about"]) for why in one["reasons"]] for one in found["starters"]}
    assert reasons == {
        "動く会": [("acts_for", ["買い物が困難"])],
        "座る会": [("council", ["東の協議体"])],
        "配食の会": [("neighbouring", ["配食"])],
        "こちらのNPO": [("kind", ["埼玉県熊谷市 熊谷の買い物支援"])],
    }
    assert [one["name"] for one in found["starters"]] == list(reasons)
    assert [(one["name"], one["ties"], one["through"]) for one in found["suppliers"]] == [("熊谷の会", 1, ["地元の会"])]
    (precedent,) = found["precedents"]
    assert (precedent["service"], precedent["likeness"], len(precedent["quotes"])) == ("熊谷の買い物支援", "known", 1)


def test_where_no_source_names_neighbours_the_nearest_offices_are_said_to_be_just_that(graph: Graph, client: TestClient) -> None:
    """Municipalities have offices; with the distance."""
    # Arrange
    town, beside = Town("名張市"), Town("伊賀市")
    town.need("N_SHOP")
    beside.service("伊賀の宅配", "DELIV", held_in=beside.area)
    town.into(graph)
    beside.into(graph, dataset="samples/伊賀")

    # Act
    found = told(client, "matching", area="名張市", need="N_SHOP")

    # Assert
    assert {one["how"] for one in found["next_door"]} == {"nearest"}
    assert len(found["next_door"]) == 4
    assert all(one["km"] > 0 for one in found["next_door"])
    assert [(one["place"], one["area"], one["service"]) for one in found["answers"]] == [("next_door", "伊賀市", "伊賀の宅配")]


def test_a_supplier_two_ties_away_is_found_and_a_shared_council_is_no_way(graph: Graph, client: TestClient) -> None:
    """Nor is a kind of actor."""
    # Arrange
    here, there = Town("名張市"), Town("熊谷市")
    one = here.body("地元の会")
    middle, far, seated, beyond = there.bodies("間の会", "遠くの会", "座る会", "先の会")
    kind = there.body("自治会", generic=True)
    for body, name in ((far, "遠くの宅配"), (seated, "座る宅配"), (beyond, "先の宅配")):
        there.service(name, "DELIV", by=[body], held_in=there.area)
    there.join(RefersTo, one, middle)
    there.join(RefersTo, middle, far)
    there.join(RefersTo, one, kind)
    there.join(RefersTo, kind, beyond)
    there.council("協議体", members=[one, seated])
    here.facts += there.facts
    here.into(graph)

    # Act
    found = told(client, "matching", area="名張市", need="N_SHOP")

    # Assert
    assert [(near["name"], near["ties"], near["through"]) for near in found["suppliers"]] == [("遠くの会", 2, ["間の会"])]
    assert found["stated"] is False


def test_what_could_be_built_from_what(graph: Graph, client: TestClient) -> None:
    """Unanswered needs with examples, starters and programmes; kinds missing in a district; plans to take up again."""
    # Arrange
    everything(graph)
    snowy = Town("名張市")
    snowy.need("N_SNOW", name="雪かき")
    fund = Programme(key=programme_key(snowy.area.id, "雪の基金"), name="雪の基金", placed_in=snowy.area.id, ends_on=date(2030, 3, 31))
    snowy.state(fund)
    snowy.join(Funds, fund, snowy.service("昔の除雪", "SNOW", held_in=snowy.area, status="ended"))
    snowy.into(graph, examples_of("services"), dataset="samples/雪")

    # Act
    found = told(client, "resource-development", area="名張市")

    # Assert
    (need,) = found["needs"]
    assert (need["need"], need["not_counted"], [one["code"] for one in need["answers"]]) == ("雪かき", ["昔の除雪"], ["N_SNOW"])
    assert [(one["area"], one["category"]) for one in found["kinds"]] == [
        ("東地区", code) for code in ("DELIV", "MARKET", "SHOPBUS", "TRANS")
    ]
    assert [one["service"] for one in found["planned"]] == ["東の買物バス"]
    assert [(one["name"], one["pays_for_wanted"]) for one in found["programmes"]] == [("雪の基金", True), ("買い物補助", False)]
    assert found["looked_at"]["needs"] == 2


@pytest.mark.parametrize(
    ("asked", "status", "advised"),
    [
        ({"need": "N_NOTHING", "area": "名張市"}, 404, "コード"),
        ({"need": "N_CONTEXT", "area": "名張市"}, 404, "コード"),
        ({"need": "N_SHOP", "area": "なばり町市"}, 404, ""),
        ({"need": "N_SHOP"}, 422, ""),
    ],
)
def test_what_is_not_known_is_refused_with_what_is(embedded_graph: Graph, asked: dict[str, str], status: int, advised: str) -> None:
    """Unknown needs, background pressure, unknown areas and no area."""
    with TestClient(create_app(embedded_graph, WebSettings())) as client:
        response = client.get("/api/v1/matching", params=asked)

    assert response.status_code == status
    assert advised in response.json().get("advice", "")
    assert response.json().get("advice", "…")


def test_the_public_is_shown_what_is_public(graph: Graph) -> None:
    """A hidden service is no answer, and a hidden body no starter."""
    # Arrange
    town = Town()
    hidden = town.body("内々の会", visibility="members")
    need = town.need("N_SHOP")
    town.join(ActsFor, hidden, need, function="needs", visibility="members")
    town.service("内々の宅配", "DELIV", held_in=town.area, visibility="members")
    town.into(graph)

    # Act
    with TestClient(create_app(graph, WebSettings(audience="public"))) as client:
        found = told(client, "matching", area="名張市", need="N_SHOP")
        built = told(client, "resource-development", area="名張市")

    # Assert
    assert (found["answers"], found["starters"]) == ([], [])
    assert "内々" not in str((found, built))
    assert area_named("名張市").id == found["area"]["id"]
