"""Rows followed up as a coordinator does it in a browser: from all questions to a row, its sentence, a note, the list."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, BrowserContext, expect

from graph.connection import Graph
from graph.query_files import questions
from loaders.example.town import town_workbook
from tests.building import Town, exhaustive_for
from tests.end_to_end.programs import Program, serving
from tests.end_to_end.test_demo import Watch
from tests.integration.api.sites import site, token_of

GAP = "actors_without_ties"
PATIENCE = 60_000
WIDER_THAN_THEIR_CARD = "() => [...document.querySelectorAll('.card')].filter((card) => card.scrollWidth > card.clientWidth).length"
NOTE = "次の協議体で様子を聞く"
FOLLOW, SAVE, ALL, LIST = "対応を記録する", "記録する", "不足と空白", "対応の記録"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The application on the invented town's list of resources."""
    program = Program(tmp_path_factory.mktemp("home"))
    folder = tmp_path_factory.mktemp("files")
    for name in ("list", "councils"):
        packed = town_workbook(name)
        file = folder / packed.path.name
        file.write_bytes(packed.content)
        assert program("load", file, "--source", "workbook").status == 0
    with serving(program, "serve") as url:
        yield url


@pytest.mark.browser
def test_a_row_is_found_read_marked_and_stands_in_the_list(address: str, context: BrowserContext) -> None:
    """By links and buttons alone: how many of how many, the sentence, 対応中 with a note, and then the list says so."""
    # Arrange
    page = context.new_page()
    watch = Watch(page, address)
    page.goto(f"{address}areas/つなぐ市")

    # Act: from all questions to a row
    page.get_by_role("link", name=ALL, exact=True).click()
    page.get_by_role("link", name="つながりの記載が見つからない団体").click()
    answer = page.inner_text("main")
    entry = page.locator(".answer tbody", has=page.get_by_text(FOLLOW)).filter(has_not=page.locator(".status")).first
    name = entry.locator("th").inner_text()
    sentence = entry.locator("blockquote").first.inner_text()

    # Act: mark it
    entry.get_by_text(FOLLOW).click()
    entry.get_by_label("状態").select_option(label="対応中")
    entry.get_by_label("メモ").fill(NOTE)
    entry.get_by_role("button", name=SAVE).click()
    marked = page.locator(".answer tbody", has=page.get_by_role("rowheader", name=name, exact=True))
    expect(marked.locator(".status")).to_have_text("対応中")

    # Act: the list
    page.get_by_role("link", name=LIST, exact=True).click()
    listed = page.inner_text("main")

    # Assert
    assert "団体のうち" in answer
    assert "行目" in sentence
    assert name in listed
    assert NOTE in listed
    assert "生活支援コーディネーター" in listed
    assert (watch.errors, watch.elsewhere) == ([], [])


