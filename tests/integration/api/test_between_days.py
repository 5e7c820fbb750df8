"""The network of a town on two days, through the API: what came and went, figures of each day, what is tested and what refused."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from graph.bodies_drawn import drawn
from graph.connection import Graph
from graph.facts import Dataset
from graph.metrics.figures_changed import Figures
from graph.model.places import PartOf
from graph.model.services import Provides
from graph.model.ties import CollaboratesWith, Supports
from graph.network import Network
from graph.reading import Reader
from tests.building import TODAY, Town, exhaustive_for, load_facts
from tests.engines import TestDatabase, fingerprint
from tests.integration.api.sites import site

PATH = "/api/v1/comparison/between"
EARLY, LATE = "2026-04-01T09:00:00+00:00", "2026-08-01T09:00:00+00:00"
DAYS = {"first": "2026-05-01", "second": "2026-09-01"}
BODIES = 24
FOLDED_ABOVE = 10


def load(graph: Graph, town: Town, version: str, at: str, *, dataset: str = "register") -> None:
    scopes = exhaustive_for("bodies", "ties")(town.area)
    load_facts(graph, Dataset(name=dataset, title="見本の資料", as_of=TODAY, scopes=scopes), town.facts, version=version, at=at)


def small(*, later: bool) -> Town:
    """Six bodies, one a part of another, two on one service; later one has gone, one come, and a tie is absent."""
    town = Town("名張市")
    one, two, three, whole, part = town.bodies("い会", "ろ会", "は会", "社協", "社協支所")
    town.join(PartOf, part, whole)
    town.join(CollaboratesWith, one, two)
    town.join(Supports, part, one)
    service = town.service("見守り", "SALON", by=[two])
    town.join(Provides, three, service)
    if later:
        new = town.body("新しい会")
        town.join(CollaboratesWith, new, one)
        town.join(CollaboratesWith, two, whole, state="absent")
    else:
        gone = town.body("なくなる会")
        town.join(CollaboratesWith, gone, two)
        town.join(CollaboratesWith, two, whole)
    return town


def large(*, later: bool) -> Town:
    """Many bodies in a line; later in a ring with chords."""
    town = Town("伊賀市")
    bodies = [town.body(f"第{number}の会") for number in range(BODIES)]
    for number in range(BODIES if later else 12):
        town.join(CollaboratesWith, bodies[number], bodies[(number + 1) % BODIES])
    for number in range(0, BODIES - 2, 2) if later else ():
        town.join(CollaboratesWith, bodies[number], bodies[number + 2])
    return town


@pytest.fixture(scope="module")
def graph(embedded_database: TestDatabase) -> Graph:
    """Both towns, each loaded in two versions; another source of a third town came between the days."""
    graph = embedded_database.empty()
    for version, (at, later) in enumerate(((EARLY, False), (LATE, True))):
        load(graph, small(later=later), str(version), at, dataset="small")
        load(graph, large(later=later), str(version), at, dataset="large")
    for dataset, at in (("津の一", EARLY), ("津の二", LATE)):
        town = Town("津市")
        bodies = town.ring(*(f"津{number}会" for number in range(BODIES)))
        if dataset == "津の二":
            town.join(CollaboratesWith, bodies[0], bodies[2])
        load(graph, town, "1", at, dataset=dataset)
    members = Town("桑名市")
    members.bodies("桑名一会", "桑名二会", "桑名三会")
    load(graph, members, "1", EARLY, dataset="members")
    return graph


@pytest.fixture(scope="module")
def client(graph: Graph) -> Iterator[TestClient]:
    with site(graph, read_only=True) as client:
        yield client


def asked(client: TestClient, area: str, **query: Any) -> dict[str, Any]:
    answer = client.get(PATH, params={"area": area, "draws": 200, **DAYS} | query)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_what_came_and_what_went_is_told_with_its_day(graph: Graph, client: TestClient) -> None:
    """Bodies and ties, a part's as its whole's; a tie that is said to be absent is none; nothing is tested of so few; nothing written."""
    # Arrange
    before = fingerprint(graph)

    # Act
    found = asked(client, "名張市")

    # Assert
    assert {change: [one["name"] for one in some] for change, some in found["bodies"].items()} == {
        "came": ["新しい会"],
        "went": ["なくなる会"],
    }
    ties = {change: sorted({one["a"], one["b"]} for one in some) for change, some in found["ties"].items()}
    assert ties["came"] == [{"新しい会", "い会"}]
    assert sorted(map(sorted, ties["went"])) == sorted(map(sorted, ({"なくなる会", "ろ会"}, {"ろ会", "社協"})))
    causes = {(one["happened_on"], one["dataset"]) for kind in ("bodies", "ties") for some in found[kind].values() for one in some}
    assert causes == {("2026-08-01", "small")}
    figures = {one["figure"]: (one["first"], one["second"]) for one in found["figures"]}
    assert (figures["bodies"], figures["ties"]) == ((5, 5), (5, 4))
    assert [one["code"] for one in found["reasons"]] == ["too_few_on_both_days"]
    assert all(one["tested"] is None for one in found["figures"])
    assert fingerprint(graph) == before


@pytest.mark.parametrize("area", ["名張市", "伊賀市", "津市"])
def test_the_second_day_is_the_network_as_it_is_now(graph: Graph, client: TestClient, area: str) -> None:
    """Every figure is that of the network that is drawn for comparisons; long before any load there was nothing."""
    row = Reader(graph).rows("networks", "bodies_and_ties", area=area)[0]
    expected = Figures.of(drawn(Network.of(row).named())).of_network

    found = asked(client, area, first="2020-01-01")

    assert {one["figure"]: one["second"] for one in found["figures"]} == expected
    assert {one["figure"]: one["first"] for one in found["figures"]}["bodies"] == 0
    assert found["bodies"]["went"] == []


def test_what_moved_by_more_than_chance_is_named(client: TestClient) -> None:
    """Many ties came to bodies of both days; the same seed gives the same numbers."""
    found, again = asked(client, "伊賀市", seed=4), asked(client, "伊賀市", seed=4)

    assert found == again
    assert (found["reasons"], found["on_both"]) == ([], BODIES)
    tested = {one["figure"]: one["tested"] for one in found["figures"] if one["tested"]}
    assert tested["mean_degree"]["beyond_chance"]
    assert tested["mean_degree"]["p"] <= tested["mean_degree"]["p_holm"] < 0.05
    assert "density" not in tested


def test_other_sources_on_the_two_days_are_not_tested(client: TestClient) -> None:
    """What was read and what moved cannot be told apart: refused, with both days' sources; where nothing changed that is said too."""
    found = asked(client, "津市")

    assert [one["code"] for one in found["reasons"]] == ["other_sources_then"]
    assert found["sources"] == {"first": ["津の一"], "second": ["津の一", "津の二"]}
    assert [one["code"] for one in asked(client, "伊賀市", first="2026-08-02")["reasons"]] == ["no_tie_changed"]


