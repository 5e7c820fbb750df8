"""Bodies without a recorded tie: of which sources and times the question may be asked at all."""

from datetime import date

import pytest

from graph.connection import Graph
from graph.facts import Scope
from graph.model.ties import Supports
from tests.building import TODAY, Town, answer, examples_of, exhaustive_for, five_with_ties, names

GAP = "actors_without_ties"


def test_where_few_ties_are_recorded_the_answer_is_a_note_and_no_rows(graph: Graph) -> None:
    """A list of members says nothing of ties: nobody is listed as unconnected."""
    # Arrange
    town = Town()
    town.council("協議体", members=town.bodies("一", "二", "三", "四", "五", "六", "七", "八"))
    town.into(graph, exhaustive_for("ties"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert found.rows == []
    assert found.population == 0
    assert [(note.area, note.code, note.values) for note in found.notes] == [
        ("名張市", "few_ties_recorded", {"organizations": 8, "ties": 0.0}),
    ]


def test_exactly_half_as_many_ties_as_bodies_are_enough(graph: Graph) -> None:
    """The note begins below half: four ties between eight bodies are asked about."""
    # Arrange
    town = Town()
    bodies = town.bodies("一", "二", "三", "四", "五", "六", "七", "八")
    for one, other in ((0, 1), (1, 2), (2, 3), (3, 0)):
        town.join(Supports, bodies[one], bodies[other])
    town.into(graph, exhaustive_for("ties"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert found.notes == []
    assert names(found) == {"五", "六", "七", "八"}


@pytest.mark.parametrize("kind", ["bodies", "seats", "services"])
def test_a_source_that_could_not_have_shown_ties_is_not_looked_at(graph: Graph, kind: str) -> None:
    """A body that only a member list or a register of services names is unknown, not unconnected."""
    # Arrange
    five_with_ties().into(graph, exhaustive_for("ties"))
    other = Town()
    other.body("名簿だけの会")
    other.into(graph, exhaustive_for(kind), dataset="samples/名簿")

    # Act
    found = answer(graph, GAP)

    # Assert
    assert found.rows == []
    assert found.population == 5


def test_a_source_that_gives_examples_could_have_shown_ties(graph: Graph) -> None:
    """Its dataset is named on the row, with the evidence for the body."""
    # Arrange
    town = five_with_ties()
    body = town.body("いろは会")
    town.into(graph, examples_of("ties"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert [(row["id"], row["sources_that_could_show"], len(row["evidence"])) for row in found.rows] == [(body.id, ["samples/見本"], 1)]


@pytest.mark.parametrize(
    ("begins", "ends_on", "could"),
    [(None, TODAY, True), (TODAY, None, True), (None, date(2026, 11, 22), False), (date(2026, 11, 24), None, False)],
)
def test_a_source_that_spoke_of_ties_at_another_time_could_not_have_shown_one(
    graph: Graph, begins: date | None, ends_on: date | None, could: bool
) -> None:
    """The day for which the source names the body lies in the period for which it speaks of ties, or it does not count."""
    # Arrange
    town = five_with_ties()
    town.body("いろは会")
    town.into(graph, lambda area: (Scope(area_id=area.id, kind="ties", coverage="exhaustive", begins=begins, ends_on=ends_on),))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert (names(found), found.population) == (({"いろは会"}, 6) if could else (set(), 0))
    assert [note.code for note in found.notes] == ([] if could else ["no_source_of_ties"])


@pytest.mark.parametrize("status", ["running", "planned", "ended"])
def test_a_tie_has_no_day_of_its_own(graph: Graph, status: str) -> None:
    """That two bodies are behind one service is a record of working together, whether it runs, is planned or has ended."""
    # Arrange
    town = five_with_ties()
    town.service("買い物支援", "SHOP", by=town.bodies("いろは会", "ふれあい会"), status=status)
    town.service("サロン", "SALON", by=town.bodies("ひとりの会"), status=status)
    town.into(graph, exhaustive_for("ties"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert [(row["name"], row["services"]) for row in found.rows] == [("ひとりの会", ["サロン"])]
