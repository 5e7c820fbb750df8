"""The page around the network picture in a real Chromium: its room, its paper, its letters, its address and its speed."""

import re
from collections.abc import Callable

import pytest

from tests.end_to_end.opened import SIZES, Opened
from tests.unit.visualizations.pictures import large
from visualizations.contract import Picture

pytestmark = pytest.mark.browser
OTAGAI = "NPO法人 おたがいさま"


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("table", [False, True])
def test_panel_and_graph_do_not_overlap(open_picture: Callable[..., Opened], picture: Picture, size: tuple[int, int], table: bool) -> None:
    """Nor do they cover the picture's controls or run out of the window."""
    page = open_picture(picture, size).page

    page.evaluate("tsunagu.select({ node: 'otagai' })")
    if table:
        page.click("#table-button")
    page.wait_for_timeout(300)
    boxes = {name: page.locator(name).bounding_box() for name in ("#panel", "#network", "#legend", "#tables", ".zoom", ".top")}
    there = {name: box for name, box in boxes.items() if box is not None and box["width"]}

    apart = [(a, b) for a in there for b in there if a < b and {a, b} != {"#network", ".zoom"}]
    for a, b in apart:
        one, other = there[a], there[b]
        assert (
            one["x"] + one["width"] <= other["x"] + 1
            or other["x"] + other["width"] <= one["x"] + 1
            or one["y"] + one["height"] <= other["y"] + 1
            or other["y"] + other["height"] <= one["y"] + 1
        ), (a, b)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert all(box["y"] + box["height"] <= size[1] + 1 for box in there.values())


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_controls_are_large_enough(open_picture: Callable[..., Opened], picture: Picture, size: tuple[int, int]) -> None:
    """Every visible button and field measures at least 24 by 24 pixels."""
    page = open_picture(picture, size).page

    page.evaluate("tsunagu.select({ node: 'otagai' })")
    small = page.evaluate(
        """() => [...document.querySelectorAll("button, input, summary")].map((one) => [one.textContent, one.getBoundingClientRect()])
          .filter(([, box]) => box.width && (box.width < 24 || box.height < 23.9)).map(([text]) => text)"""
    )
    assert small == []


def test_no_name_lies_over_another(open_picture: Callable[..., Opened]) -> None:
    """At any zoom: of 150 names only those are shown that have room."""
    page = open_picture(large(150)).page
    clashes = """scale => {
      tsunagu.network.moveTo({ scale, animation: false });
      tsunagu.network.redraw();
      const boxes = tsunagu.nodes.filter(({ id }) => tsunagu.labels.isShown(id)).map(({ id }) => tsunagu.labels.box(id, scale));
      const over = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
      return [boxes.length, boxes.filter((a, i) => boxes.some((b, j) => i < j && over(a, b))).length];
    }"""

    shown = {scale: page.evaluate(clashes, scale) for scale in (0.2, 0.45, 0.9, 1.5)}

    assert all(overlapping == 0 for _, overlapping in shown.values())
    assert shown[0.9][0] == shown[1.5][0] == 150
    assert shown[0.2][0] > 5


def test_single_keys_can_be_switched_off(open_picture: Callable[..., Opened], picture: Picture) -> None:
    """Whoever steers by voice can type a t without the table opening."""
    page = open_picture(picture).page

    page.keyboard.press("?")
    page.uncheck("#single-keys")
    page.keyboard.press("Escape")
    page.keyboard.press("t")

    assert not page.is_visible("#tables")


def test_the_address_gives_the_same_picture(open_picture: Callable[..., Opened], picture: Picture) -> None:
    """Selection, hidden kinds and the table come back."""
    page = open_picture(picture).page

    page.evaluate("tsunagu.select({ node: 'otagai' })")
    page.click("#legend [data-key=Service]")
    page.click("#table-button")
    page.reload()
    page.wait_for_selector("html[data-ready]")

    assert page.inner_text("#panel-body h2") == OTAGAI
    assert page.get_attribute("#legend [data-key=Service]", "aria-pressed") == "false"
    assert page.is_visible("#tables")


def test_the_picture_can_be_saved(open_picture: Callable[..., Opened], picture: Picture) -> None:
    """A PNG at twice the size, named after the title."""
    page = open_picture(picture).page

    with page.expect_download() as download:
        page.click("#save-button")
    content = download.value.path().read_bytes()

    assert download.value.suggested_filename == "みほん市のつながり図.png"
    assert content.startswith(b"\x89PNG")
    assert int.from_bytes(content[16:20]) >= 2800


@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_it_prints_on_one_sheet(open_picture: Callable[..., Opened], picture: Picture, paper: str) -> None:
    """Picture and legend, without panel and controls."""
    page = open_picture(picture).page

    sheets = page.pdf(format=paper, landscape=True)

    assert re.findall(rb"/Type\s*/Page\b", sheets) == [b"/Type /Page"]
    page.emulate_media(media="print")
    assert not page.is_visible("#panel")
    assert not page.is_visible(".controls")
    assert page.is_visible("#legend")


def test_nothing_moves_for_those_who_ask_for_rest(open_picture: Callable[..., Opened], picture: Picture) -> None:
    """With reduced motion the picture is at its place at once."""
    page = open_picture(picture, reduced_motion="reduce").page

    page.evaluate("tsunagu.select({ node: 'bus' }, { centre: true })")
    at_once = page.evaluate("tsunagu.network.getViewPosition()")
    page.wait_for_timeout(400)

    assert page.evaluate("tsunagu.network.getViewPosition()") == at_once
    assert at_once["x"] == pytest.approx(page.evaluate("tsunagu.place.get('bus').x"), abs=1)


def test_characters_outside_the_common_set_are_drawn(open_picture: Callable[..., Opened], picture: Picture) -> None:
    """𠮷, 髙 and ㈱ are drawn as themselves, not as the box of a missing character."""
    page = open_picture(picture).page
    drawn = """sign => {
      const canvas = document.createElement("canvas");
      const pen = canvas.getContext("2d");
      pen.font = `40px ${tsunagu.labels.family}`;
      pen.fillText(sign, 10, 60);
      return canvas.toDataURL();
    }"""
    # A character of the private use area, which no font here has.
    missing = page.evaluate(drawn, "\U0010fffd")

    images = {sign: page.evaluate(drawn, sign) for sign in "𠮷髙﨑㈱吉"}

    assert missing not in images.values()
    assert images["𠮷"] != images["吉"]


def test_five_hundred_nodes_open_quickly(open_picture: Callable[..., Opened]) -> None:
    """Positions come with the file, so nothing has to settle."""
    opened = open_picture(large(500))

    assert opened.page.evaluate("tsunagu.data.nodes.length") == 500
    assert opened.page.evaluate("performance.now()") < 15_000
    assert opened.errors == []
