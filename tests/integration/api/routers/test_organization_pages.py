"""The page of one body on a real graph."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from fastapi.testclient import TestClient

from graph.connection import Graph
from graph.model.organizations import Organization
from graph.model.ties import CollaboratesWith
from tests.building import Town, examples_of
from tests.integration.api.sites import HOSTILE, site


@pytest.fixture
def town(embedded_graph: Graph) -> tuple[Organization, Organization]:
    """Two bodies with a tie, one of a hostile name, on a council together, and one of them with a service."""
    town = Town("名張市")
    one, hostile = town.body("いろは会", aliases=("いろは", HOSTILE)), town.body(HOSTILE)
    town.join(CollaboratesWith, one, hostile)
    town.council("見本協議体", members=[one, hostile])
    town.service("買い物バス", "SHOPBUS", by=[one])
    town.into(embedded_graph, examples_of("ties"))
    return one, hostile


@pytest.fixture
def client(embedded_graph: Graph, town: tuple[Organization, Organization]) -> Iterator[TestClient]:
    """The application for members, on these two."""
    assert len(town) == 2
    with site(embedded_graph) as client:
        yield client


def test_the_page_says_what_is_recorded_with_its_sentences(client: TestClient, town: tuple[Organization, Organization]) -> None:
    """Tie, council, service, sentence, source and place; neighbours are links, and the way back; a hostile name is text."""
    one, hostile = town

    page = client.get(f"/areas/名張市/organizations/{one.id}").text

    assert HOSTILE not in page
    assert f'/organizations/{hostile.id}">&lt;img' in page
    assert all(said in page for said in ("見本協議体", "買い物バス", "「見本 ", "見本の資料", "行目", "読みがな", f"network?node={one.id}"))
    assert f"/organizations/{one.id}/picture?steps=1" in page


@pytest.mark.parametrize(("language", "said"), [("ja", "もう一歩先まで"), ("en", "One step further")])
def test_the_picture_stands_alone_with_its_own_policy(
    client: TestClient, town: tuple[Organization, Organization], language: str, said: str
) -> None:
    """It may stand in our pages only; the bodies in it lead to their pages."""
    response = client.get(f"/areas/名張市/organizations/{town[0].id}/picture", params={"lang": language, "steps": 2})

    assert response.status_code == 200
    assert response.headers["Content-Security-Policy"].startswith("frame-ancestors 'self'")
    assert "<img" not in response.text
    assert said in response.text
    assert "/organizations/ID" in response.text


def test_names_in_the_list_lead_to_their_pages(client: TestClient, town: tuple[Organization, Organization]) -> None:
    """Bodies and councils."""
    page = client.get("/areas/名張市/resources").text

    assert page.count("/organizations/") == 3
    assert f'/organizations/{town[0].id}">いろは会</a>' in page


def test_the_list_is_in_the_order_of_readings(embedded_graph: Graph) -> None:
    """By the reading where one is recorded, else by the name, on the page and in its file; councils and services by name."""
    town = Town()
    for name, kana in (("山会", "さんかい"), ("んの会", None), ("海会", "うみかい"), ("あの会", None), ("谷会", "たにかい")):
        town.body(name, kana=kana)
    by_name = {"協議体": ["い協議体", "か協議体", "さ協議体"], "サービス": ["いサービス", "かサービス", "さサービス"]}
    for council, service in zip(*by_name.values(), strict=True):
        town.council(council, members=())
        town.service(service, "SALON", by=())
    town.into(embedded_graph)

    with site(embedded_graph) as client:
        page = client.get("/areas/名張市/resources").text
        table = client.get("/areas/名張市/resources/organizations.csv").content.decode("utf-8-sig")

    expected = ["あの会", "海会", "山会", "谷会", "んの会"]
    assert re.findall(r'<th scope="row">(?:<a [^>]+>)?([^<]+会)<', page) == expected
    assert re.findall(r"^([^,]+会),", table, re.MULTILINE) == expected
    for end, names in by_name.items():
        assert re.findall(rf'<th scope="row">(?:<a [^>]+>)?([^<]+{end})<', page) == names


def test_the_list_tells_of_the_dissolved(embedded_graph: Graph) -> None:
    """With a word beside the name from that day on, and the day in the tables and the API."""
    town = Town()
    for name, days in (("やめた会", -1), ("明日やめる会", 1)):
        town.body(name, ended_on=date.today() + timedelta(days=days))
    town.into(embedded_graph)

    with site(embedded_graph) as client:
        page = client.get("/areas/名張市/resources").text
        listed = client.get("/api/v1/organizations", params={"area": "名張市"}).json()["organizations"]
        table = client.get("/areas/名張市/resources/organizations.csv").content.decode("utf-8-sig")

    assert 'やめた会</a> <span class="tag">終了</span>' in page
    assert "明日やめる会</a></th>" in page
    assert {one["name"]: one["ended_on"] for one in listed} == {
        name: (date.today() + timedelta(days=days)).isoformat() for name, days in (("やめた会", -1), ("明日やめる会", 1))
    }
    assert "終わった日" in table


def test_an_unknown_body_is_told_with_advice(client: TestClient) -> None:
    """404, and where to look."""
    response = client.get("/areas/名張市/organizations/nobody")

    assert response.status_code == 404
    assert "社会資源一覧" in response.text


def test_a_picture_that_is_too_large_offers_to_draw_it_all_the_same(client: TestClient, town: tuple[Organization, Organization]) -> None:
    """The page names the number and leads to it; what it leads to is drawn."""
    path = f"/areas/名張市/organizations/{town[0].id}/picture"

    refused = client.get(path, params={"limit": 2})
    more = f"{path}?limit=4"

    assert refused.status_code == 422
    assert "limit=4" in refused.text
    assert client.get(more).status_code == 200


def test_the_network_page_opens_with_a_thing_selected(client: TestClient) -> None:
    """What the address names is passed on to the picture, as text."""
    page = client.get("/areas/名張市/network", params={"node": 'a"b'}).text

    assert "network/picture#node=a%22b" in page
