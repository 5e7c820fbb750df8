"""Facts typed in: each kind in the graph with its evidence, repeatable, and taken back to exactly the graph before."""

from collections.abc import Callable
from datetime import date

import pytest

from graph import loads
from graph.by_hand.needs import TypedNeed
from graph.by_hand.organizations import TypedOrganization
from graph.by_hand.saying import Saying
from graph.by_hand.services import TypedService
from graph.by_hand.ties import TYPES, TypedTie
from graph.connection import Graph
from graph.consistency import faults
from graph.fact_export import facts
from tests.building import TODAY, Town, answer, names
from tests.engines import facts_of, fingerprint
from tests.integration.graph.by_hand.typed_in import KINDS, type_in
from tests.integration.graph.by_hand.what_is_stated import stated, without_loads


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_added_once_and_taken_back_to_exactly_the_graph_before(graph: Graph, kind: str) -> None:
    """Also where it says more about what others stated; the second time writes nothing at all, and a trial neither."""
    # Arrange
    before = fingerprint(graph)

    # Act
    tried = type_in(graph, KINDS[kind], dry_run=True)
    after_trial = fingerprint(graph)
    added = type_in(graph, KINDS[kind])
    once = fingerprint(graph)
    again = type_in(graph, KINDS[kind])
    twice = fingerprint(graph)
    sound = faults(graph)
    loads.undo(graph, added.load, by="coordinator")

    # Assert
    assert (tried.load, tried.is_changed, tried.facts) == (None, True, added.facts)
    assert after_trial == before
    assert added.load is not None
    assert once != before
    assert (again.load, again.is_changed) == (None, False)
    assert twice == once
    assert sound == []
    assert stated(graph) == without_loads(before)


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize("kind", KINDS)
def test_every_fact_has_its_evidence_with_role_and_day(graph: Graph, kind: str) -> None:
    """In the export: the words, the rule by_hand, and a place that says who said it and when; members see it, the public does not."""
    # Arrange
    saying = Saying(said_by="民生委員", on=date(2026, 11, 19), words="そう聞いた")

    # Act
    added = type_in(graph, KINDS[kind], saying)
    shown = {one["id"]: one for one in facts(graph, ["public", "members"])}
    public = [row for one in facts(graph, ["public"]) for row in one["evidence"]]

    # Assert
    for fact in added.facts:
        found = [row for row in shown[fact.id]["evidence"] if row["extractor"] == "by_hand"]
        assert [(row["quote"], row["place"], row["source"]) for row in found] == [
            ("そう聞いた", "said by 民生委員, 2026-11-19", added.dataset)
        ]
    assert not [row for row in public if row["extractor"] == "by_hand"]


def test_a_need_that_is_typed_in_is_asked_for_a_service(graph: Graph, town: Town) -> None:
    """It appears among the needs without a service, and leaves when a service that answers it is typed in."""
    # Arrange
    area = town.area.name

    # Act
    type_in(graph, TypedNeed(area=area, text="除雪"))
    found = answer(graph, "needs_without_service", area=area)
    type_in(graph, TypedService(name="雪かき隊", by="いろは会", area=area, categories=("除雪",)))
    answered = answer(graph, "needs_without_service", area=area)

    # Assert
    assert "除雪" in names(found, "need")
    assert "除雪" not in names(answered, "need")


@pytest.mark.parametrize("type_", TYPES)
def test_every_type_of_tie_is_between_organisations(graph: Graph, town: Town, type_: str) -> None:
    """With the direction in which it was typed, or none."""
    added = type_in(graph, TypedTie(start="いろは会", end="にほへ会", type=type_, area=town.area.name))

    assert [(fact.kind, fact.is_new) for fact in added.facts] == [(TYPES[type_][0].type, True)]
    assert faults(graph) == []


HOSTILE = ("'; MATCH (n) DETACH DELETE n; //", "{id: 'x'}", "$visible", "<script>alert(1)</script>", '"} RETURN 1', "%s {name} \\u0027")


@pytest.mark.parametrize("text", HOSTILE)
def test_what_looks_like_code_is_text(graph: Graph, text: str) -> None:
    """As a name, as words and as a body to look for: kept to the character, and nothing else happens."""
    # Act
    added = type_in(graph, TypedOrganization(name=text, area="名張市"), Saying(said_by="住民", on=TODAY, words=text))
    other = type_in(graph, TypedOrganization(name="いろは会", area="名張市"))
    tied = type_in(graph, TypedTie(start=text, end="いろは会", kind=text))

    # Assert
    assert {one["name"] for one in facts_of(graph, "Organization")} == {text, "いろは会"}
    assert {one["quote"] for one in facts_of(graph, "Evidence") if one["dataset"] == added.dataset} == {text}
    assert other.is_changed
    assert tied.is_changed
    assert faults(graph) == []


def test_a_public_fact_keeps_the_values_of_its_public_sources(graph: Graph, town: Town) -> None:
    """What members were told stays on its evidence; said for everybody, the newest saying counts."""
    # Arrange
    ended = TypedService(name="送迎", by="いろは会", area=town.area.name, status="ended")
    status: Callable[[], list[str]] = lambda: [one["status"] for one in facts_of(graph, "Service")]  # noqa: E731

    # Act
    type_in(graph, ended, Saying(said_by="社協職員", on=TODAY))
    for_members = status()
    type_in(graph, ended, Saying(said_by="社協職員", on=TODAY, words="終わった", visibility="public"))

    # Assert
    assert for_members == ["running"]
    assert len(status()) == 1
