"""A coordinator's own question, from the setting to the answer, and what a bad one leads to."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import WebSettings
from graph.connection import Graph
from graph.own_questions import take_own_questions
from graph.reading import SCOPES_UNCHECKED
from tests.building import Town, answer, names
from tests.end_to_end.programs import Program
from tests.own_questions import NAME, SOUND


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder with one question; afterwards nothing of it is left."""
    (tmp_path / f"{NAME}.cypher").write_text(SOUND, encoding="utf-8")
    yield tmp_path
    take_own_questions(None)


def test_it_is_answered_for_each_audience(graph: Graph, folder: Path) -> None:
    """With our own parameters, within the area, without what the audience may not see; a note says what it does not check."""
    town = Town("名張市")
    town.bodies("いろは会", "いずみ会", "ふれあい会")
    town.body("いばら会", visibility="members")
    town.into(graph)
    take_own_questions(folder)

    found = answer(graph, NAME, area="名張市", beginning="い")

    assert names(found) == {"いろは会", "いずみ会", "いばら会"}
    assert found.population == 3
    assert [note.code for note in found.notes] == [SCOPES_UNCHECKED]
    assert names(answer(graph, NAME, audience="public", area="名張市")) == {"いろは会", "いずみ会", "ふれあい会"}
    assert not answer(graph, NAME, area="伊賀市").rows


def test_pages_and_api_have_it(embedded_graph: Graph, folder: Path) -> None:
    """Listed, answered, in the navigation of the area; no way to a picture that it does not have."""
    town = Town("名張市")
    town.bodies("いろは会")
    town.into(embedded_graph)
    take_own_questions(folder)
    with TestClient(create_app(embedded_graph, WebSettings())) as client:
        listed = {gap["id"]: gap for gap in client.get("/api/v1/gaps").json()["gaps"]}
        page = client.get(f"/areas/名張市/gaps/{NAME}")
        empty = client.get(f"/areas/伊賀市/gaps/{NAME}")
        picture = client.get(f"/areas/名張市/gaps/{NAME}/picture")
        answered = client.get(f"/api/v1/gaps/{NAME}", params={"area": "名張市"}).json()

    assert (listed[NAME]["own"], listed[NAME]["has_picture"]) == (True, False)
    assert [row["name"] for row in answered["rows"]] == ["いろは会"]
    assert page.status_code == empty.status_code == 200
    assert "いろは会" in page.text
    assert "ご自分の問い" in page.text
    assert f"/gaps/{NAME}/network" not in page.text
    assert "当てはまる記載は見つかりません" in empty.text
    assert (picture.status_code, f"{NAME}.picture.cypher" in picture.text) == (400, True)


def test_the_command_line_lists_it_and_refuses_a_bad_one(tmp_path: Path, folder: Path) -> None:
    """Listed without a database; a question that writes ends every command that asks or serves, in two lines with its place."""
    tsunagu = Program(tmp_path / "home").with_settings(TSUNAGU_QUERIES=str(folder), TSUNAGU_LANGUAGE="en")
    bad = folder / "renames.cypher"

    listed = tsunagu("gaps", "list")
    bad.write_text(SOUND.replace("RETURN o.placed", "SET o.name = ''\nRETURN o.placed"), encoding="utf-8")
    refused = [tsunagu(*command) for command in (("gaps", "list"), ("gaps", "run", NAME), ("serve", "--port", 0))]

    assert NAME in listed.out
    for outcome in refused:
        assert (outcome.status, outcome.out) == (2, "")
        what, advice = outcome.err.splitlines()
        assert what == f"{bad}, line 14: it would change the graph."
        assert advice == "Only read: MATCH, WHERE, WITH, RETURN."
    assert tsunagu("settings").status == 0
