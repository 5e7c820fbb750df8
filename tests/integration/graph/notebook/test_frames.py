"""Frames for researchers: what is seen by whom, and what an answer rests on, alike on both engines."""

import pytest

from graph.connection import Graph
from graph.errors import QueryMisused
from graph.model.ties import CollaboratesWith
from graph.notebook import frame, gap, nodes, ties
from graph.query_files import question
from graph.reading import Reader
from tests.building import Town, examples_of

pytest.importorskip("pandas", reason="the notebook extra is not installed")


@pytest.fixture
def filled(graph: Graph) -> Graph:
    """Three bodies in a ring, one on its own with a tie that is said to be absent, and one for members."""
    town = Town("名張市")
    first, *_ = town.ring("いろは会", "ふれあい会", "すずらん会")
    alone = town.body("ひとり会")
    town.join(CollaboratesWith, alone, first, state="absent")
    town.body("会員だけの会", visibility="members")
    town.service("配食", "SHOP", by=[first])
    town.into(graph, examples_of("ties"))
    return graph


def test_nodes_of_an_area_have_kind_place_and_visibility(filled: Graph) -> None:
    """A row each; the public's, unless members are named."""
    found, of_members = nodes(filled, area="名張市"), nodes(filled, area="名張市", audience="members")

    assert dict(found.groupby("kind").size()) == {"Organization": 4, "Service": 1}
    assert set(found["area"]) == {"三重県名張市"}
    assert set(found["visibility"]) == {"public"}
    assert set(of_members["name"]) - set(found["name"]) == {"会員だけの会"}
    assert found.attrs == {"area": "名張市", "audience": "public"}


def test_ties_name_both_ends_and_what_is_said_to_be_absent(filled: Graph) -> None:
    """Four between bodies, one of them absent, and one to a service."""
    found = ties(filled, area="名張市")

    assert dict(found.groupby("type").size()) == {"COLLABORATES_WITH": 4, "PROVIDES": 1}
    assert [set(pair) for pair in found.loc[found["state"] == "absent", ["start_name", "end_name"]].to_numpy()] == [
        {"ひとり会", "いろは会"}
    ]
    assert set(found["start"]) | set(found["end"]) <= set(nodes(filled, area="名張市")["id"])


def test_a_gap_keeps_its_population_and_notes(filled: Graph) -> None:
    """What was asked, of how many, with which parameters, for whom; and the rows are the reader's."""
    found = gap(filled, "actors_without_ties", area="名張市", audience="members")

    assert set(found["name"]) == {"ひとり会", "会員だけの会"}
    assert tuple(found.columns) == question("gaps", "actors_without_ties").returns
    answer = Reader(filled, audience="members").answer("actors_without_ties", area="名張市")
    assert found.attrs["population"] == answer.population == 5
    assert [(note["code"], note["area"], note["values"]) for note in found.attrs["notes"]] == [
        ("one_source", "三重県名張市", {"title": "見本の資料"})
    ]
    assert found.attrs["question_ja"].endswith("か")
    assert (found.attrs["gap"], found.attrs["audience"]) == ("actors_without_ties", "members")


def test_a_question_for_members_says_so_to_the_public(filled: Graph) -> None:
    """No row, and the note why: an empty frame alone would look like an answer."""
    found = gap(filled, "actors_without_ties", area="名張市")

    assert (len(found), found.attrs["population"]) == (0, 0)
    assert tuple(found.columns) == question("gaps", "actors_without_ties").returns
    assert [note["code"] for note in found.attrs["notes"]] == ["for_members"]


def test_a_frame_of_any_question_has_the_declared_columns(filled: Graph) -> None:
    """Rows of a gap and of a lookup."""
    assert list(frame(filled, "gaps", "actors_without_ties", area="名張市", audience="members")["sources_that_could_show"]) != []
    assert tuple(frame(filled, "lookups", "sources", area="名張市").columns) == question("lookups", "sources").returns


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda graph: nodes(graph, area="どこにもない市"), "どこにもない市"),
        (lambda graph: ties(graph, audience="みんな"), "みんな"),
        (lambda graph: gap(graph, "no_such_gap"), "no_such_gap"),
        (lambda graph: gap(graph, "stale", area="名張市", moths=3), "moths"),
    ],
)
def test_errors_are_worded_where_no_door_does(filled: Graph, ask: object, said: str) -> None:
    """What happened and what to do stands on the error in Japanese and English."""
    with pytest.raises(QueryMisused) as raised:
        ask(filled)  # type: ignore[operator]

    japanese, english = raised.value.__notes__
    assert said in japanese
    assert said in english
    assert "。" in japanese
    assert "{" not in japanese + english
