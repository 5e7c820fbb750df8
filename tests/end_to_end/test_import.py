"""An import as a coordinator does it: `tsunagu serve`, a real Chromium, a file chosen, tried, loaded and taken back."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, FilePayload, Page, expect

from tests.end_to_end.programs import ROOT, Program, serving
from tests.end_to_end.test_demo import Watch

SAMPLES = ROOT / "tests" / "sample_data" / "case_studies"
SIZES = {"desk": (1366, 768), "telephone": (390, 844)}
HOSTILE = "<img src=x onerror=alert(1)>"
PATIENCE = 60_000
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a graph of one's own, with one load in it."""
    program = Program(tmp_path_factory.mktemp("home"))
    other = tmp_path_factory.mktemp("files") / "other.md"
    other.write_text("## 山形県紅沢町\n\n・紅沢町石平お助け隊が草刈りを実施。\n", encoding="utf-8")
    assert program("load", other).status == 0
    with serving(program, "serve") as url:
        yield url


def payload(text: str | bytes, name: str) -> FilePayload:
    return {"name": name, "mimeType": "text/plain", "buffer": text.encode() if isinstance(text, str) else text}


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def test_a_file_is_chosen_tried_loaded_and_taken_back(site: str, context: BrowserContext) -> None:
    """From the first page by links and buttons alone; nothing is asked of outside, and no private name is shown."""
    # Arrange
    page = context.new_page()
    watch = Watch(page, site)
    page.goto(site)

    # Act: choose and try
    page.get_by_role("link", name="データの取り込み").click()
    page.set_input_files("#file", SAMPLES / "named_persons.md")
    press(page, "試しに読む")
    expect(page.get_by_role("heading", name="試しに読んだ結果: named_persons.md")).to_be_visible(timeout=PATIENCE)
    trial = page.inner_text("main")
    page.goto(site)
    assert "紅沢サロン" not in page.inner_text("main")
    page.go_back()

    # Act: load
    press(page, "取り込む")
    expect(page.get_by_text("取り込みました。")).to_be_visible(timeout=PATIENCE)
    loaded = page.inner_text("main")

    # Act: take back
    press(page, "取り消す")
    expect(page.get_by_text(re.compile("取り消しました。グラフから外れた事実は \\d+ 件"))).to_be_visible(timeout=PATIENCE)

    # Assert
    for said in ("まだ何も書き込んでいません", "山形県紅沢町", "4行目（4 文字）", "団体・機関 7"):
        assert said in trial
    assert "石平お助け隊 ＝ 紅沢町石平お助け隊" in loaded or "紅沢町石平お助け隊 ＝ 石平お助け隊" in loaded
    assert not [name for name in ("山田", "高橋", "佐藤") if name in trial + loaded]
    assert (watch.errors, watch.elsewhere) == ([], [])


