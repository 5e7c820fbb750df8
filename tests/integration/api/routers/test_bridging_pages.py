"""The page of bridging candidates on a real graph."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from graph.connection import Graph
from graph.model.ties import CollaboratesWith
from tests.building import Town, exhaustive_for
from tests.engines import fingerprint
from tests.integration.api.sites import HOSTILE, site


@pytest.fixture
def client(embedded_graph: Graph) -> Iterator[TestClient]:
    """Two groups whose ends sit on one council, one of a hostile name."""
    town = Town("名張市")
    three = town.ring("い", "ろ", "は")
    other, hostile = town.body("に"), town.body(HOSTILE)
    town.join(CollaboratesWith, other, hostile)
    town.council("協議体", members=[three[0], hostile])
    town.into(embedded_graph, exhaustive_for("ties"))
    with site(embedded_graph) as client:
        yield client


@pytest.mark.parametrize(
    ("language", "said"), [("ja", ("広がること", "手がかり", "6 組", "試算")), ("en", ("would add", "speaks for it", ": 6", "Tried out"))]
)
def test_benefit_and_plausibility_stand_side_by_side(client: TestClient, language: str, said: tuple[str, ...]) -> None:
    """With the council that the two share, its sentences, who could introduce them, and links to both; never a score."""
    page = client.get("/areas/名張市/bridging", params={"lang": language}).text

    assert all(part in page for part in said)
    assert "協議体" in page
    assert "<blockquote>" in page
    assert page.count("/organizations/") >= 2
    assert HOSTILE not in page
    assert "bridging." not in page


def test_what_is_tried_out_is_drawn_as_a_ghost_and_written_nowhere(client: TestClient, embedded_graph: Graph) -> None:
    """A dashed line that says so, counted in no sentence; the graph is as it was."""
    before = fingerprint(embedded_graph)

    picture = client.get("/areas/名張市/bridging/picture").text

    assert '"stroke":"proposed"' in picture
    assert 'data-key="proposed"' in picture
    assert "試算" in picture
    assert "つながり 4件" not in picture
    assert fingerprint(embedded_graph) == before


def test_the_public_is_told_that_it_is_for_members(embedded_graph: Graph, client: TestClient) -> None:
    """No candidate, no picture of one, and the reason."""
    assert client.get("/areas/名張市/bridging").status_code == 200
    with site(embedded_graph, audience="public") as public:
        page = public.get("/areas/名張市/bridging")
        picture = public.get("/areas/名張市/bridging/picture")

    assert page.status_code == 200
    assert "candidate" not in page.text.partition("<main")[2].replace("bridging_candidates", "")
    assert '"stroke":"proposed"' not in picture.text
