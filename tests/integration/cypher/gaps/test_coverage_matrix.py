"""What the sources speak of: known answers on both engines."""

from datetime import date

from graph.areas import area_index
from graph.connection import Graph
from graph.facts import Dataset, Scope
from graph.model.areas import Area
from graph.model.sources import KINDS_OF_FACT
from graph.reading import Answer, Reader
from tests.building import TODAY, Town, answer, area_named, examples_of, exhaustive_for, load_facts, silent

GAP = "coverage_matrix"


def coverage(found: Answer, dataset: str) -> dict[str, str]:
    return {row["kind"]: row["coverage"] for row in found.rows if row["dataset"] == dataset}


def test_every_kind_of_fact_is_exhaustive_examples_or_silent(graph: Graph) -> None:
    """One row a kind, whatever the source says of it; where it speaks of the area and not of the kind it is silent."""
    # Arrange
    town = Town()
    town.body("いろは会")
    town.into(graph, lambda area: (*exhaustive_for("bodies")(area), *examples_of("ties", "seats")(area)))

    # Act
    found = answer(graph, GAP)

    # Assert
    told = {"bodies": "exhaustive", "ties": "examples", "seats": "examples"}
    assert coverage(found, "samples/見本") == {kind: told.get(kind, "silent") for kind in KINDS_OF_FACT}
    assert {(row["area"], row["source"], row["source_as_of"]) for row in found.rows} == {("名張市", "見本の資料", TODAY)}
    assert found.population == 1


def test_the_limits_of_a_scope_are_shown(graph: Graph) -> None:
    """Categories and period stand in the row of their kind and in no other."""

    # Arrange
    def limited(area: Area) -> tuple[Scope, ...]:
        period = {"begins": date(2026, 4, 1), "ends_on": date(2026, 8, 31)}
        services = Scope(area_id=area.id, kind="services", coverage="exhaustive", categories=("TRANS", "SHOP"), **period)
        return (services, Scope(area_id=area.id, kind="needs", coverage="examples"))

    Town().into(graph, limited)

    # Act
    found = {row["kind"]: (row["categories"], row["begins"], row["ends_on"]) for row in answer(graph, GAP).rows}

    # Assert
    assert found.pop("services") == (["SHOP", "TRANS"], date(2026, 4, 1), date(2026, 8, 31))
    assert set(map(str, found.values())) == {"([], None, None)"}


def test_the_sources_that_speak_of_a_kind_stand_in_every_row_of_it(graph: Graph) -> None:
    """A silent row says which other source could show it, or that none could."""
    # Arrange
    Town().into(graph, exhaustive_for("services"), dataset="samples/登録簿")
    Town().into(graph, examples_of("services", "needs"), dataset="samples/事例集")

    # Act
    found = {(row["dataset"], row["kind"]): row["sources_that_could_show"] for row in answer(graph, GAP).rows}

    # Assert
    assert found["samples/登録簿", "services"] == ["samples/事例集", "samples/登録簿"]
    assert found["samples/登録簿", "needs"] == ["samples/事例集"]
    assert found["samples/登録簿", "ties"] == []
    assert len(found) == 2 * len(KINDS_OF_FACT)


def test_each_area_of_a_scope_has_rows_of_its_own_within_the_area_asked_about(graph: Graph) -> None:
    """Two towns are two lines; who asks about one of them sees one, and the other says nothing of it."""
    # Arrange
    towns = [area_named("名張市"), area_named("伊賀市")]
    Town().into(graph, lambda _area: tuple(Scope(area_id=area.id, kind="needs", coverage="examples") for area in towns))

    # Act
    everywhere, one = answer(graph, GAP), answer(graph, GAP, area="伊賀市")

    # Assert
    assert {row["area"] for row in everywhere.rows} == {"名張市", "伊賀市"}
    assert (everywhere.population, one.population) == (2, 1)
    assert {row["area"] for row in one.rows} == {"伊賀市"}
    assert answer(graph, GAP, area=area_index().by_code["093866"].area.id).rows == []


def test_a_source_without_a_scope_speaks_of_nothing(graph: Graph) -> None:
    """It is in no row: what it could have shown is not known."""
    # Arrange
    town = Town()
    town.body("いろは会")
    town.into(graph, silent)

    # Act
    found = answer(graph, GAP)

    # Assert
    assert (found.rows, found.population) == ([], 0)


def test_a_source_above_the_audience_is_not_known_to_it(graph: Graph) -> None:
    """Neither as a row nor among those that could show."""
    # Arrange
    Town().into(graph, examples_of("ties"), dataset="samples/公開")
    Town().into(graph, examples_of("ties", "needs"), dataset="samples/内部", visibility="members")

    # Act
    public, members = (answer(graph, GAP, audience=audience) for audience in ("public", "members"))

    # Assert
    assert {row["dataset"] for row in public.rows} == {"samples/公開"}
    assert {one for row in public.rows for one in row["sources_that_could_show"]} == {"samples/公開"}
    assert coverage(members, "samples/内部")["needs"] == "examples"


def test_an_older_version_of_a_source_is_not_shown(graph: Graph) -> None:
    """A new version with another scope takes the place of the old one."""
    # Arrange
    town = Town()
    town.body("いろは会")
    for version, kind in (("1", "ties"), ("2", "needs")):
        scopes = exhaustive_for(kind)(town.area)
        load_facts(graph, Dataset(name="samples/見本", title="見本の資料", as_of=TODAY, scopes=scopes), town.facts, version=version)

    # Act
    found = coverage(answer(graph, GAP), "samples/見本")

    # Assert
    assert (found["ties"], found["needs"]) == ("silent", "exhaustive")


def test_the_picture_has_one_line_for_each_source_and_area(graph: Graph) -> None:
    """However many kinds of fact a source speaks of."""
    # Arrange
    Town().into(graph, examples_of("ties", "needs", "services"))
    area = area_named("名張市")

    # Act
    picture = Reader(graph, today=TODAY).picture(GAP, area="名張市")

    # Assert
    (line,) = picture["relationships"]
    assert {(node["label"], node["name"]) for node in picture["nodes"]} == {("Area", "名張市"), ("Source", "見本の資料")}
    assert (line["type"], line["end"]) == ("SPEAKS_OF", area.id)


def test_sources_above_the_audience_are_not_looked_at_and_one_without_a_day_is(graph: Graph) -> None:
    """On which day it holds is unknown, and not today."""
    # Arrange
    scopes = examples_of("ties")(area_named("名張市"))
    load_facts(graph, Dataset(name="samples/公開", title="公開", as_of=None, scopes=scopes), [])
    Town().into(graph, examples_of("ties"), dataset="samples/内部", visibility="members")

    # Act
    public, members = (answer(graph, GAP, audience=audience) for audience in ("public", "members"))

    # Assert
    assert (public.population, members.population) == (1, 2)
    assert {row["source_as_of"] for row in public.rows} == {None}
