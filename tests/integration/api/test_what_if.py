"""Changes that people name, tried out through the API and the page: as if the graph were edited, and nothing is written."""

import re
from html import unescape
from typing import Any

import pytest

from graph.bodies_drawn import drawn
from graph.connection import Graph
from graph.metrics.figures_changed import Figures
from graph.model.places import PartOf
from graph.model.services import Provides
from graph.model.ties import CollaboratesWith, Supports
from graph.network import Network
from graph.reading import Reader
from tests.building import Town, examples_of, exhaustive_for
from tests.engines import TestDatabase, fingerprint
from tests.integration.api.sites import HOSTILE, site

AREA, EDITED = "名張市", "伊賀市"
PATH = "/api/v1/what-if"
CHANGES = {
    "add_tie": ["新しい会", "い会", "は会", "に会"],
    "remove_tie": ["ろ会", "は会"],
    "add_body": ["新しい会"],
    "remove_body": ["とちゅう会"],
}


def as_recorded() -> Town:
    """A line of bodies with a cut point that has a part; two bodies alone, two kinds of tie, a kind of actor, a council."""
    town = Town(AREA)
    one, two, three, four = town.bodies("い会", "ろ会", "は会", "に会")
    cut, part, alone, hostile = town.bodies("とちゅう会", "とちゅう会支部", "ひとり会", HOSTILE)
    kind = town.body("自治会", generic=True)
    for start, end in ((one, two), (cut, one), (part, four), (kind, one)):
        town.join(CollaboratesWith, start, end)
    town.join(Supports, two, three)
    town.join(PartOf, part, cut)
    service = town.service("見守り", "SALON", by=[two])
    town.join(Provides, three, service)
    town.council("見本協議体", members=[alone, three, hostile])
    return town


def as_edited() -> Town:
    """The same with the changes really made."""
    town = Town(EDITED)
    one, two, three, four = town.bodies("い会", "ろ会", "は会", "に会")
    new, *_ = town.bodies("新しい会", "ひとり会", HOSTILE)
    for start, end in ((one, two), (new, one), (three, four)):
        town.join(CollaboratesWith, start, end)
    return town


@pytest.fixture(scope="module")
def graph(embedded_database: TestDatabase) -> Graph:
    """Two towns: one as recorded, one as it would be; and one of which sources only list members."""
    graph = embedded_database.empty()
    as_recorded().into(graph, exhaustive_for("ties", "seats"), dataset="recorded")
    as_edited().into(graph, exhaustive_for("ties"), dataset="edited")
    members = Town("津市")
    members.council("津の協議体", members=members.bodies("津一会", "津二会", "津三会"))
    members.into(graph, examples_of("ties", "seats"), dataset="members")
    return graph


def asked(graph: Graph, **query: Any) -> dict[str, Any]:
    with site(graph, read_only=True) as client:
        answer = client.get(PATH, params={"area": AREA} | query)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_every_figure_is_that_of_the_graph_really_edited(graph: Graph) -> None:
    """Several changes at once; where nothing may be written too, and nothing is."""
    # Arrange
    before = fingerprint(graph)
    row = Reader(graph).rows("networks", "bodies_and_ties", area=EDITED)[0]
    expected = Figures.of(drawn(Network.of(row)))

    # Act
    found = asked(graph, **CHANGES)

    # Assert
    figures = {one["figure"]: (one["before"], one["after"], one["changed"]) for one in found["figures"]}
    assert {name: after for name, (_, after, _) in figures.items()} == expected.of_network
    assert (figures["bodies"], figures["ties"], figures["components"]) == ((7, 7, False), (4, 3, True), (3, 4, True))
    assert [(one["change"], one["a"], one["b"]) for one in found["changes"]][:2] == [
        ("remove_body", "とちゅう会", None),
        ("add_body", "新しい会", None),
    ]
    bodies = {one["name"]: (one["before"], one["after"]) for one in found["bodies"]}
    assert bodies["とちゅう会"][1] is None
    assert bodies["新しい会"] == (None, {"ties": 1, "effective_size": 1, "constraint": 1})
    assert "ひとり会" not in bodies
    assert {one["name"] for one in found["cut_points"]["no_longer"]} == {"ろ会"}
    assert fingerprint(graph) == before


def test_the_best_introductions_come_with_their_method_and_what_speaks_for_them(graph: Graph) -> None:
    """Benefit and plausibility apart, the evidence of the shared council, and every figure with them."""
    # Act
    found = asked(graph, introduce=2)
    plausible = asked(graph, introduce=1, objective="within_two", only_plausible=True)

    # Assert
    sought = found["introductions"]
    figures = {one["figure"]: one["after"] for one in found["figures"]}
    assert (sought["method"], sought["value"], len(sought["pairs"]), figures["components"]) == ("exact_for_components", 2, 2, 1)
    (pair,) = plausible["introductions"]["pairs"]
    assert plausible["introductions"]["method"] == "exact"
    assert pair["plausibility"]["shared_councils"] == ["見本協議体"]
    assert pair["benefit"]["pairs_within_two_steps"] == plausible["introductions"]["value"]
    assert pair["evidence"]
    assert "score" not in str(found)


