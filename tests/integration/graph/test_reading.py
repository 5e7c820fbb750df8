"""Asking: what a caller may ask for, what defaults mean, and what the answer says besides its rows."""

from datetime import date

import pytest

from graph.connection import Graph
from graph.errors import QueryMisused
from graph.in_order import in_order
from graph.query_files import questions
from graph.reading import Reader
from tests.building import TODAY, Town, answer, exhaustive_for


def test_an_unknown_gap_is_refused_with_those_there_are(graph: Graph) -> None:
    """Pictures and populations belong to gaps and are not offered as such."""
    # Act
    with pytest.raises(QueryMisused, match="unknown_gap") as raised:
        Reader(graph).answer("nosuchgap")

    # Assert
    known = str(raised.value.values["known"]).split(", ")
    assert "needs_without_service" in known
    assert not [name for name in known if "." in name]


def test_an_unknown_parameter_is_refused_with_those_there_are(graph: Graph) -> None:
    """A misspelt one is not silently left at its default."""
    # Act
    with pytest.raises(QueryMisused, match="unknown_parameter") as raised:
        Reader(graph).answer("needs_without_service", asof="2026-01-01")

    # Assert
    assert (raised.value.values["name"], raised.value.values["known"]) == ("asof", "as_of")


@pytest.mark.parametrize("scoping", ["visible", "areas"])
def test_what_limits_a_question_is_not_the_callers_to_give(graph: Graph, scoping: str) -> None:
    """Audience and areas are put in by the reader alone."""
    with pytest.raises(QueryMisused, match="unknown_parameter"):
        Reader(graph, audience="public").answer("needs_without_service", area=None, **{scoping: ["restricted"]})


@pytest.mark.parametrize(("gap", "given"), [("needs_without_service", {"as_of": "来週"}), ("bridging_candidates", {"limit": "many"})])
def test_a_value_of_another_type_is_refused(graph: Graph, gap: str, given: dict[str, str]) -> None:
    """The message names the parameter and the type."""
    # Act
    with pytest.raises(QueryMisused, match="parameter_not_of_type") as raised:
        Reader(graph).answer(gap, **given)

    # Assert
    assert raised.value.values["name"] in given


def test_a_day_defaults_to_today_and_may_be_given_as_text(graph: Graph) -> None:
    """What the answer was asked with is on the answer."""
    # Arrange
    reader = Reader(graph, today=TODAY)

    # Act
    asked = [reader.answer("needs_without_service", **given).parameters for given in ({}, {"as_of": "2026-01-31"})]

    # Assert
    assert asked == [{"as_of": TODAY}, {"as_of": date(2026, 1, 31)}]


def test_an_unknown_area_is_refused(graph: Graph) -> None:
    """An empty answer would look like a good one."""
    with pytest.raises(QueryMisused, match="unknown_area"):
        Reader(graph).answer("needs_without_service", area="どこにもない市")


def test_an_area_that_cannot_bear_a_question_is_left_out_with_a_note(graph: Graph) -> None:
    """The others are answered; the note says what their data have."""
    # Arrange
    bearing, listing = Town("名張市"), Town("熊谷市")
    bearing.ring("い", "ろ", "は")
    bearing.body("ひとりの会")
    listing.council("協議体", members=listing.bodies("一", "二", "三"))
    bearing.into(graph, exhaustive_for("ties"))
    listing.into(graph, exhaustive_for("ties"), dataset="samples/名簿")

    # Act
    found = answer(graph, "actors_without_ties")

    # Assert
    assert [row["name"] for row in found.rows] == ["ひとりの会"]
    assert found.population == 4
    assert [(note.area, note.code, note.values["organizations"]) for note in found.notes] == [("熊谷市", "few_ties_recorded", 3)]


def test_the_state_of_the_sources_is_told_with_an_answer_about_one_area(graph: Graph) -> None:
    """One source of the town is the only one of its district too; a source that the audience may not see confirms nothing."""
    # Arrange
    town = Town("名張市")
    district = town.district("東地区")
    town.need("N_MOVE", of=district)
    town.into(graph, exhaustive_for("needs"))
    town.into(graph, exhaustive_for("needs"), dataset="samples/内部", visibility="members")

    # Act
    told = {
        (area, audience): [note.code for note in answer(graph, "needs_without_service", area=area, audience=audience).notes]
        for area in (None, "名張市", district.id, "熊谷市")
        for audience in ("public", "members")
    }

    # Assert
    assert told["名張市", "public"] == told[district.id, "public"] == ["one_source"]
    assert told["名張市", "members"] == told[district.id, "members"] == told[None, "public"] == []
    assert told["熊谷市", "public"] == told["熊谷市", "members"] == ["no_source"]


def test_an_empty_graph_answers_every_gap_with_nothing(graph: Graph) -> None:
    """No rows of none looked at: never an error."""
    # Act
    found = [answer(graph, gap) for gap in ("actors_without_ties", "bridging_candidates", "needs_without_service")]

    # Assert
    assert [(one.rows, one.population) for one in found] == [([], 0)] * 3


def test_an_audience_sees_its_level_and_the_looser_ones(graph: Graph) -> None:
    """Levels are put in from the loosest up to the audience's own."""
    # Act
    visible = [Reader(graph, audience=audience).visible for audience in ("public", "members", "restricted")]

    # Assert
    assert visible == [["public"], ["public", "members"], ["public", "members", "restricted"]]


def test_lists_and_maps_come_in_one_order() -> None:
    """Engines collect in different orders; lists are sorted, maps by id, and what is null is left out."""
    # Act
    found = in_order([{"id": "b", "x": None}, {"id": "a", "list": [3, 1, 2]}])

    # Assert
    assert found == [{"id": "a", "list": [1, 2, 3]}, {"id": "b"}]


def test_a_question_for_members_says_so_to_the_public(graph: Graph) -> None:
    """No rows, no number, no picture: a note; and its rows are not given in another way either."""
    # Arrange
    town = Town()
    town.ring("い", "ろ", "は")
    town.body("ひとりの会")
    town.into(graph, exhaustive_for("ties"))
    reader = Reader(graph, audience="public", today=TODAY)

    # Act
    found = {name: reader.answer(name, area="名張市") for name, asked in questions("gaps").items() if asked.audience == "members"}

    # Assert
    assert found.keys() >= {"actors_without_ties", "bridging_candidates"}
    assert {(str(one.rows), one.population, *((note.code, note.area) for note in one.notes)) for one in found.values()} == {
        ("[]", 0, ("for_members", "三重県名張市"))
    }
    assert all(reader.picture(name)["nodes"] == [] for name in found)
    with pytest.raises(QueryMisused, match="question_not_for_audience"):
        reader.rows("gaps", "actors_without_ties")


def test_an_unknown_audience_is_refused(graph: Graph) -> None:
    """With those there are."""
    with pytest.raises(QueryMisused, match="unknown_audience") as raised:
        Reader(graph, audience="everybody")

    assert raised.value.values["known"] == "public, members, restricted"
