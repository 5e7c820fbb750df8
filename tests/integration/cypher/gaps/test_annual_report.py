"""The year of an area: known answers on both engines."""

from datetime import date

from graph.connection import Graph
from graph.facts import Dataset
from graph.model.needs import RaisedIn
from graph.model.organizations import Holds, Post
from graph.model.ties import CollaboratesWith
from graph.reading import Answer
from tests.building import TODAY, Town, answer, examples_of, exhaustive_for, load_facts

GAP = "annual_report"
ALL = ("seats", "services", "needs", "ties")


def values(found: Answer) -> dict[tuple[str, str, str], int | None]:
    return {(row["item"], row["layer"], row["seat"]): row["value"] for row in found.rows}


def town_at_the_edges_of_a_year() -> Town:
    """Posts of both layers; needs, services and their ends on the first and last days of a year and just outside."""
    town = Town()
    district = town.district("東地区")
    one, other = town.bodies("社会福祉協議会", "いろは会")
    for number, layer in enumerate((1, 2, 2)):
        post = Post(key=f"post|{number}", name="配置", layer=layer, placed_in=town.area.id)
        town.state(post)
        town.join(Holds, one, post)
    council = town.council("第1層協議体", layers=(1,))
    town.council("計画の協議体", layers=(2,), status="planned")
    for code, day in (
        ("N_MOVE", date(2026, 4, 1)),
        ("N_SHOP", date(2026, 4, 1)),
        ("N_ISOL", date(2027, 3, 31)),
        ("N_MEAL", date(2026, 3, 31)),
    ):
        town.join(RaisedIn, town.need(code), council, on=day)
    town.service("四月の送迎", "TRANS", held_in=district, valid_from=date(2026, 4, 1))
    town.service("三月の送迎", "TRANS", held_in=district, valid_from=date(2026, 3, 31))
    town.service("計画の送迎", "TRANS", held_in=district, valid_from=date(2026, 10, 1), status="planned")
    town.service("終わった送迎", "TRANS", covers=town.area, valid_to=date(2026, 9, 30), status="ended")
    town.service("期限の過ぎた送迎", "TRANS", covers=town.area, valid_to=date(2026, 9, 30))
    town.join(CollaboratesWith, one, other)
    return town


def test_each_item_is_counted_within_its_year(graph: Graph) -> None:
    """April to March to the day; posts by layer and seat; districts count for their town; a planned service is not begun."""
    # Arrange
    town_at_the_edges_of_a_year().into(graph, exhaustive_for(*ALL))

    # Act
    found, before = answer(graph, GAP), answer(graph, GAP, fiscal_year=2025)

    # Assert
    assert values(found) == {
        ("posts", "1", "社会福祉協議会"): 1,
        ("posts", "2", "社会福祉協議会"): 2,
        ("councils", "1", ""): 1,
        ("meetings", "", ""): 2,
        ("services_begun", "", ""): 1,
        ("services_ended", "", ""): 1,
        ("ties_first_recorded", "", ""): 1,
    }
    assert {row["area"] for row in found.rows} == {"名張市"}
    assert found.population == 1
    earlier = values(before)
    assert (earlier["meetings", "", ""], earlier["services_begun", "", ""], earlier["services_ended", "", ""]) == (1, 1, 0)


def test_what_is_not_recorded_is_never_nought_without_a_source_that_gives_all(graph: Graph) -> None:
    """Nought from a register; not recorded from examples, from silence, and from a register of some categories only."""
    # Arrange
    for name, scope in (
        ("名張市", exhaustive_for(*ALL)),
        ("伊賀市", examples_of(*ALL)),
        ("熊谷市", lambda _area: ()),
    ):
        town = Town(name)
        town.bodies("いろは会")
        town.into(graph, scope, dataset=f"samples/{name}")

    # Act
    found = answer(graph, GAP)

    # Assert
    by_area = {row["area"]: {one["value"] for one in found.rows if one["area"] == row["area"]} for row in found.rows}
    assert by_area == {"名張市": {0}, "伊賀市": {None}, "熊谷市": {None}}
    able = {row["area"]: row["sources_that_could_show"] for row in found.rows}
    assert able == {"名張市": ["samples/名張市"], "伊賀市": ["samples/伊賀市"], "熊谷市": []}
    assert found.population == 3


def test_an_area_that_was_asked_about_is_reported_without_any_record(graph: Graph) -> None:
    """All its items are not recorded; a district is reported by itself when it is asked about."""
    # Arrange
    town = Town()
    district = town.district("東地区")
    town.service("送迎", "TRANS", held_in=district, valid_from=TODAY)
    town.into(graph)

    # Act
    empty, part = answer(graph, GAP, area="熊谷市"), answer(graph, GAP, area=district.id)

    # Assert
    assert {row["value"] for row in empty.rows} == {None}
    assert len(empty.rows) == 6
    assert [(row["area"], row["value"]) for row in part.rows if row["item"] == "services_begun"] == [("東地区", 1)]


def test_an_audience_is_told_of_what_it_may_see(graph: Graph) -> None:
    """A restricted tie is not counted, and a hidden register makes nothing nought."""
    # Arrange
    town = Town()
    one, other = town.bodies("いろは会", "ふれあい会")
    town.into(graph, dataset="samples/公開")
    hidden = Town()
    hidden.join(CollaboratesWith, one, other)
    scopes = exhaustive_for(*ALL)(hidden.area)
    load_facts(graph, Dataset(name="samples/内部", title="内部", as_of=TODAY, visibility="members", scopes=scopes), hidden.facts)

    # Act
    public, members = (values(answer(graph, GAP, audience=audience)) for audience in ("public", "members"))

    # Assert
    assert set(public.values()) == {None}
    assert (members["ties_first_recorded", "", ""], members["meetings", "", ""]) == (1, 0)


def test_a_tie_recorded_as_absent_is_no_new_tie_and_one_with_a_kind_of_actor_is(graph: Graph) -> None:
    """'They do not work together yet' is no tie; to begin working with 自治会 is one."""
    # Arrange
    town = Town()
    one, other = town.bodies("いろは会", "ふれあい会")
    town.join(CollaboratesWith, one, other, state="absent")
    town.join(CollaboratesWith, one, town.body("自治会", generic=True))
    town.into(graph, exhaustive_for("ties"))

    # Act and assert
    assert values(answer(graph, GAP))["ties_first_recorded", "", ""] == 1


def test_an_area_of_which_an_audience_may_see_no_record_is_not_reported_to_it(graph: Graph) -> None:
    """It is neither a row nor among those looked at; nor is a post or a service that it may not see counted."""
    # Arrange
    town, other = Town(), Town("伊賀市")
    town.bodies("いろは会")
    town.state(Post(key="post|内々", name="配置", layer=1, placed_in=town.area.id, visibility="members"))
    town.service("内々の送迎", "TRANS", held_in=town.area, valid_from=TODAY, visibility="members")
    other.body("内々の会", visibility="members")
    town.into(graph, exhaustive_for(*ALL))
    other.into(graph, exhaustive_for(*ALL), dataset="samples/伊賀")

    # Act
    public, members = (answer(graph, GAP, audience=audience) for audience in ("public", "members"))

    # Assert
    assert ({row["area"] for row in public.rows}, public.population) == ({"名張市"}, 1)
    assert ({row["area"] for row in members.rows}, members.population) == ({"名張市", "伊賀市"}, 2)
    told = {(row["item"], row["layer"]): row["value"] for row in members.rows if row["area"] == "名張市"}
    assert (told["posts", "1"], told["services_begun", ""]) == (1, 1)
    assert {row["value"] for row in public.rows} == {0}