def test_figures_that_the_sources_cannot_tell_are_withheld(client: TestClient) -> None:
    """Where they list members, only bodies are counted, and the page says why the rest is not there."""
    found = asked(client, "桑名市")
    page = client.get("/areas/桑名市/between", params=DAYS).text

    assert {one["figure"] for one in found["figures"] if one["second"] is not None} == {"bodies"}
    assert "lists_members" in [one["code"] for one in found["reasons"]]
    assert "資料からは言えません" in page


@pytest.mark.parametrize(
    ("query", "said"),
    [({"first": "2026-09-02"}, "より後ではありません"), ({"first": ""}, "はじめの日"), ({"first": "きのう"}, "きのう")],
)
def test_two_days_are_named_in_their_order(client: TestClient, query: dict[str, str], said: str) -> None:
    """Else it is refused with what to do."""
    answer = client.get(PATH, params={"area": "名張市", **DAYS} | query)

    assert (answer.status_code, said in answer.json()["detail"], bool(answer.json()["advice"])) == (400, True, True)


def test_the_public_does_not_get_it(graph: Graph) -> None:
    """What was withdrawn is not for the public."""
    with site(graph, audience="public") as public:
        answer = public.get(PATH, params={"area": "名張市", **DAYS})

    assert (answer.status_code, bool(answer.json()["advice"])) == (403, True)


@pytest.mark.parametrize(("language", "came", "said"), [("ja", "記録に加わったもの", "20に満たず"), ("en", "What came", "Fewer than 20")])
def test_the_page_tells_the_same(client: TestClient, language: str, came: str, said: str) -> None:
    """What came, by which source, why nothing is tested, and the form as it was filled in; figures first, long lists folded and by name."""
    page = client.get("/areas/名張市/between", params={"lang": language, **DAYS}).text
    wrong = client.get("/areas/名張市/between", params={"lang": language, "first": "2026-09-02", "second": "2026-05-01"}).text
    tested = client.get("/areas/伊賀市/between", params={"lang": language, **DAYS}).text

    assert page.index("<table") < page.index(f"<h2>{came}")
    assert '<details class="part"' not in page.partition("<main")[2]
    names = re.findall(r"<li>(第\d+の会 ⋯ 第\d+の会)", tested.partition('<details class="part">')[2].partition("</details>")[0])
    assert len(names) > FOLDED_ABOVE
    assert names == sorted(names)
    assert all(part in page for part in (came, said, "新しい会", "なくなる会", "見本の資料", 'value="2026-05-01"'))
    assert 'role="alert"' in wrong
    assert 'value="2026-09-02"' in wrong
    assert ("偶然とは言えない" if language == "ja" else "more than chance (p") in tested
    assert "between_days." not in page + wrong + tested
