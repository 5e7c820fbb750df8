"""Kinds of service without a record, district by district: known answers, among them the traps of the question."""

from datetime import date
from typing import Any

import pytest

from graph.connection import Graph
from graph.facts import Scope
from graph.model.areas import Area
from graph.reading import Answer
from tests.building import Town, answer, examples_of, exhaustive_for, silent

GAP = "services_missing_by_district"


def categories(found: Answer) -> set[tuple[str, str]]:
    return {(row["area"], row["category"]) for row in found.rows}


def of_district(district: Area, *codes: str, coverage: str = "exhaustive") -> Any:
    """A source that speaks of the services of one district."""
    return lambda _area: (Scope(area_id=district.id, kind="services", coverage=coverage, categories=codes),)


def test_what_answers_a_need_of_the_district_is_asked_for(graph: Graph) -> None:
    """Each kind that answers it, the first one named so; a need of another district asks nothing here."""
    # Arrange
    town = Town()
    east, _west = town.district("東地区"), town.district("西地区")
    town.need("N_TRASH", of=east)
    town.into(graph)

    # Act
    found = answer(graph, GAP)

    # Assert
    assert categories(found) == {("東地区", "TRASH"), ("東地区", "ODDJOB"), ("東地区", "PAIDVOL")}
    rows = {row["category"]: row for row in found.rows}
    assert (rows["TRASH"]["strength"], rows["ODDJOB"]["strength"]) == ("strong", "weak")
    assert rows["TRASH"]["needs"] == ["N_TRASH"]
    assert rows["TRASH"]["meaning"] == "no_source"
    assert len(rows["TRASH"]["evidence"]) == 1
    assert found.population == 3


def test_a_municipality_is_no_district(graph: Graph) -> None:
    """What it lacks as a whole is asked elsewhere."""
    # Arrange
    town = Town()
    town.need("N_TRASH")
    town.into(graph)

    # Act
    found = answer(graph, GAP)

    # Assert
    assert (found.rows, found.population) == ([], 0)


def test_what_covers_the_municipality_does_not_hide_a_gap_of_the_district(graph: Graph) -> None:
    """It is shown apart; what is held in the district, or is for just its people, fills it."""
    # Arrange
    town = Town()
    east, west, north = (town.district(name) for name in ("東地区", "西地区", "北地区"))
    for district in (east, west, north):
        town.need("N_SNOW", of=district)
    town.service("市の除雪", "SNOW", covers=town.area)
    town.service("西の除雪", "SNOW", held_in=west)
    town.service("北の除雪", "SNOW", covers=north)
    town.into(graph)

    # Act
    found = answer(graph, GAP)

    # Assert
    snow = [row for row in found.rows if row["category"] == "SNOW"]
    assert [(row["area"], row["city_wide"]) for row in snow] == [("東地区", ["市の除雪"])]
    assert found.population == 6


def test_what_is_somewhere_in_the_municipality_is_shown_apart(graph: Graph) -> None:
    """Held in the municipality, or placed there by its source: it may be here, and nobody says so."""
    # Arrange
    town = Town()
    town.need("N_SNOW", of=town.district("東地区"))
    town.service("どこかの除雪", "SNOW")
    town.service("市内の除雪", "SNOW", held_in=town.area)
    town.into(graph)

    # Act
    found = answer(graph, GAP)

    # Assert
    (snow,) = [row for row in found.rows if row["category"] == "SNOW"]
    assert (snow["place_not_stated"], snow["city_wide"]) == (["どこかの除雪", "市内の除雪"], [])


def test_means_are_left_out(graph: Graph) -> None:
    """A lack of helpers asks for paid helpers as a service, and not for training, matching and founding."""
    # Arrange
    town = Town()
    town.need("N_HELPER", of=town.district("東地区"))
    town.into(graph)

    # Act
    found = answer(graph, GAP)

    # Assert
    assert categories(found) == {("東地区", "PAIDVOL")}


def test_background_pressure_asks_for_nothing(graph: Graph) -> None:
    """Nobody answers the share of older people with a service."""
    # Arrange
    town = Town()
    town.need("N_CONTEXT", of=town.district("東地区"))
    town.into(graph)

    # Act
    found = answer(graph, GAP)

    # Assert
    assert (found.rows, found.population) == ([], 0)


@pytest.mark.parametrize(("coverage", "meaning"), [("exhaustive", "absent"), ("examples", "not_recorded")])
def test_a_source_that_speaks_of_the_district_asks_for_its_kinds(graph: Graph, coverage: str, meaning: str) -> None:
    """Absent where it is complete, else just not recorded."""
    # Arrange
    town = Town()
    east = town.district("東地区")
    town.service("東のサロン", "SALON", held_in=east)
    town.into(graph, of_district(east, "SALON", "KAYOI", coverage=coverage))

    # Act
    found = answer(graph, GAP)

    # Assert
    (row,) = found.rows
    assert (row["category"], row["meaning"], row["strength"], row["needs"]) == ("KAYOI", meaning, "none", [])
    assert row["sources_that_could_show"] == ["samples/見本"]
    assert found.population == 2


def test_a_source_of_the_municipality_asks_for_no_kind_in_a_district(graph: Graph) -> None:
    """It could have shown what a need of the district asks for, and is named where one does."""
    # Arrange
    town = Town()
    town.need("N_SNOW", of=town.district("東地区"))
    town.into(graph, exhaustive_for("services"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert {row["category"]: row["meaning"] for row in found.rows} == {"SNOW": "absent", "PAIDVOL": "absent"}


@pytest.mark.parametrize(
    "not_running",
    [{"status": "planned"}, {"status": "ended"}, {"valid_to": date(2026, 11, 22)}],
    ids=["planned", "ended", "lapsed"],
)
def test_only_running_services_fill_a_gap(graph: Graph, not_running: dict[str, Any]) -> None:
    """The others are named apart, in the district and for the municipality alike."""
    # Arrange
    town = Town()
    east = town.district("東地区")
    town.need("N_SNOW", of=east)
    town.service("東の除雪", "SNOW", held_in=east, **not_running)
    town.service("市の除雪", "SNOW", covers=town.area, **not_running)
    town.into(graph, examples_of("services"))

    # Act
    found = answer(graph, GAP)

    # Assert
    (snow,) = [row for row in found.rows if row["category"] == "SNOW"]
    assert (snow["not_counted"], snow["city_wide"]) == (["東の除雪"], [])


def test_a_number_of_unnamed_districts_is_not_one_place(graph: Graph) -> None:
    """What three districts of the city have is said of none of them."""
    # Arrange
    town = Town()
    some = Area(key=f"area|{town.area.id}|市内3地区", name="市内3地区", level="elementary_district", generic=True, count=3)
    town.state(some)
    town.need("N_SNOW", of=some)
    town.into(graph, silent)

    # Act
    found = answer(graph, GAP)

    # Assert
    assert (found.rows, found.population) == ([], 0)


def test_a_service_that_the_audience_may_not_see_fills_no_gap_for_it(graph: Graph) -> None:
    """The public's answer is that of the graph without it."""
    # Arrange
    town = Town()
    east = town.district("東地区")
    town.need("N_SNOW", of=east)
    town.service("内々の除雪", "SNOW", "PAIDVOL", held_in=east, visibility="members")
    town.into(graph)

    # Act
    public, members = (answer(graph, GAP, audience=audience) for audience in ("public", "members"))

    # Assert
    assert (len(public.rows), len(members.rows)) == (2, 0)
