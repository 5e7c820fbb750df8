"""Services of other regions that answer the same need: known answers, among them the traps of the question."""

from datetime import date
from typing import Any

import pytest

from graph.connection import Graph
from graph.identity import observation_key
from graph.model.needs import Addresses
from graph.model.observations import Observation, ObservedIn
from tests.building import Town, answer, examples_of

GAP = "transferable_services"


def observe(town: Town, indicator: str, value: float, day: date = date(2025, 10, 1), *, by: str = "見本") -> None:
    """One figure of the municipality."""
    key = observation_key(town.area.id, indicator, day.isoformat(), by)
    told = Observation(key=key, name=indicator, indicator=indicator, value=value, as_of=day, placed_in=town.area.id)
    town.state(told)
    town.state(ObservedIn(start=told.reference, end=town.area.reference))


def a_town(name: str, share: float | None = 33.0, people: float | None = 76_000, *, need: str = "N_SHOP") -> Town:
    """A municipality with a need and its figures."""
    town = Town(name)
    town.need(need)
    for indicator, value in (("share_65_plus", share), ("population", people)):
        if value is not None:
            observe(town, indicator, value)
    return town


def load(graph: Graph, *towns: Town) -> None:
    """Each as a source of its own."""
    for town in towns:
        town.into(graph, examples_of("services"), dataset=f"samples/{town.area.name}")


def found_for(graph: Graph, **given: Any) -> list[dict[str, Any]]:
    """What is found for 名張市."""
    return answer(graph, GAP, area="名張市", **given).rows


def test_a_service_of_a_like_municipality_with_the_same_need_is_a_row(graph: Graph) -> None:
    """With the figures that make it like, who provides it, and the sentence."""
    # Arrange
    here, there = a_town("名張市"), a_town("伊賀市", share=34.5, people=86_000)
    here.body("こちらのNPO", actor_types=("NPO",))
    club = there.body("いろは会", actor_types=("NPO", "VOL"))
    there.service("移動販売", "MOBILESHOP", by=[club], held_in=there.area)
    load(graph, here, there)

    # Act
    (row,) = found_for(graph)

    # Assert
    assert (row["area"], row["need_code"], row["region"], row["service"]) == ("名張市", "N_SHOP", "三重県伊賀市", "移動販売")
    assert (row["answers"], row["likeness"]) == ("weak", "known")
    assert (row["share_here"], row["share_there"], row["share_year"]) == (33.0, 34.5, 2025)
    assert (row["population_here"], row["population_there"], row["population_year"]) == (76_000, 86_000, 2025)
    assert (row["provider_kinds"], row["kinds_here"], row["providers"]) == (["NPO", "VOL"], ["NPO"], ["いろは会"])
    assert (len(row["evidence"]), row["sources_that_could_show"]) == (1, ["samples/伊賀市"])


@pytest.mark.parametrize(
    ("share", "people", "is_like"),
    [
        (36.0, 76_000, True),
        (36.1, 76_000, False),
        (33.0, 38_000, True),
        (33.0, 37_999, False),
        (33.0, 152_000, True),
        (33.0, 152_001, False),
    ],
)
def test_the_limits_of_likeness(graph: Graph, share: float, people: float, is_like: bool) -> None:
    """Three points, and half to double, both included."""
    # Arrange
    here, there = a_town("名張市"), a_town("伊賀市", share=share, people=people)
    there.service("移動販売", "MOBILESHOP", held_in=there.area)
    load(graph, here, there)

    # Act
    rows = found_for(graph)

    # Assert
    assert bool(rows) is is_like


@pytest.mark.parametrize(("share", "people"), [(None, 76_000), (33.0, None), (None, None)])
def test_where_a_figure_is_missing_the_likeness_is_unknown(graph: Graph, share: float | None, people: float | None) -> None:
    """Neither like nor unlike."""
    # Arrange
    here, there = a_town("名張市"), a_town("伊賀市", share=share, people=people)
    there.service("移動販売", "MOBILESHOP", held_in=there.area)
    load(graph, here, there)

    # Act
    (row,) = found_for(graph)

    # Assert
    assert row["likeness"] == "unknown"


