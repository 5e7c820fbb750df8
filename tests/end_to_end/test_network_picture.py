"""The network picture in a real Chromium, as a coordinator uses it."""

from collections.abc import Callable

import pytest

from tests.end_to_end.opened import POINT_ON_LINE, POINT_ON_NODE, SIZES, Opened
from tests.unit.visualizations.pictures import HOSTILE, hostile
from visualizations.contract import Picture

pytestmark = pytest.mark.browser

OTAGAI = "NPO法人 おたがいさま"
MONTHLY = "包括と月1回、利用者の様子を持ち寄って連携している。"


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_it_opens_quietly_and_asks_nothing_of_any_network(
    open_picture: Callable[..., Opened], picture: Picture, size: tuple[int, int], language: str
) -> None:
    """No error in the console, and no request but for the file itself."""
    opened = open_picture(picture, size, language)

    assert opened.errors == []
    assert [url for url in opened.requests if not url.startswith("data:")] == [opened.address]


def test_an_empty_picture_says_so(open_picture: Callable[..., Opened]) -> None:
    """Never an empty screen."""
    opened = open_picture(Picture(title="空の図"))

    assert "表示できるものはありません" in opened.page.inner_text("main")
    assert opened.errors == []


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_click_on_a_tie_shows_its_sentence(open_picture: Callable[..., Opened], picture: Picture, size: tuple[int, int]) -> None:
    """With source, day, line and certainty in words."""
    opened = open_picture(picture, size)

    opened.click(POINT_ON_LINE, "COLLABORATES_WITH|houkatsu|otagai|recorded")

    said = opened.page.inner_text("#panel-body")
    assert opened.heading() == "連携"
    assert all(part in said for part in (MONTHLY, "第2層協議体（中央）会議録", "2026-09-12", "18行目", "明記・確認済み"))


def test_a_click_on_a_node_shows_what_is_known_of_it(open_picture: Callable[..., Opened], picture: Picture) -> None:
    """Kind, reading, area, ties with sentences, services and councils; neighbours are links; Esc closes."""
    opened = open_picture(picture)

    opened.click(POINT_ON_NODE, "otagai")
    said = opened.page.inner_text("#panel-body")
    opened.page.click("#panel-body .thing:has-text('地域包括支援センター中央')")
    neighbour = opened.heading()
    opened.page.keyboard.press("Escape")

    assert all(
        part in said for part in (OTAGAI, "えぬぴーおー", "中央地区", MONTHLY, "おたがいさま便", "第2層協議体", "確認済み 2026-09-12")
    )
    assert neighbour == "地域包括支援センター中央"
    assert not opened.page.is_visible("#panel-body h2")
    assert opened.page.is_visible("#reading")


def test_a_kind_of_body_is_shown_as_such(open_picture: Callable[..., Opened], picture: Picture) -> None:
    """自治会 is told to be a kind, and how many it stands for."""
    opened = open_picture(picture)

    opened.click(POINT_ON_NODE, "jichikai")

    assert "種類としての記載（42か所）" in opened.page.inner_text("#panel-body")


def test_the_legend_counts_what_is_drawn(open_picture: Callable[..., Opened], picture: Picture) -> None:
    """Each entry's number is that of the nodes or lines in the picture that it stands for."""
    opened = open_picture(picture)
    page = opened.page

    stated = {
        entry.get_attribute("data-key"): int(entry.locator(".count").inner_text()) for entry in page.locator("#legend [data-key]").all()
    }
    counted = page.evaluate(
        """() => {
          const count = {};
          const add = (key) => (count[key] = (count[key] || 0) + 1);
          tsunagu.data.nodes.forEach(({ id, group }) => { add(group); if (tsunagu.content.nodes[id].generic) add("generic"); });
          tsunagu.data.edges.forEach(({ id }) => add(tsunagu.content.lines[id].stroke));
          return count;
        }"""
    )
    assert stated == counted


