"""The other pictures of an area on a real graph."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.pictures_asked import views_of_areas
from graph.connection import Graph
from tests.building import Town, examples_of
from tests.integration.api.sites import HOSTILE, site


@pytest.fixture
def client(embedded_graph: Graph) -> Iterator[TestClient]:
    """A town with ties, a council and a need, and a hostile name in each."""
    town = Town("名張市")
    town.ring("いろは会", "ふれあい会", HOSTILE)
    town.council(HOSTILE, members=[town.body("なかよし会")])
    town.need("N_SHOP", name=HOSTILE)
    town.into(embedded_graph, examples_of("ties", "needs", "seats"))
    with site(embedded_graph) as client:
        yield client


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("view", views_of_areas())
def test_every_view_has_a_page_and_a_document(client: TestClient, view: str, language: str) -> None:
    """The page leads to all views and holds the document, which says its own policy; no name of a source becomes markup."""
    page = client.get(f"/areas/名張市/views/{view}", params={"lang": language})
    picture = client.get(f"/areas/名張市/views/{view}/picture", params={"lang": language})

    assert (page.status_code, picture.status_code) == (200, 200)
    assert page.text.count("/views/") >= len(views_of_areas()) - 1
    assert page.text.count('aria-current="page"') == 2
    assert "<img" not in page.text + picture.text
    assert "views." not in page.text
    assert picture.headers["Content-Security-Policy"].startswith("frame-ancestors 'self'")


@pytest.mark.parametrize("view", ["no_such_view", "organization"])
def test_what_is_no_view_of_an_area_is_refused_with_those_there_are(client: TestClient, view: str) -> None:
    """404 on page and document."""
    for path in ("", "/picture"):
        response = client.get(f"/areas/名張市/views/{view}{path}")
        assert response.status_code == 404
        assert "needs_and_services" in response.text


def test_a_view_is_given_as_a_sheet(client: TestClient) -> None:
    """As SVG, to take along."""
    response = client.get("/areas/名張市/views/councils/picture.svg")

    assert response.status_code == 200
    assert "協議体・会議 1" in response.text


def test_a_chart_has_no_sheet_and_says_what_to_do(client: TestClient) -> None:
    """Its page offers none, and whoever asks for one is told to print the page."""
    assert "data-sheet" not in client.get("/areas/名張市/views/matrix").text
    refused = client.get("/areas/名張市/views/matrix/picture.svg")
    assert refused.status_code == 400
    assert "印刷" in refused.text
