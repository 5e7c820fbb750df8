"""What is taken into a meeting, as a coordinator gets it: from the page of the network, of an answer and of the preparation to files."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from loaders.example.town import town_workbook
from tests.end_to_end.programs import Program, serving
from tests.end_to_end.test_demo import Watch
from tests.unit.visualizations.sheet.opened_pdf import needs_japanese_font, opened

pytestmark = [pytest.mark.browser, needs_japanese_font]
PATIENCE = 60_000
AREA = "areas/つなぐ市"


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """The program with what the invented town has of resources and councils."""
    program = Program(tmp_path_factory.mktemp("home"))
    folder, files = tmp_path_factory.mktemp("files"), []
    for packed in map(town_workbook, ("list", "councils")):
        files.append(folder / packed.path.name)
        files[-1].write_bytes(packed.content)
    assert program("load", *files, "--source", "workbook").status == 0
    return program


@pytest.fixture(scope="module")
def address(program: Program) -> Iterator[str]:
    """The application on it."""
    with serving(program, "serve") as url:
        yield url


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A window that must have nothing to complain about."""
    context = browser.new_context(viewport={"width": 1366, "height": 768}, accept_downloads=True)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    watch = Watch(page, address)
    yield page
    assert (watch.errors, watch.elsewhere) == ([], [])
    context.close()


def saved(page: Page, link: str) -> tuple[str, bytes]:
    """Name and content of the file that a link or a button of a form gives."""
    with page.expect_download() as download:
        page.get_by_role("link", name=link, exact=True).or_(page.get_by_role("button", name=link, exact=True)).click()
    return download.value.suggested_filename, download.value.path().read_bytes()


def test_the_network_goes_onto_paper_as_it_is_on_the_screen(page: Page, address: str) -> None:
    """The PDF has legend, day and Japanese names as text in a font that is inside; what the legend hides is left out of it."""
    # Arrange
    page.goto(f"{address}{AREA}/network")
    picture = page.frame_locator("iframe.picture")
    picture.locator("html[data-ready]").wait_for()
    councils = picture.locator("#legend [data-key=Council]")
    told = "".join(councils.inner_text().split())

    # Act
    name, content = saved(page, "PDF（A4）")
    councils.click()
    _, without = saved(page, "PDF（A3）")
    svg_name, svg = saved(page, "SVG")

    # Assert
    pdf, fewer = opened(content), opened(without)
    assert name.startswith("つなぐ市_つながり図_20")
    assert (told in pdf.text, "作成" in pdf.text, "つなぐ市生活" in pdf.text) == (True, True, True)
    assert pdf.used <= pdf.embedded
    assert (pdf.size, fewer.size) == ((297, 210), (420, 297))
    assert (f"出していないもの：{told}" in fewer.text, "つなぐ市生活" in fewer.text) == (True, False)
    assert (svg_name.endswith(".svg"), b"<script" in svg) == (True, False)


def test_an_answer_and_the_pack_are_saved(page: Page, address: str) -> None:
    """The table of an answer opens as CSV with its sentences; one click on the page of the preparation gives the pack."""
    # Act
    page.goto(f"{address}{AREA}/gaps/actors_without_ties")
    shown = page.locator(".answer tbody th").first.inner_text()
    _, table = saved(page, "CSV")
    page.get_by_role("link", name="会議の準備", exact=True).click()
    heads = page.locator("h2").all_inner_texts()
    width = page.evaluate("document.documentElement.scrollWidth")
    name, pack = saved(page, "会議の資料をつくる（PDF）")

    # Assert
    rows = list(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline="")))
    assert shown in {row[0] for row in rows}
    assert "根拠の文" in rows[0]
    assert [head.split()[0].rstrip("0123456789") for head in heads] == [
        "前回の会議から変わったこと",
        "次の会議で話し合うニーズ",
        "確かめたいこと",
        "対応していること",
    ]
    assert width <= 1366
    assert name.startswith("つなぐ市_会議の資料_20")
    assert "□正しい□ちがう□わからない" in opened(pack).text


def test_the_command_writes_the_pack(program: Program, address: str, tmp_path: Path) -> None:
    """While the application serves, too."""
    outcome = program("meeting", "--area", "つなぐ市", "--since", "2026-01-31", "--out", tmp_path / "会議の資料.pdf")

    assert (address != "", outcome.status, outcome.err) == (True, 0, "")
    assert "前回の会議2026-01-31" in opened((tmp_path / "会議の資料.pdf").read_bytes()).text
