"""`tsunagu demo` as a newcomer meets it: the example loaded, pages served, and in a real browser nothing amiss."""

import re
import signal
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from tests.end_to_end.programs import ROOT, Program, serving

IGA = "242161"
REGIONS = ("三重県伊賀市", "栃木県高根沢町", "福岡県北九州市", "東京都世田谷区", "東京都杉並区", "神奈川県横浜市", "兵庫県神戸市")
SIGNS = {"needs_without_service": "need_id", "actors_without_ties": "seats", "bridging_candidates": "pairs_newly_connected"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running demo."""
    program = Program(tmp_path_factory.mktemp("home"))
    with serving(program, "demo", "--no-browser") as url:
        yield url
    assert not (program.home / "demo" / "engine" / "server.json").exists(), "the last program out stops the engine"
    assert not (program.home / "engine").exists(), "the demo has a graph of its own"


@pytest.mark.parametrize(("ending", "more", "may_write"), [(signal.SIGINT, (), 200), (signal.SIGTERM, ("--read-only",), 403)])
def test_serving_ends_well_whatever_ends_it(tmp_path: Path, ending: signal.Signals, more: tuple[str, ...], may_write: int) -> None:
    """Ctrl-C and a service manager's signal alike: status 0, and no engine stays behind. --read-only is what it says."""
    with serving(Program(tmp_path), "serve", *more, ending=ending) as url:
        assert "ok" in fetched(f"{url}health")
        assert status_of(f"{url}import") == may_write
    assert not (tmp_path / "engine" / "server.json").exists()


def status_of(url: str) -> int:
    try:
        with urllib.request.urlopen(url, timeout=60) as response:  # noqa: S310 - our own server on loopback
            return int(response.status)
    except urllib.error.HTTPError as error:
        return error.code


def fetched(url: str) -> str:
    with urllib.request.urlopen(url, timeout=60) as response:  # noqa: S310 - our own server on loopback
        text: str = response.read().decode()
        return text


def test_the_first_page_lists_the_regions_with_the_banner(site: str) -> None:
    """Seven regions and the municipalities of Yamaguchi, and the sentence that says how old the example is."""
    text = fetched(site)

    for name in (*REGIONS, "山口県萩市"):
        assert name in text
    assert "2013年度調査時点" in text


def test_the_example_answers_all_three_questions(site: str) -> None:
    """Each question finds something in the example, and where the data cannot bear one it says so."""
    for gap, sign in SIGNS.items():
        answer = fetched(f"{site}api/v1/gaps/{gap}")
        assert sign in answer
    assert "few_ties_recorded" in fetched(f"{site}api/v1/gaps/actors_without_ties")


def test_names_that_may_be_one_body_are_suggested_from_the_start(site: str) -> None:
    """Nobody has to call a command first: the answer about the invented town has them."""
    assert "見守隊 ひだまり" in fetched(f"{site}api/v1/gaps/possible_doubles?area={quote('つなぐ市')}")


def test_no_private_name_is_bundled() -> None:
    """In the register of the example the name before a house is masked."""
    text = (ROOT / "loaders" / "example" / "operators.csv").read_text(encoding="utf-8")

    assert re.search("＊+宅", text)
    assert not re.search(r"先 [一-龠]{3,6}宅", text)


class Watch:
    """What a page said on its console, and what it asked for elsewhere."""

    def __init__(self, page: Page, site: str) -> None:
        self.errors: list[str] = []
        self.elsewhere: list[str] = []
        self.site = site
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", self._request)
        page.on("dialog", lambda dialog: self.errors.append(f"dialog: {dialog.message}"))

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(message.text)

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.site, "data:", "blob:")):
            self.elsewhere.append(request.url)


@pytest.mark.browser
@pytest.mark.parametrize("size", [(1366, 768), (390, 844)])
def test_the_pages_open_without_errors_and_without_outside_requests(site: str, browser: Browser, size: tuple[int, int]) -> None:
    """From the first page to an area, its answers and its picture; nothing is wider than the screen."""
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    watch = Watch(page, site)
    page.goto(site)
    page.get_by_role("link", name="三重県伊賀市", exact=True).click()
    for path in ("", "/gaps/needs_without_service", "/gaps/bridging_candidates", "/network", "/resources"):
        page.goto(f"{site}areas/{IGA}{path}")
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path

    assert (watch.errors, watch.elsewhere) == ([], [])
    page.close()


@pytest.mark.browser
def test_a_click_on_a_tie_shows_its_sentence(site: str, browser: Browser) -> None:
    """In the picture of the example: the panel quotes the source, and the legend counts what is drawn."""
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    watch = Watch(page, site)
    page.goto(f"{site}areas/{IGA}/network/picture")
    page.wait_for_function("window.tsunagu && window.tsunagu.network")

    tie = "Object.entries(tsunagu.content.lines).find(([, line]) => line.type === 'COLLABORATES_WITH')"
    page.evaluate(f"tsunagu.select({{ line: {tie}[0] }})")

    panel = page.locator("#panel").inner_text()
    assert page.evaluate(f"{tie}[1].quotations[0].quote") in panel
    assert "行目" in panel
    assert watch.errors == []
    page.close()


def test_the_example_carries_no_sentence_of_the_report() -> None:
    """No run of 18 characters of the retold regions stands in the report, beyond names and figures."""
    report = ROOT.parent / "shared" / "seed" / "mhlw_coordinator_case_studies.md"
    if not report.is_file():
        pytest.skip(f"the report is not beside this checkout ({Path('..') / 'shared'})")
    plain = re.sub(r"\s", "", report.read_text(encoding="utf-8"))
    retold = re.sub(r"\s|「[^」]*報告書」", "", (ROOT / "loaders" / "example" / "regions.md").read_text(encoding="utf-8"))

    shared = {retold[i : i + 18] for i in range(len(retold) - 17)} & {plain[i : i + 18] for i in range(len(plain) - 17)}
    verbs = [run for run in shared if re.search(r"(する|した|して|行う|図る|により|ため|できる)", run)]

    assert verbs == []
