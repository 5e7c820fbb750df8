"""Two regions side by side on a real graph."""

import re
from html import unescape

import pytest

from graph.connection import Graph
from tests.building import Town, examples_of
from tests.integration.api.sites import HOSTILE, site


@pytest.fixture
def two_towns(embedded_graph: Graph) -> Graph:
    """名張市 with four bodies in a ring and two needs; 伊賀市 with two and a hostile name."""
    one, other = Town("名張市"), Town("伊賀市")
    one.ring("い", "ろ", "は", "に")
    one.need("N_SHOP")
    one.need("N_SNOW")
    one.service("移動販売", "SHOP", held_in=one.area)
    one.into(embedded_graph, examples_of("ties", "needs", "services"), dataset="samples/名張")
    other.ring("ほ", HOSTILE, "へ")
    other.into(embedded_graph, examples_of("ties"), dataset="samples/伊賀")
    return embedded_graph


@pytest.mark.parametrize(("language", "said"), [("ja", "優劣ではありません"), ("en", "no ranking")])
def test_counts_stand_beside_each_other_with_what_they_are_of(two_towns: Graph, language: str, said: str) -> None:
    """Bodies, ties of all pairs, needs without an answer of all needs; and that it is no ranking."""
    with site(two_towns) as client:
        page = client.get("/compare", params={"areas": ["名張市", "伊賀市"], "lang": language}).text

    rows = [re.sub(r"<[^>]+>|\s+", " ", row).split() for row in re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL)]
    numbers = [[int(word) for word in row if word.isdigit()] for row in rows]
    assert numbers[1] == [4, 3]
    assert numbers[2] == [4, 4, 3, 3]
    assert numbers[3] == [4, 6, 3, 3]
    assert numbers[7] == [1, 2, 0, 0]
    assert said in page
    assert HOSTILE not in page


@pytest.mark.parametrize(
    ("language", "not_found", "unknown"),
    [("ja", "示し得た資料", "ニーズを述べた資料がまだなく"), ("en", "could have shown it)", "no source speaks of needs")],
)
def test_what_one_has_and_the_other_not_comes_with_its_sentence(two_towns: Graph, language: str, not_found: str, unknown: str) -> None:
    """Services and needs of 名張市 with their quotations; of 伊賀市 that they are not found, or that no source could have shown them."""
    with site(two_towns) as client:
        page = client.get("/compare", params={"areas": ["名張市", "伊賀市"], "lang": language}).text
        told = client.get("/api/v1/comparison/differences", params={"areas": ["名張市", "伊賀市"], "lang": language}).json()

    assert page.count("<blockquote>") >= 2
    assert unknown in page
    assert not_found not in page
    assert [row["missing"][0]["sources_that_could_show"] for row in told["needs"]] == [0, 0]
    assert {row["found"][0]["area"] for row in told["needs"]} == {"三重県名張市"}
    assert all(row["found"][0]["sentences"][0]["quote"].startswith("見本") for row in told["needs"])
    assert told["ties"] == []


def test_both_pictures_are_drawn_at_one_scale(two_towns: Graph) -> None:
    """Each is told the same room, and both have it."""
    with site(two_towns) as client:
        page = client.get("/compare", params={"areas": ["名張市", "伊賀市"]}).text
        sources = re.findall(r'<iframe[^>]*src="([^"]+)"', page)
        pictures = [client.get(source.replace("&amp;", "&")).text for source in sources]

    assert len(sources) == 2
    assert len({source.partition("room=")[2] for source in sources}) == 1
    (room,) = {re.search(r'"room":(\d+)', picture)[1] for picture in pictures}  # type: ignore[index]
    assert int(room) > 100


@pytest.mark.parametrize(
    ("areas", "status"), [([], 200), (["名張市"], 200), (["名張市", ""], 200), (["名張市", "どこにもない町"], 404), (["名張市"] * 9, 422)]
)
def test_what_is_not_two_regions_asks_for_them(two_towns: Graph, areas: list[str], status: int) -> None:
    """The form keeps what was typed; an unknown name is told with the near ones."""
    with site(two_towns) as client:
        response = client.get("/compare", params={"areas": areas})

    assert response.status_code == status
    if status == 200:
        assert "<iframe" not in response.text
        assert ('value="三重県名張市" maxlength' in response.text) == bool(areas)


def test_a_misspelt_region_loses_nothing_and_one_press_puts_it_right(two_towns: Graph) -> None:
    """Every field stays filled, the near names lead on with the other region kept, and suggestions stand in the fields."""
    with site(two_towns) as client:
        page = client.get("/compare", params={"areas": ["名張", "伊賀市"], "given": "degrees"})
        links = re.findall(r'<a class="button" href="(/compare[^"]+)">三重県名張市</a>', page.text)
        right = client.get(unescape(links[0]))

    assert page.status_code == 404
    assert "見つかりません" in page.text
    assert re.search(r'value="名張"[^>]* aria-invalid="true"', page.text)
    assert 'value="三重県伊賀市"' in page.text
    assert '<option value="三重県伊賀市">' in page.text
    assert '<option value="degrees" selected>' in page.text
    assert "<iframe" not in page.text
    assert right.text.count("<iframe") == 2
    assert '<option value="degrees" selected>' in right.text


def test_the_same_region_twice_is_told(two_towns: Graph) -> None:
    """It is not compared with itself; two others beside it are."""
    with site(two_towns) as client:
        one = client.get("/compare", params={"areas": ["名張市", "三重県名張市"]}).text
        two = client.get("/compare", params={"areas": ["名張市", "三重県名張市", "伊賀市"]}).text

    assert ["「三重県名張市」が二度書かれています" in page for page in (one, two)] == [True, True]
    assert [page.count("<iframe") for page in (one, two)] == [0, 2]


@pytest.mark.parametrize("room", ["0", "a", "999999", "-1"])
def test_an_impossible_room_is_refused(two_towns: Graph, room: str) -> None:
    """Told as a wrong value, not drawn somehow."""
    with site(two_towns) as client:
        assert client.get("/areas/名張市/network/picture", params={"room": room}).status_code == 422