def test_a_damaged_file_and_hostile_texts_do_no_harm(site: str, context: BrowserContext) -> None:
    """The damaged file is refused with advice and a way on; names and contents are shown as text, nothing of them runs."""
    # Arrange
    page = context.new_page()
    watch = Watch(page, site)
    hostile = f"## 山形県紅沢町\n\n・町社協がサ-ビスの相談会を開催。\n・{HOSTILE}会長の山田太郎さん（0595-21-1111）。\n"

    # Act: damaged
    page.goto(f"{site}import")
    page.set_input_files("#file", payload(bytes(range(256)) * 20, f"{HOSTILE}.md"))
    press(page, "試しに読む")
    expect(page.get_by_role("heading", name="この資料は読めませんでした")).to_be_visible(timeout=PATIENCE)
    damaged = page.inner_text("main")

    # Act: hostile
    page.get_by_role("link", name="別の資料を選ぶ").click()
    page.set_input_files("#file", payload(hostile, f"{HOSTILE}.md"))
    press(page, "試しに読む")
    expect(page.get_by_role("heading", name=f"試しに読んだ結果: {HOSTILE}.md")).to_be_visible(timeout=PATIENCE)
    shown = page.inner_text("main")
    images = page.locator("img").count()
    press(page, "やめる（ファイルを捨てる）")

    # Assert
    expect(page.get_by_role("heading", name="データの取り込み")).to_be_visible()
    assert "→" in damaged
    assert HOSTILE in damaged
    assert "サ-ビス" in shown
    assert images == 0
    # The page of the damaged file is an answer with status 422, which the console notes.
    assert [error for error in watch.errors if "422" not in error] == []
    assert watch.elsewhere == []


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_page_of_the_import_fits_the_screen(site: str, browser: Browser, size: tuple[int, int], language: str) -> None:
    """Start, trial, load and taking back are no wider than the screen, and what is pressed can be reached by the keyboard."""
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    page.set_default_timeout(PATIENCE)
    watch = Watch(page, site)
    long_name = "とても長い名前の資料" * 9 + ".md"
    page.goto(f"{site}import?lang={language}")

    def fits() -> bool:
        return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))

    def press_by_keyboard(selector: str) -> None:
        for _ in range(40):
            page.keyboard.press("Tab")
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                page.keyboard.press("Enter")
                return
        raise AssertionError(f"the keyboard does not reach {selector}")

    start = fits()
    page.set_input_files("#file", payload((SAMPLES / "named_persons.md").read_bytes(), long_name))
    press_by_keyboard("form.import button.main")
    page.wait_for_selector(".figures")
    trial = fits()
    press_by_keyboard("form[action*='/load'] button")
    page.wait_for_selector("form[action*='/undo'] button")
    loaded = fits()
    press_by_keyboard("form[action*='/undo'] button")
    page.wait_for_url(re.compile("/import/"))
    expect(page.locator("#progress, .figures")).to_have_count(0, timeout=PATIENCE)
    undone = fits()
    page.goto(f"{site}import?lang={language}")
    listed = fits()

    assert [start, trial, loaded, undone, listed] == [True] * 5
    assert (watch.errors, watch.elsewhere) == ([], [])
    page.close()


def test_a_file_may_be_dropped_and_one_that_is_too_large_is_told_before_it_is_sent(site: str, browser: Browser) -> None:
    """Dropped on the form it is chosen; above the limit the form says so and stays."""
    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(f"{site}import")
    drop = """([name, size]) => {
        const carried = new DataTransfer();
        carried.items.add(new File([new Uint8Array(size)], name));
        document.querySelector('.drop').dispatchEvent(new DragEvent('drop', { dataTransfer: carried, cancelable: true, bubbles: true }));
        return document.querySelector('#file').files[0].name;
    }"""

    assert page.evaluate(drop, ["large.md", 20_000_001]) == "large.md"
    assert "20 MB" in page.inner_text(".say")
    press(page, "試しに読む")
    assert page.url.endswith("/import")
    assert page.evaluate(drop, ["small.md", 10]) == "small.md"
    assert page.inner_text(".say") == ""
    press(page, "試しに読む")
    expect(page.get_by_role("heading", name="この資料は読めませんでした")).to_be_visible(timeout=PATIENCE)
    page.close()


def test_too_large_a_file_gets_an_answer_and_no_broken_connection(site: str, browser: Browser, tmp_path: Path) -> None:
    """Without scripts nothing is told beforehand: the page that follows names the limit and the setting."""
    large = tmp_path / "large.md"
    large.write_bytes(b"x" * 21_000_000)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}import")
    page.set_input_files("#file", large)
    press(page, "試しに読む")

    expect(page.get_by_text("20 MB")).to_be_visible(timeout=PATIENCE)
    assert "TSUNAGU_UPLOAD_LIMIT_MB" in page.inner_text("main")
    context.close()


def test_a_foreign_page_cannot_send_a_form_here(site: str, browser: Browser) -> None:
    """A form of another site reaches the application and is refused, with token or without."""
    page = browser.new_page()
    page.goto(f"{site}import")
    token = page.get_attribute("form.import input[name=token]", "value")
    fields = f'<input name="token" value="{token}"><input name="load" value="x"><button>go</button>'
    foreign = f'<form method="post" action="{site}import/undo">{fields}</form>'
    page.route("http://foreign.example/", lambda route: route.fulfill(content_type="text/html", body=foreign))
    page.goto("http://foreign.example/")
    with page.expect_navigation() as answered:
        page.click("button")

    assert answered.value is not None
    assert answered.value.status == 403
    assert "ほかのサイト" in page.inner_text("main")
    page.close()
