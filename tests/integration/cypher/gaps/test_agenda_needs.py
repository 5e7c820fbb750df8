"""Needs for the next agenda: known answers on both engines."""

from datetime import date

from graph.connection import Graph
from graph.facts import Dataset
from graph.reading import Answer
from tests.building import TODAY, Town, answer, exhaustive_for, load_facts

GAP = "agenda_needs"


def load(
    graph: Graph, town: Town, as_of: date = TODAY, *, version: str = "1", dataset: str = "samples/見本", visibility: str = "public"
) -> None:
    scopes = exhaustive_for("needs", "services")(town.area)
    load_facts(graph, Dataset(name=dataset, title="見本", as_of=as_of, scopes=scopes, visibility=visibility), town.facts, version=version)


def counts(found: Answer) -> dict[str, tuple[int | None, str]]:
    return {row["area"]: (row["count"], row["count_state"]) for row in found.rows}


def test_answers_here_and_for_the_whole_city_stand_apart(graph: Graph) -> None:
    """What is held in the district is not what covers the city; planned, ended and lapsed services do not answer."""
    # Arrange
    town = Town()
    east, west = town.district("東地区"), town.district("西地区")
    town.need("N_MOVE", of=east)
    town.need("N_MOVE", of=west)
    town.service("東の送迎", "TRANS", held_in=east, covers=town.area)
    town.service("市の送迎", "TRANS", covers=town.area)
    town.service("計画の送迎", "TRANS", held_in=east, status="planned")
    town.service("期限切れの送迎", "TRANS", held_in=east, valid_to=date(2026, 3, 31))
    town.service("東のサロン", "SALON", held_in=east)
    load(graph, town)

    # Act
    found = answer(graph, GAP, area="名張市")

    # Assert
    told = {row["area"]: (row["here"], row["for_all"], row["not_counted"]) for row in found.rows}
    assert told == {
        "東地区": (["東の送迎"], ["市の送迎"], ["期限切れの送迎", "計画の送迎"]),
        "西地区": ([], ["市の送迎", "東の送迎"], []),
    }
    assert {(str(row["sources"]), str(row["sources_that_could_show"]), len(row["evidence"])) for row in found.rows} == {
        ("['samples/見本']", "['samples/見本']", 1)
    }
    assert found.population == 2


def test_a_small_count_is_not_shown_and_cannot_be_worked_out(graph: Graph) -> None:
    """The town's count less those of its other districts would be it: another is hidden, also for who asks about one district."""
    # Arrange
    town = Town()
    districts = [town.district(name) for name in ("東地区", "西地区", "南地区")]
    town.need("N_MOVE", count=30)
    for district, count in zip(districts, (3, 9, 18), strict=True):
        town.need("N_MOVE", of=district, count=count)
    load(graph, town)

    # Act
    whole, one = (answer(graph, GAP, area=area) for area in ("名張市", "西地区"))
    more = answer(graph, GAP, area="名張市", fewest=10)

    # Assert
    hidden = (None, "hidden")
    assert counts(whole) == {"名張市": (30, "shown"), "東地区": hidden, "西地区": hidden, "南地区": (18, "shown")}
    assert counts(one) == {"西地区": hidden}
    assert counts(more) == counts(whole)


def test_a_count_that_no_source_states_is_unknown(graph: Graph) -> None:
    """Not 0, and not small; context is no need."""
    # Arrange
    town = Town()
    town.need("N_MOVE")
    town.need("N_SHOP", count=5)
    town.need("N_CONTEXT", count=1000)
    load(graph, town)

    # Act
    found = answer(graph, GAP)

    # Assert
    told = {row["need_code"]: (row["count"], row["count_state"], row["trend"]) for row in found.rows}
    assert told == {"N_MOVE": (None, "not_stated", "no_earlier"), "N_SHOP": (5, "shown", "no_earlier")}
    assert found.population == 2


def test_the_trend_compares_counts_of_different_days(graph: Graph) -> None:
    """Of two sources, and of two versions of one; the number before is not given away."""
    # Arrange
    for version, (as_of, moving, shopping) in enumerate(((date(2024, 4, 1), 20, 9), (date(2025, 4, 1), 12, 9)), start=1):
        town = Town()
        town.need("N_MOVE", count=moving)
        town.need("N_SHOP", count=shopping)
        load(graph, town, as_of, version=str(version))
    other = Town()
    other.need("N_SHOP", count=30)
    load(graph, other, date(2026, 4, 1), dataset="samples/別の資料")

    # Act
    found = answer(graph, GAP)

    # Assert
    assert {row["need_code"]: (row["count"], row["trend"]) for row in found.rows} == {"N_MOVE": (12, "fewer"), "N_SHOP": (30, "more")}


def test_what_is_for_few_counts_for_nobody_else(graph: Graph) -> None:
    """Neither a restricted need nor a restricted service; nobody's earlier count is told from what they may not see."""
    # Arrange
    town, hidden = Town(), Town()
    town.need("N_MOVE", count=20)
    hidden.need("N_MOVE", count=8)
    hidden.service("内々の送迎", "TRANS", held_in=hidden.area)
    load(graph, town)
    load(graph, hidden, date(2025, 4, 1), dataset="samples/内部", visibility="restricted")

    # Act
    members, restricted = (answer(graph, GAP, audience=audience).rows for audience in ("members", "restricted"))

    # Assert
    assert [(row["here"], row["trend"], row["sources"]) for row in members] == [([], "no_earlier", ["samples/見本"])]
    assert [row["here"] for row in restricted] == [["内々の送迎"]]