def test_the_legend_hides_shows_and_isolates(open_picture: Callable[..., Opened], picture: Picture) -> None:
    """A click hides what it stands for with its lines; a double click leaves it alone; Enter does what a click does."""
    page = open_picture(picture).page
    shown = "() => tsunagu.nodes.filter(({ id }) => tsunagu.visible.node(id)).map(({ group }) => group)"
    services = page.locator("#legend [data-key=Service]")

    services.click()
    without = set(page.evaluate(shown))
    lines_left = page.evaluate(
        "tsunagu.edges.filter(({ id }) => tsunagu.content.lines[id].type === 'PROVIDES' && tsunagu.visible.line(id)).length"
    )
    services.press("Enter")
    again = set(page.evaluate(shown))
    services.dblclick()
    alone = set(page.evaluate(shown))

    assert "Service" not in without
    assert lines_left == 0
    assert "Service" in again
    assert alone == {"Service"}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ちゅうおう", "地域包括支援センター中央"),
        ("チュウオウ", "地域包括支援センター中央"),
        ("みほん市社協", "社会福祉法人みほん市社会福祉協議会"),
        ("高崎", "髙﨑助け合いの会"),
        ("吉田", "𠮷田内科クリニック"),
        ("株ほしの", None),
        ("(株)ほしの", "㈱ほしの移動スーパー"),
    ],
)
def test_search_finds_by_kana_alias_and_variant(
    open_picture: Callable[..., Opened], picture: Picture, typed: str, found: str | None
) -> None:
    """Reading, other names and variants of characters; Enter opens what was found."""
    page = open_picture(picture).page

    page.keyboard.press("/")
    page.keyboard.type(typed)
    page.keyboard.press("Enter")

    if found is None:
        assert "見つかりません" in page.inner_text("#found")
    else:
        assert page.inner_text("#panel-body h2") == found
        assert page.evaluate("tsunagu.selected().node") is not None


def test_markup_in_names_is_text_everywhere(open_picture: Callable[..., Opened]) -> None:
    """Graph, panel, legend, search and table show it letter by letter, and nothing runs."""
    opened = open_picture(hostile())
    page = opened.page

    page.evaluate("tsunagu.select({ node: tsunagu.nodes[0].id })")
    panel = page.inner_text("#panel-body h2")
    page.evaluate("tsunagu.select({ line: tsunagu.edges[0].id })")
    page.keyboard.press("t")
    page.fill("#search", "onerror")
    page.wait_for_timeout(300)

    assert panel.startswith(HOSTILE)
    assert HOSTILE in page.inner_text("h1")
    assert HOSTILE in page.inner_text("#tables")
    assert HOSTILE in page.inner_text("#found")
    assert page.evaluate("document.images.length") == 0
    assert opened.dialogs == opened.errors == []


def test_arrows_walk_along_lines(open_picture: Callable[..., Opened], picture: Picture) -> None:
    """From the picture, without a mouse; each step is told to screen readers."""
    page = open_picture(picture).page

    page.focus("#network")
    page.keyboard.press("ArrowRight")
    first = page.evaluate("tsunagu.selected().node")
    visited = []
    for key in ("ArrowLeft", "ArrowDown", "ArrowRight", "ArrowUp"):
        page.keyboard.press(key)
        visited.append(page.evaluate("tsunagu.selected().node"))
    steps = page.evaluate(
        "ids => ids.slice(1).every((id, at) => id === ids[at] || tsunagu.neighbours.get(ids[at]).some((one) => one.other === id))",
        [first, *visited],
    )

    assert first is not None
    assert set(visited) != {first}
    assert steps
    assert "を選びました" in page.inner_text("#live")


def test_a_neighbourhood_opens_step_by_step(open_picture: Callable[..., Opened], picture: Picture) -> None:
    """A double click leaves only the surroundings, and tells what lies beyond; all can be shown again."""
    opened = open_picture(picture)
    page = opened.page
    shown = "() => tsunagu.nodes.filter(({ id }) => tsunagu.visible.node(id)).length"
    everything = page.evaluate(shown)

    page.mouse.dblclick(*page.evaluate(POINT_ON_NODE, "otagai"))
    page.wait_for_timeout(500)
    few = page.evaluate(shown)
    beyond = page.evaluate("tsunagu.visible.beyond('shakyo')")
    page.click("#show-all")

    assert few == 7
    assert beyond == 7
    assert page.evaluate(shown) == everything
