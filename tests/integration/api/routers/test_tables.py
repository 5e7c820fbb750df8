"""Answers and lists as files, as the site gives them out."""

import csv
import io
from urllib.parse import unquote

import openpyxl
import pytest
from fastapi.testclient import TestClient

from graph.connection import Graph
from graph.findings.following import follow
from graph.findings.rows import findings_of_rows
from graph.reading import Reader
from tests.building import TODAY, Town, exhaustive_for
from tests.integration.api.sites import site

FORMULA = '=HYPERLINK("http://example.invalid")'


@pytest.fixture
def town(embedded_graph: Graph) -> Graph:
    """Bodies with ties, one without, a council, a service, and a name that would be a formula."""
    town = Town("名張市")
    first, *_ = town.ring("𠮷田髙﨑会", "ふれあい会", FORMULA)
    town.body("ひとり会")
    town.council("協議体", members=[first], open_list=True)
    town.service("買い物の手伝い", "SHOP", by=[first], target="75歳以上")
    town.into(embedded_graph, exhaustive_for("ties", "services"))
    return embedded_graph


def rows_of(client: TestClient, address: str) -> list[list[str]]:
    answer = client.get(f"/areas/名張市/{address}")
    assert answer.status_code == 200, answer.text
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))


def test_an_answer_has_its_columns_its_sentences_and_its_sources(town: Graph) -> None:
    """In words, in both languages; below the rows stands how many of how many, and the caution."""
    with site(town) as client:
        heads, row, *about = rows_of(client, "gaps/actors_without_ties.csv")
        english = rows_of(client, "gaps/actors_without_ties.csv?lang=en")[0]
        page = client.get("/areas/名張市/gaps/actors_without_ties").text

    assert row[0] == "ひとり会"
    assert all(head in page for head in heads[:2])
    assert (heads[-2:], english[-2:]) == (["根拠の文", "資料（時点、場所）"], ["Sentences", "Sources (as of, place)"])
    assert row[-2].startswith("「見本")
    assert row[-1].startswith("見本の資料（2026-11-23、")
    assert all(line[0].startswith("※ ") for line in about)
    assert 'gaps/actors_without_ties.csv"' in unquote(page)


@pytest.mark.parametrize(
    ("listed", "told"),
    [
        ("organizations", ["𠮷田髙﨑会", f"'{FORMULA}", "三重県名張市"]),
        ("councils", ["協議体", "𠮷田髙﨑会（ほかにもいると書かれています）"]),
        ("services", ["買い物の手伝い", "75歳以上", "𠮷田髙﨑会"]),
    ],
)
def test_each_list_is_a_file(town: Graph, listed: str, told: list[str]) -> None:
    """With the sentence on which each thing rests, as CSV and as a workbook with the same rows; the page leads there."""
    with site(town) as client:
        rows = rows_of(client, f"resources/{listed}.csv")
        book = openpyxl.load_workbook(io.BytesIO(client.get(f"/areas/名張市/resources/{listed}.xlsx").content))
        page = client.get("/areas/名張市/resources").text

    cells = {cell for row in rows for cell in row}
    assert cells >= set(told)
    assert all(len(row) == len(rows[0]) and row[-2].startswith("「見本") for row in rows[1:-1])
    assert [[str(cell) for cell in row if cell is not None] for row in book.worksheets[0].iter_rows(values_only=True)] == [
        [cell for cell in row if cell] for row in rows[:-1]
    ]
    assert f"resources/{listed}.xlsx" in page


def test_the_file_has_a_japanese_name(town: Graph) -> None:
    """With area, title and day."""
    with site(town) as client:
        disposition = client.get("/areas/名張市/resources/services.xlsx").headers["content-disposition"]

    assert unquote(disposition.split("filename*=UTF-8''")[1]).startswith("三重県名張市_サービス・活動_2")


def test_the_public_gets_no_list_for_members(town: Graph) -> None:
    """The file says that it is for members, as the page does, and has no row."""
    with site(town, audience="public") as public:
        heads, *about = rows_of(public, "gaps/actors_without_ties.csv")

    assert heads
    assert all(line[0].startswith("※ ") for line in about)
    assert "ひとり会" not in str(about)


@pytest.mark.parametrize("address", ["gaps/no_such.csv", "resources/persons.csv", "resources/services.pdf"])
def test_what_there_is_not_is_refused(town: Graph, address: str) -> None:
    """With a page that helps."""
    with site(town) as client:
        assert client.get(f"/areas/名張市/{address}").status_code in {404, 422}


def test_what_is_followed_up_is_a_file_for_members(town: Graph) -> None:
    """The row, its question, its status and what happened; the public is refused."""
    # Arrange
    with site(town) as client:
        reader = Reader(town, today=TODAY)
        (row,) = findings_of_rows(reader, reader.answer("actors_without_ties", area="名張市"))
        follow(reader, "actors_without_ties", area="名張市", rows=[row.id], by="coordinator", why="電話で聞く")

        # Act
        heads, found, *_ = rows_of(client, "findings.csv")
        page = client.get("/areas/名張市/findings").text
    with site(town, audience="public", read_only=True) as public:
        refused = public.get("/areas/名張市/findings.csv")

    # Assert
    assert heads == ["行", "問い", "地域", "状態", "最後に見られた日", "経過"]
    assert found[0].startswith("ひとり会")
    assert "電話で聞く" in found[-1]
    assert "/findings.csv" in unquote(page)
    assert refused.status_code == 403