def test_figures_of_different_years_are_not_compared(graph: Graph) -> None:
    """A share of 2015 says nothing beside one of 2025."""
    # Arrange
    here, there = a_town("名張市"), a_town("伊賀市", share=None)
    observe(there, "share_65_plus", 20.0, date(2015, 10, 1))
    there.service("移動販売", "MOBILESHOP", held_in=there.area)
    load(graph, here, there)

    # Act
    (row,) = found_for(graph)

    # Assert
    assert (row["likeness"], row["share_year"]) == ("unknown", None)


def test_where_sources_disagree_about_a_day_no_figure_is_chosen(graph: Graph) -> None:
    """The newest day of a year counts; two values of that day are none."""
    # Arrange
    here, there = a_town("名張市"), a_town("伊賀市")
    observe(there, "share_65_plus", 25.0, date(2025, 4, 1))
    observe(there, "population", 70_000, by="別の資料")
    there.service("移動販売", "MOBILESHOP", held_in=there.area)
    load(graph, here, there)

    # Act
    (row,) = found_for(graph)

    # Assert
    assert (row["share_there"], row["population_there"], row["likeness"]) == (33.0, None, "unknown")


def test_a_municipality_without_the_need_is_not_looked_at(graph: Graph) -> None:
    """Its services may answer something else."""
    # Arrange
    here, there = a_town("名張市"), a_town("伊賀市", need="N_SNOW")
    there.service("移動販売", "MOBILESHOP", held_in=there.area)
    load(graph, here, there)

    # Act
    rows = found_for(graph)

    # Assert
    assert rows == []


@pytest.mark.parametrize("not_running", [{"status": "planned"}, {"status": "ended"}, {"valid_to": date(2026, 11, 22)}])
def test_only_running_services_are_shown(graph: Graph, not_running: dict[str, Any]) -> None:
    """What is planned or has ended there is no example yet, or no longer."""
    # Arrange
    here, there = a_town("名張市"), a_town("伊賀市")
    there.service("移動販売", "MOBILESHOP", held_in=there.area, **not_running)
    load(graph, here, there)

    # Act
    rows = found_for(graph)

    # Assert
    assert rows == []


def test_the_most_alike_come_first(graph: Graph) -> None:
    """How it answers before the share, the share before the size, the size before the kind of provider, unknown last."""
    # Arrange
    here = a_town("名張市")
    here.body("こちらの商店会", actor_types=("SHOPS",))
    near, far, large, unknown = a_town("伊賀市", 33.1), a_town("亀山市", 35.0), a_town("鈴鹿市", 33.1, 140_000), a_town("津市", None)
    shops = near.body("先方の商店会", actor_types=("SHOPS",))
    for town, name, code in (
        (near, "近い宅配", "DELIV"),
        (far, "遠い買い物支援", "SHOP"),
        (large, "大きい宅配", "DELIV"),
        (unknown, "不明", "SHOP"),
    ):
        town.service(name, code, held_in=town.area)
    near.service("商店会の朝市", "MARKET", by=[shops], held_in=near.area)
    told = far.service("配食のついで", "MEALS", held_in=far.area)
    far.join(Addresses, told, far.need("N_SHOP"))
    load(graph, here, near, far, large, unknown)

    # Act
    rows, two = found_for(graph), found_for(graph, most=2)

    # Assert
    names = [row["service"] for row in rows]
    assert names == ["配食のついで", "遠い買い物支援", "商店会の朝市", "近い宅配", "大きい宅配", "不明"]
    assert [row["service"] for row in two] == names[:2]


def test_a_need_of_a_district_is_compared_as_its_municipality(graph: Graph) -> None:
    """Figures are of municipalities."""
    # Arrange
    here, there = a_town("名張市", need="N_SNOW"), a_town("伊賀市")
    here.need("N_SHOP", of=here.district("東地区"))
    there.service("移動販売", "MOBILESHOP", held_in=there.district("西地区"))
    load(graph, here, there)

    # Act
    rows = found_for(graph)

    # Assert
    assert [(row["area"], row["service"], row["likeness"]) for row in rows] == [("東地区", "移動販売", "known")]


def test_what_the_audience_may_not_see_is_no_example_for_it(graph: Graph) -> None:
    """Neither the service, nor one whose need there is hidden."""
    # Arrange
    here, there = a_town("名張市"), a_town("伊賀市")
    there.service("移動販売", "MOBILESHOP", held_in=there.area, visibility="members")
    load(graph, here, there)

    # Act
    public, members = (answer(graph, GAP, audience=audience, area="名張市") for audience in ("public", "members"))

    # Assert
    assert (len(public.rows), len(members.rows)) == (0, 1)
