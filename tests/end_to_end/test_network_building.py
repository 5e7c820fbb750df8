"""Network building in one area: its questions side by side, through both doors."""

from pathlib import Path

import pytest

from api.network_building import PARTS
from graph.connection import Graph
from graph.messages import LANGUAGES, catalogue
from graph.query_files import questions
from tests.building import Town, exhaustive_for
from tests.end_to_end.programs import Program
from tests.integration.api.sites import site

PATH = "/api/v1/network-building"


def test_its_questions_answer_side_by_side(graph: Graph) -> None:
    """Each as it answers by itself, with its rows, notes and next step, in the order of the work."""
    town = Town("名張市")
    town.ring("いろは会", "ふれあい会", "すずらん会")
    town.body("ひとり会")
    town.into(graph, exhaustive_for("ties"))
    with site(graph) as client:
        found = client.get(PATH, params={"area": "名張市"}).json()
        alone = client.get("/api/v1/gaps/actors_without_ties", params={"area": "名張市"}).json()

    first = found["parts"][0]
    assert alone.pop("total") == len(alone["rows"])
    assert (found["area"], first["part"]) == ("三重県名張市", "not_connected")
    assert [part["gap"] for part in found["parts"]] == [gap for gap in PARTS.values() if gap in questions("gaps")]
    assert {key: first[key] for key in alone} == alone
    assert "1 団体" in first["summary"]
    assert all(part["heading"] and part["title"] and part["next_step"] and part["caution"] for part in found["parts"])


def test_the_public_gets_a_note_where_a_list_is_for_members(embedded_graph: Graph) -> None:
    """No row, no summary, and why."""
    town = Town("名張市")
    town.ring("いろは会", "ふれあい会", "すずらん会")
    town.body("ひとり会")
    town.into(embedded_graph, exhaustive_for("ties"))

    with site(embedded_graph, audience="public") as client:
        first = client.get(PATH, params={"area": "名張市"}).json()["parts"][0]

    assert (first["rows"], first["summary"], [note["code"] for note in first["notes"]]) == ([], None, ["for_members"])


@pytest.mark.parametrize(("query", "status"), [({}, 422), ({"area": "名張"}, 404), ({"area": "府中市"}, 400)])
def test_one_area_is_named(embedded_graph: Graph, query: dict[str, str], status: int) -> None:
    """It is about one area: none, an unknown one and a name of several are refused with advice."""
    with site(embedded_graph) as client:
        response = client.get(PATH, params=query)

    assert (response.status_code, bool(response.json()["advice"])) == (status, True)


def test_the_command_line_says_the_same(tmp_path: Path) -> None:
    """Without any record each part says why it has no answer; --json is one document."""
    tsunagu = Program(tmp_path)

    said = tsunagu("connect", "--area", "名張市")
    document = tsunagu("connect", "--area", "名張市", "--json").document

    assert said.status == 0
    assert "三重県名張市のつながりづくり" in said.out
    assert [part["gap"] for part in document["parts"] if f"（{part['gap']}）" in said.out] == [part["gap"] for part in document["parts"]]
    assert all(part["notes"] for part in document["parts"] if part["gap"] == "actors_without_ties")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_has_its_heading(language: str) -> None:
    """Also those whose question comes later."""
    assert {f"connect.{part}" for part in PARTS} <= catalogue("api", language).keys()