def test_the_public_does_not_get_it(graph: Graph) -> None:
    """Neither the answer nor the form: what a loss would part is for members."""
    with site(graph, audience="public") as client:
        answer, page = client.get(PATH, params={"area": AREA}), client.get(f"/areas/{AREA}/bridging", params={"introduce": 1})
        picture = client.get(f"/areas/{AREA}/bridging/picture", params={"introduce": 1})

    assert (answer.status_code, bool(answer.json()["advice"]), picture.status_code) == (403, True, 403)
    assert 'name="add_tie"' not in page.text
    assert "ひとり会" not in page.text.partition("<main")[2]


def test_where_sources_list_members_just_that_is_answered(graph: Graph) -> None:
    """No figure, and why."""
    found = asked(graph, area="津市", introduce=1)

    assert (found["figures"], found["introductions"], [note["code"] for note in found["notes"]]) == ([], None, ["few_ties_recorded"])


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ({"add_tie": ["い会"]}, 400, "そろって"),
        ({"add_tie": ["い会", "い会"]}, 400, "それ自身"),
        ({"add_tie": ["い会", "ろ会"]}, 400, "もう記載"),
        ({"add_tie": ["とちゅう会", "に会"]}, 400, "もう記載"),
        ({"remove_tie": ["い会", "に会"]}, 400, "見つかりません"),
        ({"add_tie": ["い会", "とちゅう会支部"], "remove_body": ["とちゅう会"]}, 400, "外してみる"),
        ({"add_tie": ["い会", "自治会"]}, 400, "種類としての"),
        ({"add_tie": ["い会", "見本協議体"]}, 400, "会議体"),
        ({"add_body": ["ひとり会"]}, 400, "もう記録"),
        ({"remove_body": ["ない会"]}, 404, "ない会"),
        ({"area": "三重県", "introduce": 1}, 400, "市区町村ごと"),
    ],
)
def test_what_cannot_be_tried_out_is_refused_with_the_way_out(graph: Graph, query: dict[str, Any], status: int, said: str) -> None:
    """Which names, why, and what to do."""
    with site(graph) as client:
        answer = client.get(PATH, params={"area": AREA} | query)

    assert (answer.status_code, said in answer.json()["detail"], bool(answer.json()["advice"])) == (status, True, True)


@pytest.mark.parametrize(
    ("language", "said"), [("ja", ("試算の結果", "たどれるまとまりの数")), ("en", ("What would change", "components"))]
)
def test_the_page_shows_what_would_change_and_keeps_what_was_typed(graph: Graph, language: str, said: tuple[str, ...]) -> None:
    """A form that works without scripts; ghosts for what is tried out; a hostile name stays text."""
    # Act
    with site(graph) as client:
        page = client.get(f"/areas/{AREA}/bridging", params={"lang": language, **CHANGES, "introduce": 1}).text
        (source,) = re.findall(r'<iframe class="picture" src="([^"]+)"', page)
        picture = client.get(unescape(source)).text

    # Assert
    outcome = page.partition('id="outcome"')[2]
    assert all(part.lower() in outcome.lower() for part in said)
    assert page.count('value="新しい会" maxlength') == 2
    assert '<form class="typing" method="get"' in page
    assert HOSTILE not in page
    assert "what_if." not in page
    assert picture.count('"stroke":"proposed"') >= 3
    assert "とちゅう会" not in re.sub(r'"title":"[^"]*"', "", picture)


def test_the_page_says_what_is_wrong_beside_the_form(graph: Graph) -> None:
    """With the way out, everything still filled in, and no outcome."""
    with site(graph) as client:
        page = client.get(f"/areas/{AREA}/bridging", params={"add_tie": ["い会", "ない会"]})

    assert page.status_code == 200
    assert "「ない会」" in page.text
    assert 'value="ない会"' in page.text
    told = page.text.partition('class="refused card"')[2].partition("</div>")[0]
    assert "「団体を加えてみる」" in told
    assert "tsunagu" not in told
    assert "試算の結果" not in page.text
    assert "「ない会」" in page.text.partition('id="outcome"')[2].partition("</div>")[0]


@pytest.mark.parametrize(("language", "said"), [("ja", "どれか一つ"), ("en", "at least one")])
def test_a_form_that_was_sent_blank_stays_open_and_says_so(graph: Graph, language: str, said: str) -> None:
    """Where the form leads to; a page that was only opened says nothing of it, and the form is folded."""
    blank = {"add_tie": ["", " "], "add_body": [""], "introduce": 0, "objective": "components"}
    with site(graph) as client:
        sent = client.get(f"/areas/{AREA}/bridging", params={"lang": language, **blank}).text
        opened = client.get(f"/areas/{AREA}/bridging", params={"lang": language}).text

    assert re.search(r'<form class="typing" method="get" action="[^"]+/bridging#outcome"', sent)
    assert said in sent.partition('id="outcome"')[2].partition("</p>")[0]
    assert re.search(r"<details open><summary>[^<]+</summary>\s*<form class=\"typing\"", sent)
    assert 'id="outcome"' not in opened
    assert re.search(r"<details><summary>[^<]+</summary>\s*<form class=\"typing\"", opened)
