"""The invented town in a real graph, loaded as `tsunagu demo` loads it: no question of the pack finds nothing there."""

from datetime import date

import pytest

from graph.connection import Row
from graph.query_files import questions
from graph.reading import Reader
from loaders.doubles import with_suggestions
from loaders.example.bundle import example_files
from loaders.preparing import prepare_candidate
from loaders.run import write
from tests.building import TODAY
from tests.engines import TestDatabase

TOWN = "つなぐ市"
ISLAND = "鳴島圏域"
YEARS_LATER = date(2031, 1, 1)
OF_A_DAY = [
    name
    for name, asked in questions("gaps").items()
    if any(one["type"] == "date" for one in asked.parameters.values()) and name != "since_last_meeting"
]
"""Questions whose answer changes with the day; what came since the last meeting is of the day on which the example was loaded."""


@pytest.fixture(scope="module")
def example(embedded_database: TestDatabase) -> Reader:
    """The whole example; that both engines answer alike is tested for all questions elsewhere."""
    graph = embedded_database.empty()
    with_suggestions(Reader(graph), [write(graph, prepare_candidate(one.candidate, one.choices)) for one in example_files()])
    return Reader(graph, audience="members", today=TODAY)


def rows(example: Reader, gap: str) -> list[Row]:
    """What a question finds in the town."""
    return list(example.answer(gap, area=TOWN).rows)


@pytest.mark.parametrize("gap", questions("gaps"))
def test_every_question_finds_something_in_the_town(example: Reader, gap: str) -> None:
    """So that a coordinator who opens the demo sees what each of them is good for."""
    answer = example.answer(gap, area=TOWN)

    assert answer.rows
    assert answer.population


@pytest.mark.parametrize("gap", OF_A_DAY)
def test_what_is_asked_of_a_day_finds_something_years_later_too(example: Reader, gap: str) -> None:
    """Terms that end empty no answer."""
    later = Reader(example.graph, audience="members", today=YEARS_LATER)

    assert later.answer(gap, area=TOWN).rows


def test_the_island_has_a_council_that_is_only_planned(example: Reader) -> None:
    """The list of councils could have shown an active one."""
    (row,) = rows(example, "areas_without_council")

    assert (row["area"], row["status"], row["councils"]) == (ISLAND, "planned", ["鳴島協議体"])
    assert row["sources_that_could_show"]
    assert row["evidence"]


def test_figures_are_known_of_the_eastern_area_only(example: Reader) -> None:
    """Of the town as a whole and of its other areas no source speaks of figures, and of everything else some source does."""
    found = {row["area"]: row["not_spoken_of"] for row in rows(example, "areas_without_source")}

    assert found.keys() == {TOWN, "西部圏域", ISLAND, "海辺小学校区", "丘の上小学校区", "鳴島地区"}
    assert set(map(tuple, found.values())) == {("observations",)}


def test_two_spellings_of_one_group_are_left_to_people(example: Reader) -> None:
    """They are suggested and stay two bodies."""
    (row,) = rows(example, "possible_doubles")

    assert {row["a"], row["b"]} == {"見守り隊 ひだまり", "見守隊 ひだまり"}
    assert row["reason"] == "double.close_spelling"
