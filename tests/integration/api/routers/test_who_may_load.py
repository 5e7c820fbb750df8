"""The API of loads: who may send a file, and who is refused before it is looked at."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from graph.connection import Graph
from tests.engines import fingerprint
from tests.integration.api.sites import sending, site

PREVIEW, LOADS = "/api/v1/loads/preview", "/api/v1/loads"
HEADER = "X-Tsunagu-Token"
OUR_SITE = "http://127.0.0.1:8000"


@pytest.fixture
def client(embedded_graph: Graph) -> Iterator[TestClient]:
    """The application with the token in every request, as a program sends it."""
    with site(embedded_graph) as client:
        client.headers[HEADER] = client.get("/api/v1/loads/token").json()["token"]
        yield client


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": OUR_SITE, "sec-fetch-site": "same-origin"}, 200),
        ({"origin": OUR_SITE}, 200),
        ({}, 200),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://127.0.0.1:9000"}, 403),
        ({"origin": "https://127.0.0.1:8000"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": OUR_SITE, "sec-fetch-site": "cross-site"}, 403),
        ({HEADER: ""}, 403),
        ({HEADER: "guessed"}, 403),
        ({HEADER: "トークン".encode()}, 403),
        ({"host": "evil.example"}, 400),
        ({"host": "evil.example", "origin": "http://evil.example"}, 400),
    ],
)
def test_only_our_own_pages_and_programs_with_the_token_change_something(
    client: TestClient, embedded_graph: Graph, headers: dict[str, str | bytes], status: int
) -> None:
    """A page of another site, of another port, without the token or under a foreign name of the host is refused, with advice."""
    before = fingerprint(embedded_graph)

    response = client.post(PREVIEW, files=sending(), headers=headers)
    refused = client.post(LOADS, files=sending(), headers=headers) if status != 200 else response

    assert response.status_code == refused.status_code == status
    assert fingerprint(embedded_graph) == before
    if status == 403:
        assert response.json()["advice"]


def test_another_process_has_another_token(client: TestClient, embedded_graph: Graph) -> None:
    """The token of one process opens nothing in the next."""
    with site(embedded_graph) as other:
        response = other.post(PREVIEW, files=sending(), headers={HEADER: client.headers[HEADER]})

    assert response.status_code == 403
    assert HEADER in response.json()["advice"]


def test_where_it_is_read_only_nothing_is_received(embedded_graph: Graph) -> None:
    """403 for everything that writes or tells of writing, before a file is looked at."""
    with site(embedded_graph, read_only=True) as client:
        answers = [
            client.post(PREVIEW, files=sending()),
            client.post(LOADS, files=sending(b"x" * 30_000_000)),
            client.post(f"{LOADS}/none/undo"),
            client.get(LOADS),
            client.get("/api/v1/loads/token"),
        ]

    assert [answer.status_code for answer in answers] == [403] * 5
    assert all("読むだけ" in answer.json()["detail"] for answer in answers)
