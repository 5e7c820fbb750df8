"""The network picture in a real Chromium, as a coordinator uses it."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Dialog

from tests.unit.visualizations.pictures import HOSTILE, hostile, large
from visualizations.contract import Picture

pytestmark = pytest.mark.browser

SIZES = [(1366, 768), (390, 844)]
OTAGAI = "NPO法人 おたがいさま"
MONTHLY = "包括と月1回、利用者の様子を持ち寄って連携している。"

POINT_ON_LINE = """id => {
  const line = tsunagu.edge.get(id), from = tsunagu.place.get(line.from), to = tsunagu.place.get(line.to);
  // Nearest to its middle where no name lies over it.
  const under = ({ x, y }) => tsunagu.nodes.some((node) => {
    const area = tsunagu.labels.box(node.id, tsunagu.network.getScale());
    return tsunagu.labels.isShown(node.id) && x >= area.left && x <= area.right && y >= area.top && y <= area.bottom;
  });
  const on = (part) => ({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });
  const along = [0.5, 0.55, 0.45, 0.6, 0.4, 0.65, 0.35, 0.7, 0.3].map(on);
  const at = tsunagu.network.canvasToDOM(along.find((point) => !under(point)));
  const holder = tsunagu.graph.holder.getBoundingClientRect();
  return [holder.left + at.x, holder.top + at.y];
}"""
POINT_ON_NODE = """id => {
  const at = tsunagu.network.canvasToDOM(tsunagu.place.get(id));
  const holder = tsunagu.graph.holder.getBoundingClientRect();
  return [holder.left + at.x, holder.top + at.y];
}"""


class Opened:
    """A page with what it said and asked for."""

    def __init__(self, browser: Browser, address: str, size: tuple[int, int], **context: Any) -> None:
        self.context = browser.new_context(viewport={"width": size[0], "height": size[1]}, accept_downloads=True, **context)
        self.page = self.context.new_page()
        self.errors: list[str] = []
        self.requests: list[str] = []
        self.dialogs: list[str] = []
        self.page.on("console", lambda message: self.errors.append(message.text) if message.type in {"error", "warning"} else None)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("dialog", self.refuse)
        self.address = address
        self.page.goto(address)
        self.page.wait_for_selector("html[data-ready]", timeout=20_000)
        self.page.wait_for_timeout(200)

    def refuse(self, dialog: Dialog) -> None:
        """Remember that something opened a dialog."""
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def click(self, where: str, thing: str) -> None:
        """Click on the canvas where a thing is drawn."""
        self.page.mouse.click(*self.page.evaluate(where, thing))
        # A click on the canvas waits to see whether it becomes a double click.
        self.page.wait_for_timeout(500)

    def heading(self) -> str:
        """What the panel is about."""
        return self.page.inner_text("#panel-body h2")


@pytest.fixture
def open_picture(browser: Browser, drawn: Callable[..., str]) -> Iterator[Callable[..., Opened]]:
    """Opens a picture in a window of the wanted size."""
    opened: list[Opened] = []

    def start(picture: Picture, size: tuple[int, int] = SIZES[0], language: str = "ja", **context: Any) -> Opened:
        opened.append(Opened(browser, drawn(picture, language=language), size, **context))
        return opened[-1]

    yield start
    for one in opened:
        one.context.close()


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


def test_table_and_picture_hold_the_same(open_picture: Callable[..., Opened], picture: Picture) -> None:
    """The same things, and what is hidden in one is hidden in the other."""
    page = open_picture(picture).page
    rows = "kind => [...document.querySelectorAll(`tr[data-kind=${kind}]:not([hidden])`)].map((row) => row.dataset.id).sort()"

    page.keyboard.press("t")
    for _ in range(2):
        assert page.evaluate(rows, "node") == page.evaluate("tsunagu.nodes.map(({ id }) => id).filter(tsunagu.visible.node).sort()")
        assert page.evaluate(rows, "line") == page.evaluate("tsunagu.edges.map(({ id }) => id).filter(tsunagu.visible.line).sort()")
        page.click("#legend [data-key=community]")


def test_selection_goes_both_ways(open_picture: Callable[..., Opened], picture: Picture) -> None:
    """A row selects the mark, a mark selects the row."""
    opened = open_picture(picture)
    page = opened.page

    page.keyboard.press("t")
    page.click("tr[data-id=minami] button")
    from_row = page.evaluate("tsunagu.selected().node")
    page.click("#zoom-fit")
    opened.click(POINT_ON_NODE, "shakyo")

    assert from_row == "minami"
    assert page.get_attribute("tr.chosen", "data-id") == "shakyo"


def test_the_table_can_be_sorted(open_picture: Callable[..., Opened], picture: Picture) -> None:
    """By each column, and back; the head says how."""
    page = open_picture(picture).page
    numbers = "() => [...document.querySelectorAll('tr[data-kind=node] td.number')].map((cell) => Number(cell.textContent))"

    page.keyboard.press("t")
    head = page.locator("th", has_text="線の数")
    head.locator("button").click()
    rising = page.evaluate(numbers)
    head.locator("button").click()

    assert rising == sorted(rising)
    assert page.evaluate(numbers) == sorted(rising, reverse=True)
    assert head.get_attribute("aria-sort") == "descending"


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
