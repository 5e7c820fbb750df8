"""Files that are damaged or hostile: a page that helps, on which what stands in the file is text."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from graph.connection import Graph
from tests.engines import fingerprint
from tests.integration.api.routers.import_forms import choose, press
from tests.integration.api.sites import HOSTILE, TOWN

REGISTER = Path(__file__).parents[3] / "sample_data" / "transport_register" / "register.csv"


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        (b"\x89PNG\x00\x01\x02" * 30, "picture.png", "文字として読めない"),
        (b"", "empty.md", "空のファイル"),
        ("今日は晴れ。\n", "prose.txt", "読み方の分かる形"),
        ("あ\nい\n" * 40, "vertical.txt", "文字が一つずつ並んで"),
        ("# 三重県名張市\n", "heading.md", "heading.md"),
    ],
)
def test_a_damaged_file_gets_a_page_that_helps(client: TestClient, embedded_graph: Graph, text: str | bytes, name: str, said: str) -> None:
    """What is wrong, what to do, a way on, status 422; nothing is written."""
    before = fingerprint(embedded_graph)

    page = choose(client, text, name)

    assert page.status_code == 422
    assert said in page.text
    assert "→" in page.text
    assert "別の資料を選ぶ" in page.text
    assert fingerprint(embedded_graph) == before


def test_names_and_contents_of_a_file_stay_text(client: TestClient) -> None:
    """A hostile name, heading, repaired word and body are shown as they are, on every page of the import, in both languages."""
    # Arrange
    text = TOWN + f"・NPO法人{HOSTILE}がサ-ビス{HOSTILE}を実施。\n・{HOSTILE}会長の山田太郎さん（0595-21-1111）。\n"

    # Act
    pages = []
    for language in ("ja", "en"):
        trial = choose(client, text, f"{HOSTILE}{language}.md", f"/import?lang={language}")
        pages += [trial, press(client, trial, "/load"), client.get(f"/import?lang={language}")]

    # Assert
    assert {page.status_code for page in pages} == {200}
    for page in pages:
        assert HOSTILE not in page.text
        assert "<img" not in page.text
        assert "&lt;img" in page.text


def test_a_cell_that_is_refused_stays_text(client: TestClient) -> None:
    """The message of a refused row quotes what stands in it, as text."""
    # Arrange
    head, first, *rows = REGISTER.read_text(encoding="utf-8").splitlines()
    column = head.split(",").index("valid_to")
    cells = first.split(",")
    broken = ",".join([*cells[:column], HOSTILE, *cells[column + 1 :]])

    # Act
    page = choose(client, "\n".join([head, broken, *rows]), "register.csv")

    # Assert
    assert page.status_code == 200
    assert "受け付けず" in page.text
    assert "&lt;img src=x onerror=alert(1)&gt;" in page.text
    assert "<img" not in page.text
