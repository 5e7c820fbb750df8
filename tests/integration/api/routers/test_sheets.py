"""Sheets of pictures as the site gives them out."""

from urllib.parse import unquote

import pytest
from fastapi.testclient import TestClient

from graph.connection import Graph
from tests.building import Town, exhaustive_for
from tests.integration.api.sites import site
from tests.unit.visualizations.sheet.opened_pdf import needs_japanese_font, opened

NAMES = ("𠮷田髙﨑会", "<img src=x onerror=alert(1)>", '#import "x"')


@pytest.fixture
def town(embedded_graph: Graph) -> Graph:
    """A municipality with three bodies that work together, and one that stands apart."""
    town = Town("名張市")
    town.ring(*NAMES)
    town.body("ひとり会")
    town.into(embedded_graph, exhaustive_for("ties"))
    return embedded_graph


def name_of(client: TestClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return unquote(answer.headers["content-disposition"].split("filename*=UTF-8''")[1])


@needs_japanese_font
def test_the_network_is_given_as_svg_and_pdf(town: Graph) -> None:
    """Under a Japanese name, with what the page's legend hides left out; names are text in both."""
    with site(town) as client:
        # Act
        svg, pdf = (client.get(f"/areas/名張市/network/picture.{kind}") for kind in ("svg", "pdf"))
        page = client.get("/areas/名張市/network").text
        a3 = client.get("/areas/名張市/network/picture.pdf", params={"paper": "A3", "lang": "en", "tables": "1"})

        # Assert
        assert all(f"{unquote(link)}" in unquote(page) for link in ("network/picture.svg", "picture.pdf?paper=A4", "picture.pdf?paper=A3"))
        assert svg.headers["content-type"] == "image/svg+xml"
        assert "<img" not in svg.text
        assert "&lt;img src=x" in svg.text
        assert (pdf.headers["content-type"], opened(pdf.content).size) == ("application/pdf", (297, 210))
        assert NAMES[0] in opened(pdf.content).text
        assert (opened(a3.content).size, "Madeon" in opened(a3.content).text) == ((420, 297), True)
        assert opened(a3.content).pages > 1
        assert name_of(client, "/areas/名張市/network/picture.pdf").startswith("三重県名張市_つながり図_2")


@needs_japanese_font
def test_an_answer_is_given_too(town: Graph) -> None:
    """With the title of its question."""
    with site(town) as client:
        pdf = client.get("/areas/名張市/gaps/actors_without_ties/picture.pdf")

    assert "ひとり会" in opened(pdf.content).text
    assert "つながりの記載が見つからない団体" in opened(pdf.content).text


def test_what_is_hidden_in_the_legend_is_left_out(town: Graph) -> None:
    """`off` is the list of keys; an empty one leaves nothing out."""
    with site(town) as client:
        everything, without = (client.get("/areas/名張市/network/picture.svg", params={"off": off}).text for off in ("", "other,Area"))

    assert NAMES[0] in everything
    assert NAMES[0] not in without


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("network/picture.svg?off=publik", 404, "publik"),
        ("network/picture.pdf?paper=B4", 404, "A3"),
        ("network/picture.svg?limit=2", 422, "2"),
        ("gaps/coverage_matrix/picture.exe", 422, "kind"),
        ("gaps/no_such/picture.svg", 404, "no_such"),
    ],
)
def test_what_cannot_be_given_is_refused_with_advice(town: Graph, address: str, status: int, said: str) -> None:
    """A page that says what happened and what to do."""
    with site(town) as client:
        answer = client.get(f"/areas/名張市/{address}")

    assert (answer.status_code, said in answer.text) == (status, True)


def test_the_public_gets_only_what_is_public(town: Graph) -> None:
    """What is not for it is in no sheet."""
    hidden = Town("名張市")
    hidden.body("会員だけの会", visibility="members")
    hidden.into(town, exhaustive_for("ties"))
    with site(town) as client, site(town, audience="public") as public:
        shown, seen = (one.get("/areas/名張市/network/picture.svg").text for one in (client, public))

    assert "会員だけの会" in shown
    assert "会員だけの会" not in seen
