"""Needs without a record of being passed up: known answers."""

from datetime import date
from typing import Any

import pytest

from graph.connection import Graph
from graph.model.councils import Council, RefersTo
from graph.model.needs import Need, RaisedIn
from tests.building import Town, answer, exhaustive_for

GAP = "needs_not_passed_up"
LOW = [{"layers": (2,)}, {"kind": "care_conference"}]


def raised(**council: Any) -> tuple[Town, Need, Council]:
    """A need of the town that came up in a meeting."""
    town = Town()
    need, made = town.need("N_SHOP"), town.council("東の会議", **council)
    town.join(RaisedIn, need, made, on=date(2026, 4, 1))
    return town, need, made


@pytest.mark.parametrize("council", LOW)
def test_a_need_that_stayed_where_it_came_up(graph: Graph, council: dict[str, Any]) -> None:
    """In a layer 2 council or a care conference."""
    # Arrange
    town, _, _ = raised(**council)
    town.into(graph, exhaustive_for("needs"))

    # Act
    found = answer(graph, GAP, area="名張市")

    # Assert
    (row,) = found.rows
    assert (row["need_code"], row["raised_in"], row["raised_on"]) == ("N_SHOP", ["東の会議"], date(2026, 4, 1))
    assert row["sources_that_could_show"] == ["samples/見本"]
    assert len(row["evidence"]) == 1
    assert found.population == 1


@pytest.mark.parametrize("council", [{}, {"layers": (1,)}, {"layers": (1, 2)}])
def test_meetings_of_layer_1_or_of_no_stated_layer_have_nothing_to_pass_up(graph: Graph, council: dict[str, Any]) -> None:
    """They are not looked at."""
    # Arrange
    town, _, _ = raised(**council)
    town.into(graph, exhaustive_for("needs"))

    # Act and assert
    assert answer(graph, GAP).rows == []
    assert answer(graph, GAP).population == 0


def test_an_agenda_of_layer_1_or_handing_on_passes_it_up(graph: Graph) -> None:
    """Two needs of one meeting: one was on the agenda of layer 1; then the meeting hands matters on."""
    # Arrange
    town, need, low = raised(layers=(2,))
    town.join(RaisedIn, town.need("N_MOVE"), low)
    town.join(RaisedIn, need, town.council("市の協議体", layers=(1,)))
    town.into(graph, exhaustive_for("needs"))

    # Act and assert
    assert [row["need_code"] for row in answer(graph, GAP).rows] == ["N_MOVE"]
    assert answer(graph, GAP).population == 2

    # Arrange
    town.join(RefersTo, low, town.body("名張市"))
    town.into(graph, exhaustive_for("needs"))

    # Act and assert
    assert answer(graph, GAP).rows == []


def test_one_meeting_that_hands_on_is_enough(graph: Graph) -> None:
    """A need that came up in two meetings."""
    # Arrange
    town, need, _ = raised(layers=(2,))
    other = town.council("西の会議", layers=(2,))
    town.join(RaisedIn, need, other)
    town.join(RefersTo, other, town.body("名張市"))
    town.into(graph, exhaustive_for("needs"))

    # Act and assert
    assert answer(graph, GAP).rows == []


def test_background_pressure_is_no_need(graph: Graph) -> None:
    """人口減 is not passed up; a need that is more than that is."""
    # Arrange
    town = Town()
    low = town.council("東の会議", layers=(2,))
    for codes in (("N_CONTEXT",), ("N_CONTEXT", "N_SHOP")):
        town.join(RaisedIn, town.need(*codes), low)
    town.into(graph, exhaustive_for("needs"))

    # Act and assert
    assert [row["need_code"] for row in answer(graph, GAP).rows] == ["N_CONTEXT+N_SHOP"]


def test_what_an_audience_may_not_see(graph: Graph) -> None:
    """A need that only members may see is no row to the public; handing on that it may not see passes nothing up."""
    # Arrange
    town, _, low = raised(layers=(2,))
    town.join(RaisedIn, town.need("N_MOVE", visibility="members"), low)
    town.join(RefersTo, low, town.body("名張市"), visibility="members")
    town.into(graph, exhaustive_for("needs"))

    # Act and assert
    assert [row["need_code"] for row in answer(graph, GAP, audience="public").rows] == ["N_SHOP"]
    assert answer(graph, GAP).rows == []


def test_a_day_and_kinds_that_nobody_states_are_unknown(graph: Graph) -> None:
    """A need that fits no kind came up all the same; on which day is not made up."""
    # Arrange
    town = Town()
    low = town.council("東の会議", layers=(2,))
    for need in (town.need("N_SHOP"), town.need(name="まだ分類されない困りごと")):
        town.join(RaisedIn, need, low)
    town.into(graph, exhaustive_for("needs"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert {row["need_code"]: row["raised_on"] for row in found.rows} == {"N_SHOP": None, "": None}
    assert found.population == 2


def test_needs_and_meetings_above_the_audience_are_not_looked_at(graph: Graph) -> None:
    """A hidden need, and a need that came up in a hidden meeting."""
    # Arrange
    town, _, low = raised(layers=(2,))
    town.join(RaisedIn, town.need("N_MOVE", visibility="members"), low)
    town.join(RaisedIn, town.need("N_SNOW"), town.council("ケース会議", kind="care_conference", visibility="restricted"))
    town.into(graph, exhaustive_for("needs"))

    # Act
    found = {audience: answer(graph, GAP, audience=audience) for audience in ("public", "members", "restricted")}

    # Assert
    assert {audience: ({row["need_code"] for row in one.rows}, one.population) for audience, one in found.items()} == {
        "public": ({"N_SHOP"}, 1),
        "members": ({"N_SHOP", "N_MOVE"}, 2),
        "restricted": ({"N_SHOP", "N_MOVE", "N_SNOW"}, 3),
    }


def test_handing_on_to_a_kind_of_actor_passes_it_up(graph: Graph) -> None:
    """To whom it was handed on need not be a named body."""
    # Arrange
    town, _, low = raised(layers=(2,))
    town.join(RefersTo, low, town.body("関係課", generic=True))
    town.into(graph, exhaustive_for("needs"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert (found.rows, found.population) == ([], 1)
