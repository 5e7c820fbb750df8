"""A coordinator looks one body up in the picture of her area: once with the mouse, once with the keyboard only."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect

from tests.end_to_end.programs import ROOT, Program, serving
from tests.end_to_end.test_demo import Watch

pytestmark = pytest.mark.browser

BODY, KANA = "住民自治協議会", "じゅうみんじち"
SENTENCE = "市民と住民自治協議会とNPO法人と市が協働で見守り活動チームの人材育成を実施"
PLACE = "行目"
SHOWN = "() => tsunagu.nodes.filter(({ id }) => tsunagu.visible.node(id)).length"
MOST_TABS = 60


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """伊賀市 of the example."""
    program, file = Program(tmp_path_factory.mktemp("home")), tmp_path_factory.mktemp("files") / "regions.md"
    parts = (ROOT / "loaders" / "example" / "regions.md").read_text(encoding="utf-8").split("\n## ")
    file.write_text("\n## ".join([parts[0], *(part for part in parts if part.startswith("例1"))]), encoding="utf-8")
    assert program("load", file).status == 0
    with serving(program, "serve") as url:
        yield url


@pytest.fixture
def page(address: str, browser: Browser) -> Iterator[Page]:
    """The page of 伊賀市, which says nothing on its console and asks for nothing elsewhere."""
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    page = context.new_page()
    watch = Watch(page, address)
    page.goto(f"{address}areas/伊賀市")
    yield page
    assert (watch.errors, watch.elsewhere) == ([], [])
    context.close()


def picture(page: Page) -> FrameLocator:
    return page.frame_locator("iframe.picture")


def shown(page: Page) -> int:
    return int(next(frame for frame in page.frames if frame.url.partition("#")[0].partition("?")[0].endswith("/picture")).evaluate(SHOWN))


def tab_to(page: Page, selector: str, *, within: FrameLocator | None = None) -> None:
    """Press Tab until the thing has the focus."""
    wanted = (within or page).locator(selector).first
    for _ in range(MOST_TABS):
        if wanted.evaluate("one => one === document.activeElement && document.hasFocus()"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} is not reached")


def test_by_mouse(page: Page) -> None:
    """Open the picture, find by kana, read the sentence of a tie, go a step further, see the body's page, go back."""
    page.get_by_role("navigation").get_by_role("link", name="つながり図", exact=True).click()
    frame = picture(page)
    frame.locator("#search").click()
    frame.locator("#search").fill(KANA)
    frame.locator("#found [role=option]", has_text=BODY).first.click()
    expect(frame.locator("#panel-body h2")).to_have_text(BODY)

    frame.locator("#panel-body .reached", has_text="NPO法人").first.locator(".how").click()
    expect(frame.locator("#panel-body .quotation").first).to_contain_text(SENTENCE)
    expect(frame.locator("#panel-body .quotation").first).to_contain_text(PLACE)
    frame.locator("#panel-body .thing", has_text=BODY).click()

    everything = shown(page)
    frame.locator("#panel-body .step").click()
    around = shown(page)
    frame.locator("#panel-body .thing", has_text="伊賀市社会福祉協議会").first.click()
    expect(frame.locator("#panel-body .step")).to_contain_text("もう一歩先まで")
    frame.locator("#panel-body .step").click()
    further = shown(page)
    frame.locator("#search").fill(KANA)
    frame.locator("#found [role=option]", has_text=BODY).first.click()
    frame.locator("#panel-body .onwards a").click()
    expect(page.locator("h1")).to_have_text(BODY)
    told = page.inner_text("main")
    page.get_by_role("link", name="つながり図にもどる").click()

    assert around < further <= everything
    assert SENTENCE in told
    expect(picture(page).locator("#panel-body h2")).to_have_text(BODY)


def test_by_keyboard(page: Page) -> None:
    """The same without a mouse; where the focus is can be seen, and each step is told to screen readers."""
    tab_to(page, "nav a:has-text('つながり図')")
    page.keyboard.press("Enter")
    frame = picture(page)
    frame.locator("html[data-ready]").wait_for()
    tab_to(page, "#search", within=frame)
    page.keyboard.type(KANA)
    page.keyboard.press("Enter")
    expect(frame.locator("#panel-body h2")).to_be_focused()
    expect(frame.locator("#live")).to_contain_text(BODY)

    everything = shown(page)
    tab_to(page, "#panel-body .step", within=frame)
    page.keyboard.press("Enter")
    around = shown(page)
    expect(frame.locator("#panel-body h2")).to_be_focused()
    tab_to(page, "#panel-body .how", within=frame)
    page.keyboard.press("Enter")
    expect(frame.locator("#panel-body .quotation").first).to_contain_text(PLACE)
    page.keyboard.press("Escape")
    expect(frame.locator("#reading")).to_be_visible()
    page.keyboard.press("/")
    page.keyboard.type(KANA)
    page.keyboard.press("Enter")
    tab_to(page, "#panel-body .onwards a", within=frame)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(BODY)
    tab_to(page, ".back a")
    page.keyboard.press("Enter")
    expect(picture(page).locator("#panel-body h2")).to_have_text(BODY)

    assert around < everything
