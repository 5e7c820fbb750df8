"""ニーズから探す: from a need to what answers it, by the pages."""

from graph.connection import Graph
from graph.model.needs import Addresses
from graph.model.services import Provides
from tests.building import Town
from tests.integration.api.sites import HOSTILE, site


def town(graph: Graph, *, name: str = "いろは会", visibility: str = "public") -> Town:
    """A town where one body runs a service for a need that is stated."""
    made = Town()
    need = made.need("N_SHOP", name="買い物に行けない")
    service = made.service(f"{name}の買い物代行", "SHOP", visibility=visibility)
    made.join(Provides, made.body(name, visibility=visibility), service, visibility=visibility)
    made.join(Addresses, service, need, visibility=visibility)
    made.into(graph)
    return made


def test_the_list_begins_with_what_is_stated_here(embedded_graph: Graph) -> None:
    """Stated kinds come first, all others are there too, and background pressure is no need."""
    # Arrange
    place = town(embedded_graph)

    # Act
    with site(embedded_graph) as client:
        page = client.get(f"/areas/{place.area.id}/needs").text

    # Assert
    stated, others = page.split("そのほかの種類")
    assert "/needs/N_SHOP" in stated
    assert "/needs/N_SHOP" not in others
    assert "/needs/N_MOVE" in others
    assert "N_CONTEXT" not in page


def test_a_need_shows_who_answers_it_with_the_sentence(embedded_graph: Graph) -> None:
    """The service, who runs it, where, and on which sentence that rests; what a source may have named is escaped."""
    # Arrange
    place = town(embedded_graph, name=HOSTILE)

    # Act
    with site(embedded_graph) as client:
        page = client.get(f"/areas/{place.area.id}/needs/N_SHOP").text

    # Assert
    assert "このニーズに応えると書かれている" in page
    assert "<blockquote>" in page
    assert HOSTILE not in page
    assert "&lt;img src=x onerror=alert(1)&gt;の買い物代行" in page


def test_a_need_that_nobody_stated_is_not_called_absent(embedded_graph: Graph) -> None:
    """Without a record the page says that none was found, not that there is none, and still looks for examples."""
    # Arrange
    place = town(embedded_graph)

    # Act
    with site(embedded_graph) as client:
        page = client.get(f"/areas/{place.area.id}/needs/N_TRASH")

    # Assert
    assert page.status_code == 200
    assert "困りごとがないという意味ではありません" in page.text
    assert "サービスがないという意味ではありません" in page.text


def test_a_need_that_is_not_known_is_refused_with_those_that_are(embedded_graph: Graph) -> None:
    """A code that does not exist is no empty answer."""
    # Arrange
    place = town(embedded_graph)

    # Act
    with site(embedded_graph) as client:
        page = client.get(f"/areas/{place.area.id}/needs/N_NOTHING")

    # Assert
    assert page.status_code in {404, 422}
    assert "N_NOTHING" in page.text


def test_the_public_is_told_public_services_only(embedded_graph: Graph) -> None:
    """What members know answers no need on a page for the public."""
    # Arrange
    place = town(embedded_graph, visibility="members")
    path = f"/areas/{place.area.id}/needs/N_SHOP"

    # Act
    with site(embedded_graph) as members, site(embedded_graph, audience="public", read_only=True) as public:
        told = {"members": members.get(path).text, "public": public.get(path).text}

    # Assert
    assert "いろは会の買い物代行" in told["members"]
    assert "いろは会" not in told["public"]
