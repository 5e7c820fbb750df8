"""The picture of one body's neighbourhood, and pictures at one scale, in a real Chromium."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.end_to_end.opened import Opened
from visualizations.contract import Picture

pytestmark = pytest.mark.browser

OPENED = ("otagai", "houkatsu", "shakyo", "bin")
SHOWN = "() => tsunagu.nodes.filter(({ id }) => tsunagu.visible.node(id)).map(({ id }) => id).sort()"
OTAGAI = "NPO法人 おたがいさま"


def around(picture: Picture, **more: object) -> Picture:
    """The sample as seen from おたがいさま, with two neighbours of 社協 that the document does not hold."""
    nodes = tuple(replace(node, beyond=2) if node.id == "shakyo" else node for node in picture.nodes)
    return replace(picture, nodes=nodes, start="otagai", opened=OPENED, **more)  # type: ignore[arg-type]


def test_it_opens_with_the_neighbourhood_and_goes_on_step_by_step(open_picture: Callable[..., Opened], picture: Picture) -> None:
    """What lies further is counted under the names; the panel's button and the picture's own lead there; the legend counts what is open."""
    opened = open_picture(around(picture))
    page = opened.page
    at_first = page.evaluate(SHOWN)
    beyond = page.evaluate("[tsunagu.visible.beyond('shakyo'), tsunagu.visible.inside('shakyo')]")
    councils = page.inner_text("#legend [data-key=Council] .count")

    page.evaluate("tsunagu.select({ node: 'shakyo' })")
    page.click("#panel-body .step")
    further = page.evaluate(SHOWN)
    page.click("#show-all")

    assert at_first == sorted(OPENED)
    assert beyond[0] == beyond[1] + 2
    assert councils == "0"
    assert set(further) > set(OPENED)
    assert "minsei" in further
    assert len(page.evaluate(SHOWN)) > len(further)
    assert opened.errors == []


def test_in_a_file_no_link_leads_to_a_page_that_is_not_there(open_picture: Callable[..., Opened], picture: Picture) -> None:
    """A copy on a disk has no other pages, whoever made it."""
    page = open_picture(around(picture, pages="/areas/x/organizations/ID")).page

    page.evaluate("tsunagu.select({ node: 'shakyo' })")

    assert page.locator("#panel-body .onwards a").count() == 0


def test_a_neighbour_outside_the_picture_is_not_told_as_a_missing_tie(open_picture: Callable[..., Opened], picture: Picture) -> None:
    """Of a body whose ties lie outside the panel says just that."""
    nodes = tuple(replace(node, beyond=3) if node.id == "roujin" else node for node in picture.nodes)
    page = open_picture(replace(picture, nodes=nodes, start="otagai")).page

    page.evaluate("tsunagu.select({ node: 'roujin' })")

    assert "この図の外にあります（ほか3件）" in page.inner_text("#panel-body")


def test_pictures_with_the_same_room_are_at_one_scale(open_picture: Callable[..., Opened], picture: Picture) -> None:
    """A large and a small network, in windows of one size."""
    few = replace(picture, nodes=picture.nodes[:4], ties=())

    scales = [open_picture(replace(one, room=1500)).page.evaluate("tsunagu.network.getScale()") for one in (picture, few)]
    alone = open_picture(few).page.evaluate("tsunagu.network.getScale()")

    assert scales[0] == pytest.approx(scales[1])
    assert alone > scales[1]


def test_search_by_a_reading_that_no_source_states(open_picture: Callable[..., Opened], picture: Picture) -> None:
    """Found by the dictionary's reading, which is shown nowhere; a second search takes the place of the first."""
    page = open_picture(picture).page

    page.keyboard.press("/")
    page.keyboard.type("ろうじんくらぶ")
    page.keyboard.press("Enter")
    first = page.inner_text("#panel-body h2")
    page.keyboard.press("/")
    page.keyboard.type("みまもりたい")
    page.keyboard.press("Enter")

    assert first == "老人クラブ連合会"
    assert page.inner_text("#panel-body h2") == "見守り隊"
    assert "ろうじん" not in page.inner_text("body")
