"""Areas of which no source speaks: known answers on both engines."""

from datetime import date

from graph.connection import Graph
from graph.facts import Dataset, Scope
from graph.model.areas import Area
from graph.model.sources import KINDS_OF_FACT
from tests.building import Town, answer, examples_of, exhaustive_for, load_facts, silent

GAP = "areas_without_source"


def test_an_area_with_records_of_which_no_source_speaks_is_told(graph: Graph) -> None:
    """Of nothing, or of some kinds; an area all of whose kinds are spoken of is no row, and a prefecture is no area here."""
    # Arrange
    silent_of, in_part, in_full = Town("名張市"), Town("伊賀市"), Town("熊谷市")
    for town, scope in ((silent_of, silent), (in_part, examples_of("bodies", "seats")), (in_full, exhaustive_for(*KINDS_OF_FACT))):
        town.body(f"{town.area.name}の会")
        town.into(graph, scope, dataset=f"samples/{town.area.name}")

    # Act
    found = answer(graph, GAP)

    # Assert
    told = {row["area"]: (row["state"], row["spoken_of"], row["records"], row["sources_that_could_show"]) for row in found.rows}
    assert told == {"名張市": ("nothing", [], 1, []), "伊賀市": ("in_part", ["bodies", "seats"], 1, ["samples/伊賀市"])}
    assert {row["area"]: len(row["not_spoken_of"]) for row in found.rows} == {"名張市": 7, "伊賀市": 5}
    assert found.population == 3


def test_an_area_that_was_asked_about_is_told_without_any_record(graph: Graph) -> None:
    """Its districts without records are not: they were not asked for by name."""
    # Arrange
    town = Town("名張市")
    town.district("東地区")
    town.into(graph, silent)

    # Act
    everywhere, asked = answer(graph, GAP), answer(graph, GAP, area="名張市")

    # Assert
    assert (everywhere.rows, everywhere.population) == ([], 0)
    assert [(row["area"], row["state"], row["records"]) for row in asked.rows] == [("名張市", "nothing", 0)]


def test_a_source_of_the_town_speaks_of_its_districts_on_its_own_day_only(graph: Graph) -> None:
    """A scope that had ended when the source was made speaks of nothing."""
    # Arrange
    town = Town("名張市")
    district = town.district("東地区")
    town.service("サロン", "SALON", held_in=district)

    def scopes(area: Area) -> tuple[Scope, ...]:
        ended = Scope(area_id=area.id, kind="needs", coverage="examples", ends_on=date(2020, 3, 31))
        return (*(one for kind in KINDS_OF_FACT if kind != "needs" for one in exhaustive_for(kind)(area)), ended)

    town.into(graph, scopes)

    # Act
    found = {row["area"]: row["not_spoken_of"] for row in answer(graph, GAP).rows}

    # Assert
    assert found == {"東地区": ["needs"], "名張市": ["needs"]}


def test_a_hidden_source_speaks_of_nothing_to_the_public(graph: Graph) -> None:
    """Nor is what only it states a record."""
    # Arrange
    town = Town("名張市")
    town.body("公開の会")
    town.into(graph, silent, dataset="samples/公開")
    town.into(graph, exhaustive_for(*KINDS_OF_FACT), dataset="samples/内部", visibility="members")

    # Act
    public, members = (answer(graph, GAP, audience=audience) for audience in ("public", "members"))

    # Assert
    assert [(row["state"], row["records"]) for row in public.rows] == [("nothing", 1)]
    assert members.rows == []


def test_a_number_of_unnamed_areas_and_records_above_the_audience_are_not_told(graph: Graph) -> None:
    """Three areas of the city are no area; an area whose only record is for members is none to the public."""
    # Arrange
    town, other = Town("名張市"), Town("伊賀市")
    some = Area(key=f"area|{town.area.id}|市内3地区", name="市内3地区", level="elementary_district", generic=True, count=3)
    town.state(some)
    town.service("サロン", "SALON", held_in=some)
    town.body("自治会", generic=True)
    other.body("内々の会", visibility="members")
    town.into(graph, silent)
    other.into(graph, silent, dataset="samples/伊賀")

    # Act
    public, members = (answer(graph, GAP, audience=audience) for audience in ("public", "members"))

    # Assert
    assert ([row["area"] for row in public.rows], public.population) == (["名張市"], 1)
    assert ({row["area"] for row in members.rows}, members.population) == ({"名張市", "伊賀市"}, 2)


def test_a_source_without_a_day_speaks_for_whatever_period_it_declares(graph: Graph) -> None:
    """On which day it holds is not stated, so that its period rules nothing out."""
    # Arrange
    town = Town("名張市")
    town.body("いろは会")
    scopes = tuple(Scope(area_id=town.area.id, kind=kind, coverage="examples", ends_on=date(2020, 3, 31)) for kind in KINDS_OF_FACT)
    load_facts(graph, Dataset(name="samples/見本", title="見本", as_of=None, scopes=scopes), town.facts)

    # Act
    found = answer(graph, GAP)

    # Assert
    assert (found.rows, found.population) == ([], 1)
