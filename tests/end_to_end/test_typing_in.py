"""Writing as a coordinator does it in a browser: typed in, seen in the picture, looked through, taken back; by keyboard alone."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from loaders.example.town import town_workbook
from tests.end_to_end.programs import Program, serving
from tests.end_to_end.test_demo import Watch

AREA = "つなぐ市"
ONE, OTHER = "子ども食堂 ぽっかぽか", "東部地域包括支援センター"
WORDS = "子ども食堂で使う野菜を、月に一度届けてもらっている"
SERVICE = "いきいき体操（中央）"
PATIENCE = 60_000
MOST_TABS = 120
FOCUSED = """() => {
  const one = document.activeElement;
  const label = one.labels && one.labels.length ? one.labels[0].textContent : one.textContent;
  return label.replace(/\\s+/g, " ").trim();
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The application on the invented town's list of resources."""
    program = Program(tmp_path_factory.mktemp("home"))
    packed = town_workbook("list")
    file = tmp_path_factory.mktemp("files") / packed.path.name
    file.write_bytes(packed.content)
    assert program("load", file, "--source", "workbook").status == 0
    with serving(program, "serve") as url:
        yield url


def picture(page: Page, address: str) -> str:
    """The document of the picture of the town."""
    return page.request.get(f"{address}areas/{quote(AREA)}/network/picture", timeout=PATIENCE).text()


@pytest.mark.browser
def test_a_tie_is_typed_in_seen_and_taken_back(address: str, context: BrowserContext) -> None:
    """From the page of the town by links and buttons: with who said it; in the picture; said again, nothing; taken back, gone."""
    # Arrange
    page = context.new_page()
    watch = Watch(page, address)
    page.goto(f"{address}areas/{AREA}")

    # Act: a private name first, which is refused with everything kept
    page.get_by_role("link", name="書き加える", exact=True).click()
    page.get_by_label("団体・機関 必須", exact=True).fill(ONE)
    page.get_by_label("つながりの種類").select_option(label="相手を支援している")
    page.get_by_label("相手の団体・機関").fill(OTHER)
    page.get_by_label("だれの話か（役割）").fill("社協職員")
    page.get_by_label("聞いたとおりの言葉").fill(f"山田太郎さんによると、{WORDS}")
    page.get_by_role("button", name="書き加える").click()
    expect(page.get_by_role("alert")).to_contain_text("個人の名前")
    page.get_by_label("聞いたとおりの言葉").fill(WORDS)
    page.get_by_role("button", name="書き加える").click()
    expect(page.get_by_role("heading", name="書き加えました")).to_be_visible()
    told, written = page.inner_text("main"), picture(page, address)

    # Act: take it back
    page.get_by_role("button", name="取り消す").click()
    expect(page.get_by_role("heading", name="取り消しました")).to_be_visible()
    after = picture(page, address)

    # Assert
    assert f"支援: {ONE} → {OTHER}" in told
    assert f"「{WORDS}」" in told
    assert "社協職員の話" in told
    assert WORDS in written
    assert WORDS not in after
    assert (watch.errors[1:], watch.elsewhere) == ([], [])


def tab_to(page: Page, label: str) -> None:
    """Press Tab until the control of that label has the focus, as it can be seen."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED).startswith(label):
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none", label
            return
    raise AssertionError(f"Tab does not reach {label}")


@pytest.mark.browser
def test_a_tie_is_typed_in_by_keyboard_alone(address: str, browser: Browser) -> None:
    """Tab, Enter and typing are enough, from the page of the town to the page that says what was written, and back."""
    # Arrange
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(f"{address}areas/{AREA}")

    # Act
    tab_to(page, "書き加える")
    page.keyboard.press("Enter")
    page.wait_for_url("**/add*")
    for label, text in (("団体・機関 必須", ONE), ("相手の団体・機関", OTHER), ("だれの話か", "民生委員"), ("聞いたとおりの言葉", WORDS)):
        tab_to(page, label)
        page.keyboard.insert_text(text)
    tab_to(page, "書き加える")
    page.keyboard.press("Enter")
    page.wait_for_url("**/add/*")
    told = page.inner_text("main")
    tab_to(page, "取り消す")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="取り消しました")).to_be_visible()

    # Assert
    assert "民生委員の話" in told
    assert f"「{WORDS}」" in told
    context.close()


@pytest.mark.browser
def test_a_rejected_sentence_takes_its_fact_out_of_the_picture_until_it_is_taken_back(address: str, browser: Browser) -> None:
    """Found by kind, read with its row, rejected with a reason: gone from the picture; 取り消す at once, and it is there again."""
    # Arrange
    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    watch = Watch(page, address)
    page.goto(f"{address}areas/{AREA}")
    page.get_by_role("link", name="内容の確認", exact=True).click()
    page.get_by_role("link", name="サービス・活動").last.click()
    entry = page.locator(".review > li", has=page.get_by_text(SERVICE)).first
    read, before = entry.inner_text(), picture(page, address)

    # Act
    entry.get_by_label("理由").first.fill("今年は行われていない")
    entry.get_by_role("button", name="ちがう").click()
    expect(page.get_by_role("status")).to_contain_text("「ちがう」と記録しました")
    gone = picture(page, address)
    page.get_by_role("status").get_by_role("button", name="取り消す").click()
    expect(page.get_by_role("status")).to_contain_text("判断を取り消しました")
    after = picture(page, address)

    # Assert
    assert "同じ行の欄" in read
    assert [SERVICE in one for one in (before, gone, after)] == [True, False, True]
    assert (watch.errors, watch.elsewhere) == ([], [])
    page.close()


@pytest.mark.browser
def test_no_page_is_wider_than_the_screen_and_none_breaks_the_rules_of_access(address: str, browser: Browser) -> None:
    """Every form with all its codes open, the list to look through with a correction open, and the pairs: desk and telephone."""
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    forms = [f"add?kind={kind}" for kind in ("tie", "seat", "service", "need", "organization")]
    for path in (*forms, "review?kind=Service", "doubles"):
        page.goto(f"{address}areas/{AREA}/{path}")
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        for width, height in ((1366, 768), (390, 844)):
            page.set_viewport_size({"width": width, "height": height})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert [one["id"] for one in Axe().run(page).response["violations"]] == [], path
    context.close()
