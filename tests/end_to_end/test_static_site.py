"""The pages of an area in a folder: they open from a disk, lead to each other, and say what the application says."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, expect

from api.static_site import MANIFEST, earlier_files, write_site
from graph.connection import Graph
from graph.errors import QueryMisused
from loaders.example.town import town_workbook
from loaders.prepared import Choices
from loaders.run import known_to, prepare_candidate, write
from tests.building import Town, exhaustive_for
from tests.end_to_end.test_demo import Watch
from tests.engines import TestDatabase
from tests.integration.api.sites import site

AREA, GAP = "つなぐ市", "needs_without_service"
LEADING = ("href", "src", "action")


@pytest.fixture(scope="module")
def town(embedded_database: TestDatabase) -> Graph:
    """The invented town's lists."""
    graph = embedded_database.empty()
    for name in ("list", "needs"):
        prepared = prepare_candidate(known_to(graph, town_workbook(name)), Choices(source="workbook"))
        write(graph, prepared)
    return graph


@pytest.fixture(scope="module")
def folder(town: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The town's public pages."""
    out = tmp_path_factory.mktemp("site") / "つなぐ市"
    write_site(town, out, area=AREA, audience="public", language="ja")
    return out


def pages_of(folder: Path) -> Iterator[tuple[Path, html.HtmlElement]]:
    """Every page but the pictures, which are documents of their own."""
    for file in sorted(folder.rglob("*.html")):
        if file.parent.name != "pictures":
            yield file, html.parse(str(file)).getroot()


def test_every_link_leads_to_a_file_of_the_folder(folder: Path) -> None:
    """Relative and there, for every link, style and frame; nothing that needs a server; every file can be reached."""
    reached = {folder / "index.html", folder / MANIFEST}
    for file, page in pages_of(folder):
        assert page.xpath("//form | //script | //@data-summary") == [], file
        for target in (one for name in LEADING for one in page.xpath(f"//@{name}") if not one.startswith("#")):
            assert not re.match(r"[a-z]+:|/", target), (file, target)
            reached.add((file.parent / target.partition("#")[0]).resolve())

    assert reached == {file for file in folder.rglob("*") if file.is_file()}


def test_every_question_is_there_with_rows_sentences_and_denominators(town: Graph, folder: Path) -> None:
    """The answer in the folder is the one that the application gives to the public, and the list tells it in a sentence."""
    with site(town, audience="public", read_only=True) as client:
        asked = [one["id"] for one in client.get("/api/v1/gaps").json()["gaps"] if one["audience"] == "public"]
        served = {gap: answer_in(client.get(f"/areas/{AREA}/gaps/{gap}").text) for gap in {GAP, *asked[::4]}}
        told = client.get(f"/areas/{AREA}/gaps/{GAP}/summary").text

    assert {gap: answer_in((folder / f"questions/{gap}.html").read_text(encoding="utf-8")) for gap in served} == served
    assert sorted(file.stem for file in (folder / "questions").glob("*.html") if not file.stem.endswith("_picture")) == asked
    assert "のうち" in told
    assert told in (folder / "questions.html").read_text(encoding="utf-8")


def answer_in(page: str) -> list[str]:
    """The texts of an answer: the sentence, the notes, heads, cells and quotations."""
    return [
        " ".join(one.text_content().split()) for one in html.fromstring(page).xpath("//main//section//*[self::p or self::th or self::td]")
    ]


@pytest.mark.browser
def test_the_pages_are_folded_on_a_telephone_only(folder: Path, browser: Browser) -> None:
    """There they open with a key and show their headings; on a desk they stand open, and nothing folds them."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto((folder / "resources.html").as_uri())
    link, heading, fold = page.locator("nav a").first, page.locator("nav .pages p").first, page.locator("nav summary")

    expect(link).to_be_hidden()
    fold.press("Enter")
    expect(link).to_be_visible()
    expect(heading).to_be_visible()
    page.reload()
    page.set_viewport_size({"width": 1366, "height": 768})
    expect(fold).to_be_hidden()
    expect(link).to_be_visible()
    link.focus()
    assert page.evaluate("document.activeElement.closest('nav') !== null")
    page.close()


@pytest.mark.browser
def test_it_opens_from_a_disk_and_the_picture_answers(folder: Path, browser: Browser) -> None:
    """From the home to a question, its picture, a search, the legend and a panel: no server, no outside request, no error."""
    # Arrange
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    watch = Watch(page, "file://")
    page.goto((folder / "index.html").as_uri())

    # Act: from the home to a question and its picture
    page.get_by_role("link", name="不足と空白").click()
    page.get_by_role("link", name="応えるサービスの記載がないニーズ", exact=True).last.click()
    expect(page.locator("blockquote").first).to_be_visible()
    page.get_by_role("link", name="図で見る").click()
    expect(page.frame_locator("iframe").locator("#legend")).to_be_visible()

    # Act: the network by itself
    page.get_by_role("link", name="つながり図").click()
    page.get_by_role("link", name="図だけを開く").click()
    page.wait_for_selector("html[data-ready]")
    page.keyboard.press("/")
    page.keyboard.type("社会福祉協議会")
    page.keyboard.press("Enter")
    expect(page.locator("#panel-body h2")).to_contain_text("社会福祉協議会")
    entry = page.locator("#legend [data-key=Service]")
    entry.click()
    expect(entry).to_have_attribute("aria-pressed", "false")

    # Assert
    assert (watch.errors, watch.elsewhere) == ([], [])
    page.close()


@pytest.fixture
def hidden(embedded_graph: Graph) -> Graph:
    """A town of which one body is for members."""
    town = Town("名張市")
    town.ring("いろは会", "ふれあい会", "すずらん会")
    town.body("ひとり会", visibility="members")
    town.into(embedded_graph, exhaustive_for("ties"))
    return embedded_graph


def texts(folder: Path) -> str:
    return "".join(file.read_text(encoding="utf-8") for file in folder.rglob("*") if file.is_file())


def test_only_an_audience_that_is_named_gets_more_than_the_public(hidden: Graph, tmp_path: Path) -> None:
    """What is for members is in no file for the public, nor is the question for them; for members both are."""
    for audience in ("public", "members"):
        write_site(hidden, tmp_path / audience, area="名張市", audience=audience, language="en")

    assert "いろは会" in texts(tmp_path / "public")
    assert "ひとり会" not in texts(tmp_path / "public")
    assert not (tmp_path / "public" / "questions" / "actors_without_ties.html").exists()
    assert "ひとり会" in (tmp_path / "members" / "questions" / "actors_without_ties.html").read_text(encoding="utf-8")


def test_a_folder_is_replaced_only_where_it_is_a_site(hidden: Graph, tmp_path: Path) -> None:
    """An earlier site goes with its pages; where anything else lies in the folder, all of it stays as it is."""
    # Arrange
    out, other = tmp_path / "site", tmp_path / "other"
    write_site(hidden, out, area="名張市", audience="members", language="ja")
    other.mkdir()
    (other / "index.html").write_text("別のもの", encoding="utf-8")

    # Act
    write_site(hidden, out, area="名張市", audience="public", language="ja")
    (out / "メモ.txt").write_text("大事", encoding="utf-8")
    before = texts(out)
    for place, named in ((out, "メモ.txt"), (other, "index.html")):
        with pytest.raises(QueryMisused, match="folder_holds_others") as raised:
            write_site(hidden, place, area="名張市", audience="public", language="ja")
        assert raised.value.values["file"] == named

    # Assert
    assert not (out / "questions" / "actors_without_ties.html").exists()
    assert texts(out) == before
    assert texts(other) == "別のもの"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["other", "site"]


def test_what_fails_leaves_nothing_behind(hidden: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An unknown area, a disk that is full in the middle: no folder and no half of one."""
    with pytest.raises(QueryMisused, match="unknown_area"):
        write_site(hidden, tmp_path / "site", area="どこにもない市", audience="public", language="ja")

    def full(file: Path, content: bytes) -> int:
        if file.name == MANIFEST:
            raise OSError(28, "No space left on device")
        with file.open("wb") as opened:
            return opened.write(content)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(QueryMisused, match="file_not_written"):
        write_site(hidden, tmp_path / "site", area="名張市", audience="public", language="ja")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("told", ["{", "[]", '{"files": 3}', '{"files": [3]}', "\xff"])
def test_what_is_no_list_of_files_lets_nothing_go(tmp_path: Path, told: str) -> None:
    """A folder whose list cannot be read is no site of ours."""
    (tmp_path / MANIFEST).write_bytes(told.encode("latin-1"))

    assert earlier_files(tmp_path) == earlier_files(tmp_path / "none") == []
