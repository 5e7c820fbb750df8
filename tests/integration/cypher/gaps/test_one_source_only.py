"""Records that only one source states: known answers on both engines."""

from graph.connection import Graph
from graph.facts import Scope
from graph.model.areas import Area
from graph.reading import Answer
from tests.building import Town, answer, examples_of, exhaustive_for, names, silent

GAP = "one_source_only"
KINDS = ("bodies", "services", "needs", "seats")


def sources(found: Answer) -> dict[str, tuple[str, list[str], list[str]]]:
    return {row["name"]: (row["source"], row["other_sources"], row["sources_that_could_show"]) for row in found.rows}


def test_what_one_of_two_sources_in_scope_states_is_told(graph: Graph) -> None:
    """What both state is not, nor what no other source speaks of; kinds of actor are no rows and not counted."""
    # Arrange
    first, second = Town(), Town()
    first.bodies("いろは会", "ふれあい会")
    first.need("N_MOVE")
    first.body("自治会", generic=True, count=12)
    second.bodies("ふれあい会")
    first.into(graph, examples_of("bodies", "needs"), dataset="samples/甲")
    second.into(graph, examples_of("bodies", "services"), dataset="samples/乙")

    # Act
    found = answer(graph, GAP)

    # Assert
    assert sources(found) == {"いろは会": ("samples/甲", ["samples/乙"], ["samples/乙", "samples/甲"])}
    assert [(row["kind"], row["area"], len(row["evidence"])) for row in found.rows] == [("bodies", "名張市", 1)]
    assert found.population == 2


def test_a_scope_limited_to_some_categories_could_have_shown_only_those(graph: Graph) -> None:
    """A register of transport could not have shown a salon; a service whose category is not recorded is no transport."""
    # Arrange
    register, list_of_all = Town(), Town()
    list_of_all.service("送迎", "TRANS", held_in=list_of_all.area, status="planned")
    list_of_all.service("サロン", "SALON", held_in=list_of_all.area)
    list_of_all.service("何か", held_in=list_of_all.area)
    register.into(graph, examples_of("services", categories=("TRANS",)), dataset="samples/登録簿")
    list_of_all.into(graph, silent, dataset="samples/一覧")

    # Act
    found = answer(graph, GAP)

    # Assert
    assert sources(found) == {"送迎": ("samples/一覧", ["samples/登録簿"], ["samples/登録簿"])}
    assert found.population == 1


def test_a_source_of_the_whole_town_speaks_of_its_districts(graph: Graph) -> None:
    """One of a district does not speak of the town."""
    # Arrange
    town, other = Town(), Town()
    district = town.district("東地区")
    town.service("東のサロン", "SALON", held_in=district)
    town.council("協議体")
    town.into(graph, silent, dataset="samples/一覧")

    def scopes(area: Area) -> tuple[Scope, ...]:
        seats = Scope(area_id=district.id, kind="seats", coverage="exhaustive")
        return (*exhaustive_for("services")(area), seats)

    other.into(graph, scopes, dataset="samples/市の資料")

    # Act
    found = answer(graph, GAP, area="名張市")

    # Assert
    assert names(found) == {"東のサロン"}
    assert found.rows[0]["area_id"] == district.id


def test_a_source_that_an_audience_may_not_see_is_not_one_of_its_sources(graph: Graph) -> None:
    """To the public what a hidden source also states rests on one; and a hidden source alone could not have shown anything."""
    # Arrange
    first, hidden = Town(), Town()
    first.bodies("いろは会", "ふれあい会")
    hidden.bodies("いろは会")
    first.into(graph, examples_of("bodies"), dataset="samples/甲")
    hidden.into(graph, examples_of("bodies"), dataset="samples/内部", visibility="members")

    # Act
    public, members = (answer(graph, GAP, audience=audience) for audience in ("public", "members"))

    # Assert
    assert (public.rows, public.population) == ([], 0)
    assert names(members) == {"ふれあい会"}
    assert members.population == 2
