"""Where nothing may be written no page offers it, and whatever is sent is refused in words."""

import re
from html import unescape

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from graph.connection import Graph
from tests.building import Town, exhaustive_for
from tests.engines import fingerprint
from tests.integration.api.sites import site
from tests.page_routes import known_of, may_write, pages, route_of, writing

LINK = re.compile(r'(?:href|action|src)="([^"#]+)')
AREA, GAP = "名張市", "actors_without_ties"


@pytest.fixture
def town(embedded_graph: Graph) -> Graph:
    """A body without a recorded tie, which is followed up."""
    town = Town("名張市")
    town.ring("いろは会", "ふれあい会", "すずらん会")
    town.body("ひとり会")
    town.into(embedded_graph, exhaustive_for("ties"))
    with site(embedded_graph) as client:
        token = client.get("/api/v1/loads/token").json()["token"]
        sent = client.post("/api/v1/findings", json={"gap": GAP, "area": "名張市"}, headers={"X-Tsunagu-Token": token})
    assert sent.status_code == 201
    return embedded_graph


def app_of(client: TestClient) -> FastAPI:
    assert isinstance(client.app, FastAPI)
    return client.app


def offers(client: TestClient) -> dict[str, list[str]]:
    """Page → what it offers that writes, or that only those may see who write."""
    found = {}
    for one in pages(app_of(client), known_of(client, AREA, [GAP, "coverage_matrix"])):
        if not may_write(one.route):
            text = client.get(one.path).text
            to = [unescape(link).partition("?")[0] for link in LINK.findall(text)]
            leading = [link for link in to if (route := route_of(app_of(client), link)) is not None and may_write(route)]
            forms = re.findall(r'<form[^>]*method="post"', text)
            if leading or forms:
                found[one.path] = leading + forms
    return found


def test_no_page_offers_to_write(town: Graph) -> None:
    """Neither a form nor a link to a page of writing, on any page; where it may be written to both are found."""
    with site(town, read_only=True) as reading, site(town) as open_to_all:
        offered = offers(open_to_all)

        assert offers(reading) == {}
        assert "/" in offered
        assert any(GAP in path for path in offered)


def test_whatever_is_sent_is_refused_in_words(town: Graph) -> None:
    """403 for every method that changes something, with a sentence and what to do, and nothing is changed."""
    before = fingerprint(town)
    with site(town, read_only=True) as client:
        for method, one in writing(app_of(client), {}):
            # Act
            answer = client.request(method, one.path)

            # Assert
            assert answer.status_code == 403, one.path
            assert "ここは読むだけで、書き込みはできません。" in answer.text, one.path
            assert "--read-only" in answer.text, one.path
    assert fingerprint(town) == before
