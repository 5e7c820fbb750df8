"""Needs and what answers them, as a picture draws it: known answers, and the same as the question after what is missing."""

from datetime import date
from typing import Any

from graph.connection import Graph
from graph.model.needs import Addresses
from graph.reading import Reader
from tests.building import TODAY, Town, area_named, examples_of


def asked(graph: Graph, audience: str = "members") -> tuple[dict[str, Any], set[str]]:
    """The picture, and the ids of the needs that no recorded service answers."""
    reader = Reader(graph, audience=audience, today=TODAY)
    (row,) = reader.rows("networks", "needs_and_services", area="名張市")
    return row, {one["need_id"] for one in reader.answer("needs_without_service", area="名張市").rows}


def not_answered(row: dict[str, Any]) -> dict[str, str]:
    return {node["id"]: node["status"] for node in row["nodes"] if node["label"] == "Need" and node.get("status")}


def many_cases() -> Town:
    """Needs of the town and a district; services running, planned, ended, lapsed, not begun, elsewhere, for all; means and context."""
    town = Town()
    body = town.body("いろは会")
    district = town.district("桔梗が丘小学校区")
    town.need("N_SHOP", name="買い物")
    town.need("N_SHOP", of=district, name="地区の買い物")
    town.need("N_SNOW", name="雪")
    town.need("N_TRASH", "N_SHOP", name="ごみと買い物")
    town.need("N_MOVE", name="外出")
    town.need("N_CONTEXT", name="人口が減っている")
    town.service("移動販売", "SHOP", by=[body], held_in=district)
    town.service("除雪の計画", "SNOW", by=[body], status="planned")
    town.service("終わった除雪", "SNOW", status="ended", held_in=town.area)
    town.service("期限の切れた送迎", "TRANS", valid_to=date(2025, 3, 31), covers=town.area)
    town.service("これからの送迎", "TRANS", valid_from=date(2027, 4, 1), covers=town.area)
    town.service("県全域の相談", "CONSULT", covers=area_named("三重県"))
    return town


def test_the_needs_that_stand_out_are_those_of_the_question(graph: Graph) -> None:
    """Whatever the services are like: the picture and the question agree, and a need answered in part is told as that."""
    # Arrange
    town = many_cases()
    town.into(graph, examples_of("needs", "services"))

    # Act
    row, missing = asked(graph)

    # Assert
    names = {node["id"]: node["name"] for node in row["nodes"]}
    assert not_answered(row).keys() == missing
    told = {names[id_]: status for id_, status in not_answered(row).items()}
    assert told["雪"] == told["外出"] == "unanswered"
    assert told["ごみと買い物"] == "partly_answered"
    assert "買い物" not in told
    assert "人口が減っている" not in names.values()


def test_lines_say_what_answers_and_what_does_not_run(graph: Graph) -> None:
    """Running services answer; planned, ended and lapsed ones are joined as such; who provides them is drawn."""
    # Arrange
    town = many_cases()
    town.into(graph, examples_of("needs", "services"))

    # Act
    row, _ = asked(graph)

    # Assert
    names = {node["id"]: node["name"] for node in row["nodes"]}
    lines = {(names[one["start"]], names[one["end"]]): one["status"] for one in row["relationships"] if one["type"] == "ANSWERS"}
    assert lines["移動販売", "買い物"] == lines["移動販売", "地区の買い物"] == "running"
    assert {lines[name, "雪"] for name in ("除雪の計画", "終わった除雪")} == {"not_running"}
    assert {lines[name, "外出"] for name in ("期限の切れた送迎", "これからの送迎")} == {"not_running"}
    assert ("いろは会", "移動販売") in {
        (names[one["start"]], names[one["end"]]) for one in row["relationships"] if one["type"] == "PROVIDES"
    }


def test_what_addresses_a_need_is_drawn_beside_it_and_does_not_answer(graph: Graph) -> None:
    """A source says that a salon addresses the snow: a fact with its sentence, while the need stays unanswered as in the question."""
    # Arrange
    town = Town()
    need = town.need("N_SNOW", name="雪")
    salon = town.service("サロン", "SALON", held_in=town.area)
    town.join(Addresses, salon, need)
    town.into(graph, examples_of("needs", "services"))

    # Act
    row, missing = asked(graph)

    # Assert
    assert [one["type"] for one in row["relationships"]] == ["ADDRESSES"]
    assert not_answered(row).keys() == missing == {need.id}


def test_what_an_audience_may_not_see_neither_answers_nor_shows(graph: Graph) -> None:
    """For the public the need is unanswered where the only service is for members."""
    # Arrange
    town = Town()
    need = town.need("N_SHOP", name="買い物")
    town.need("N_SNOW", name="内輪の困りごと", visibility="restricted")
    town.service("移動販売", "SHOP", held_in=town.area, visibility="members")
    town.into(graph, examples_of("needs", "services"))

    # Act
    public, missing = asked(graph, "public")
    members, _ = asked(graph)

    # Assert
    assert [node["name"] for node in public["nodes"]] == ["買い物"]
    assert not_answered(public).keys() == missing == {need.id}
    assert not_answered(members) == {}


def test_no_need_is_an_empty_picture(graph: Graph) -> None:
    """Services alone are not drawn: the picture is about needs."""
    # Arrange
    town = Town()
    town.service("移動販売", "SHOP", held_in=town.area)
    town.into(graph)

    # Assert
    assert asked(graph)[0] == {"nodes": [], "relationships": []}