@pytest.mark.browser
@pytest.mark.parametrize("size", [(1366, 768), (390, 844)], ids=["desk", "telephone"])
def test_every_question_says_what_it_finds(address: str, browser: Browser, size: tuple[int, int]) -> None:
    """Every question of the pack stands there, with scripts each gets its sentence, and nothing is wider than the screen."""
    # Arrange
    context = browser.new_context(viewport={"width": size[0], "height": size[1]})
    page = context.new_page()
    watch = Watch(page, address)

    # Act
    page.goto(f"{address}areas/つなぐ市/gaps")
    page.wait_for_selector(".summary-of:empty", state="detached", timeout=PATIENCE * 2)

    titles, told = sorted(page.locator(".questions dt").all_inner_texts()), page.locator(".summary-of").all_inner_texts()

    # Assert
    assert titles == sorted(one.worded("title", "ja") for one in questions("gaps").values())
    assert len(told) == len(titles)
    assert all(told)
    for path in ("gaps", "findings", *(f"gaps/{gap}" for gap in questions("gaps"))):
        page.goto(f"{address}areas/つなぐ市/{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0], path
        # The matrix of sources and kinds is one, and is moved within its card on a small screen.
        assert path == "gaps/coverage_matrix" or page.evaluate(WIDER_THAN_THEIR_CARD) == 0, path
    assert (watch.errors, watch.elsewhere) == ([], [])
    context.close()


@pytest.fixture
def town(embedded_graph: Graph) -> Graph:
    """A graph in which one body has no recorded tie."""
    town = Town("名張市")
    town.ring("いろは会", "ふれあい会", "すずらん会")
    town.body("ひとり会")
    town.into(embedded_graph, exhaustive_for("ties"))
    return embedded_graph


def marking(client: TestClient, **sent: str) -> dict[str, str]:
    """What the form of the one row sends."""
    (row,) = client.get(f"/api/v1/gaps/{GAP}", params={"area": "名張市"}).json()["rows"]
    usual = {"row": row["finding"], "status": "in_progress", "by": "coordinator", "why": NOTE, "until": ""}
    return {"token": token_of(client)} | usual | sent


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"why": ""}, "理由"),
        ({"status": "accepted_until"}, "日"),
        ({"status": "accepted_until", "until": "昨日"}, "until"),
        ({"status": "accepted_until", "until": "2020-01-01"}, "日"),
        ({"status": "done"}, "done"),
        ({"by": "山田"}, "役割"),
        ({"why": "会長の山田太郎さんに電話した"}, "個人"),
        ({"row": "0" * 36}, "行"),
        ({"token": "x"}, "画面を開き直して"),
    ],
)
def test_what_cannot_be_noted_is_refused_and_nothing_is_written(town: Graph, sent: dict[str, str], said: str) -> None:
    """A status without reason or day, a person's name, a row that is none, a form of another site: said, and not followed."""
    with site(town) as client:
        # Act
        answer = client.post(f"/areas/名張市/gaps/{GAP}/findings", data=marking(client, **sent))

        # Assert
        assert 400 <= answer.status_code < 500
        assert said in answer.text
        assert client.get("/api/v1/findings").json() == {"total": 0, "findings": []}


def test_a_mark_leads_back_to_its_row_and_may_be_changed(town: Graph) -> None:
    """Open needs no reason; accepted until a day says the day; open again needs one, as every other decision."""
    with site(town) as client:
        # Act
        first = client.post(f"/areas/名張市/gaps/{GAP}/findings", data=marking(client, status="open", why=""), follow_redirects=False)
        until = {"status": "accepted_until", "until": "2099-03-31"}
        client.post(f"/areas/名張市/gaps/{GAP}/findings", data=marking(client, **until))
        page, listed = client.get(f"/areas/名張市/gaps/{GAP}").text, client.get("/areas/名張市/findings").text
        other = client.get("/areas/名張市/findings", params={"status": "open"}).text
        again = client.post(f"/areas/名張市/gaps/{GAP}/findings", data=marking(client, status="open", why="")).status_code

        # Assert
        assert (first.status_code, "#row-" in first.headers["location"]) == (303, True)
        assert "経過観察（2099-03-31まで）" in page
        assert "経過観察（2099-03-31まで）" in listed
        assert "ひとり会" in listed
        assert "ひとり会" not in other
        assert again == 400


def test_the_public_and_a_reading_site_get_no_form(town: Graph) -> None:
    """To the public nothing of it is shown; where nothing may be written the status is shown and no form."""
    with site(town) as client:
        client.post(f"/areas/名張市/gaps/{GAP}/findings", data=marking(client))
        with site(town, read_only=True) as reading, site(town, audience="public") as public:
            # Act
            read = reading.get(f"/areas/名張市/gaps/{GAP}").text
            refused = reading.post(f"/areas/名張市/gaps/{GAP}/findings", data=marking(client))
            seen = [public.get(f"/areas/名張市/{path}").text for path in ("gaps", "gaps/coverage_matrix", "findings")]

    # Assert
    assert "対応中" in read
    assert "<form method" not in read
    assert refused.status_code == 403
    assert not any(text in page for page in seen for text in (NOTE, FOLLOW, "ひとり会"))
    assert "会員向けの問い" in seen[0]
