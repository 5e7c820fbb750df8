"""The pages of an import, as a browser without scripts meets them: forms, and pages that follow."""

import io
import re
from pathlib import Path

from fastapi.testclient import TestClient
from openpyxl import load_workbook

from graph.connection import Graph
from tests.engines import fingerprint
from tests.integration.api.routers.import_forms import ACTION, choose, press
from tests.integration.api.sites import TOWN, bodies, sending, site, token_of

BAD_ROWS = Path(__file__).parents[3] / "sample_data" / "transport_register" / "bad_rows.csv"

REGISTER = Path(__file__).parents[3] / "sample_data" / "transport_register" / "register.csv"


def test_from_a_file_to_its_load_and_back(client: TestClient, embedded_graph: Graph) -> None:
    """Tried, loaded and undone by pressing what the pages offer; only loading writes."""
    # Arrange
    choose_other = press(client, choose(client, TOWN + "・お助け隊が草刈りを実施。\n", "other.md"), "/load")
    before = bodies(embedded_graph)

    # Act
    trial = choose(client)
    unchanged = bodies(embedded_graph)
    loaded = press(client, trial, "/load")
    after = bodies(embedded_graph)
    undone = press(client, loaded, "/undo")

    # Assert
    assert {page.status_code for page in (choose_other, trial, loaded, undone)} == {200}
    assert unchanged == before
    for said in (
        "まだ何も書き込んでいません",
        "三重県名張市",
        "ニ-ズ",
        "ニーズ",
        "4行目（4 文字）",
        "保留",
        "個人が特定されない書き方",
    ):
        assert said in trial.text
    for said in ("取り込みました", "<strong>名張市お助け隊</strong>", "市区町村名や略称を除くと同じ名前"):
        assert said in loaded.text
    assert "山田" not in trial.text + loaded.text
    assert after == before | {"名張市お助け隊"}
    assert "取り消しました" in undone.text
    assert bodies(embedded_graph) == before


def test_the_list_of_loads_undoes_the_newest_of_each_source(client: TestClient, embedded_graph: Graph) -> None:
    """One button for each source; the older version can be taken back after the newer one."""
    # Arrange
    press(client, choose(client), "/load")
    press(client, choose(client, TOWN + "・名張市お助け隊が草刈りを実施。\n"), "/load")

    # Act
    page = client.get("/import")
    (load,) = re.findall(r'name="load" value="([^"]+)"', page.text)
    undone = client.post("/import/undo", data={"token": token_of(client), "load": load})
    left = client.get("/import").text

    # Assert
    assert "取り消しました" in undone.text
    assert "取り消し済み" in left
    (older,) = re.findall(r'name="load" value="([^"]+)"', left)
    assert older != load
    assert "名張市お助け隊" in bodies(embedded_graph)


def test_a_file_that_changes_nothing_says_so(client: TestClient) -> None:
    """Tried again after its load, and loaded again: nothing to write, nothing to undo."""
    press(client, choose(client), "/load")
    trial = choose(client)
    again = press(client, trial, "/load")

    assert "取り込んでも何も変わりません" in trial.text
    assert "何も書き込んでいません" in again.text
    assert "/undo" not in "".join(ACTION.findall(again.text))


def test_a_trial_shows_what_would_change_and_a_load_what_has(client: TestClient) -> None:
    """Counted and named, a changed field with before and after; no option of the command line, which a page has not."""
    # Arrange
    text = REGISTER.read_text(encoding="utf-8-sig")
    before = text.splitlines()[1].split(",")[9]

    # Act
    trial = choose(client, text, "register.csv")
    loaded = press(client, trial, "/load")
    newer = choose(client, text.replace(before, "2031-03-31", 1), "register.csv")

    # Assert
    assert "取り込むと変わること" in trial.text
    assert "新しく加わる" in trial.text
    assert "変わったこと" in loaded.text
    assert "--dataset" not in loaded.text
    assert f"登録の終わりの日: {before} → 2031-03-31" in newer.text


def test_the_marked_table_is_for_whoever_sent_it_and_as_long_as_it_is_kept(client: TestClient, embedded_graph: Graph) -> None:
    """Offered for a table with something to put right; gone with the file, unknown under another id, never for a text."""
    # Act
    trial = choose(client, BAD_ROWS.read_bytes(), "bad_rows.csv")
    path = trial.url.path + "/marked.xlsx"
    sent = client.get(path)
    press(client, trial, "/load")
    afterwards = client.get(path)
    text = choose(client)

    # Assert
    assert path in trial.text
    assert (sent.status_code, sent.headers["cache-control"]) == (200, "no-store")
    assert "bad_rows_report.xlsx" in sent.headers["content-disposition"]
    assert len(load_workbook(io.BytesIO(sent.content)).worksheets) == 3
    assert (afterwards.status_code, client.get("/import/guessed/marked.xlsx").status_code) == (410, 404)
    assert "marked.xlsx" not in text.text
    assert client.get(text.url.path + "/marked.xlsx").status_code == 400
    with site(embedded_graph, read_only=True) as reading:
        assert reading.get(path).status_code == 403


def test_giving_up_forgets_the_file(client: TestClient, embedded_graph: Graph) -> None:
    """Back to the start, and the page of the trial is gone."""
    before = fingerprint(embedded_graph)
    trial = choose(client)
    start = press(client, trial, "/give-up")

    assert "試しに読む" in start.text
    assert client.get(trial.url.path).status_code == 404
    assert fingerprint(embedded_graph) == before


def test_the_language_is_kept_on_the_way(client: TestClient) -> None:
    """English forms lead to English pages."""
    trial = choose(client, path="/import?lang=en")
    loaded = press(client, trial, "/load")

    assert "Nothing is written yet" in trial.text
    assert "Loaded." in loaded.text
    assert "lang=en" in str(loaded.url)


def test_without_a_file_or_a_token_nothing_begins(client: TestClient) -> None:
    """A page with the reason and what to do."""
    no_file = client.post("/import", data={"token": token_of(client)})
    no_token = client.post("/import", files=sending())
    foreign = client.post("/import", data={"token": token_of(client)}, files=sending(), headers={"origin": "https://evil.example"})
    gone = client.get("/import/none")

    assert [page.status_code for page in (no_file, no_token, foreign, gone)] == [400, 403, 403, 404]
    assert all("→" in page.text and page.headers["content-type"].startswith("text/html") for page in (no_file, no_token, foreign, gone))


def test_where_it_is_read_only_there_is_no_import(embedded_graph: Graph) -> None:
    """No link, no page, no form that works."""
    with site(embedded_graph, read_only=True) as client:
        answers = [client.get("/import"), client.get("/import/none"), client.post("/import", files=sending())]
        first_page = client.get("/").text

    assert [page.status_code for page in answers] == [403, 403, 403]
    assert "/import" not in first_page
