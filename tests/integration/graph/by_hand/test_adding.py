"""Facts typed in: each kind in the graph with its evidence, repeatable, and taken back to exactly the graph before."""

from collections.abc import Callable
from datetime import date

import pytest

from graph import evidence, loads, merging, withdrawn
from graph.by_hand.added import Added
from graph.by_hand.adding import add
from graph.by_hand.needs import TypedNeed
from graph.by_hand.organizations import TypedOrganization
from graph.by_hand.saying import Saying
from graph.by_hand.seats import TypedSeat
from graph.by_hand.services import TypedService
from graph.by_hand.ties import TYPES, TypedTie
from graph.by_hand.typed import Typed
from graph.connection import Graph
from graph.consistency import faults
from graph.errors import QueryMisused
from graph.fact_export import facts
from graph.messages import Messages
from graph.reading import Reader
from tests.building import TODAY, Town, answer, names
from tests.engines import facts_of, fingerprint

SAID = Saying(said_by="社協職員", on=date(2026, 11, 20))
WORDS = Messages(("graph",), "ja")
BOOKKEEPING = {"Load", "Withdrawn", "Source"}
KINDS: dict[str, Typed] = {
    "organization": TypedOrganization(name="とちり会", area="名張市", types=("NPO",), kana="とちりかい"),
    "tie": TypedTie(start="いろは会", end="にほへ会", kind="連携", area="名張市"),
    "seat": TypedSeat(body="いろは会", council="協議体", role="事務局", since=date(2026, 4, 1), area="名張市"),
    "service": TypedService(name="買い物バス", by="いろは会", area="名張市", covers=("名張市",), categories=("SHOPBUS",), days="火曜"),
    "need": TypedNeed(area="名張市", text="通院の足がない", count=7, answered_by="送迎"),
    "known organization": TypedOrganization(name="いろは会", area="名張市", types=("VOL",)),
    "known service": TypedService(name="送迎", by="いろは会", area="名張市", status="ended"),
    "known need": TypedNeed(area="名張市", text="買い物に困る", codes=("N_SHOP",)),
}


@pytest.fixture
def town(graph: Graph) -> Town:
    """Two bodies, one with a service, a council and a need, from a public source."""
    town = Town()
    one, _other = town.bodies("いろは会", "にほへ会")
    town.council("協議体")
    town.service("送迎", "TRANS", by=[one])
    town.need("N_SHOP")
    town.into(graph)
    return town


def type_in(graph: Graph, typed: Typed, saying: Saying = SAID, *, audience: str = "restricted", dry_run: bool = False) -> Added:
    return add(Reader(graph, audience=audience, today=TODAY), typed, saying, words=WORDS, dry_run=dry_run)


def stated(graph: Graph) -> set[str]:
    """The graph without what is written about loads."""
    return without_loads(fingerprint(graph))


def without_loads(everything: set[str]) -> set[str]:
    """The lines of a fingerprint that say what is stated."""
    return {line for line in everything if not any(line.startswith(f"['{label}']") for label in BOOKKEEPING)}


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


@pytest.mark.usefixtures("town")
def test_an_older_saying_is_taken_back_while_newer_ones_stay(graph: Graph) -> None:
    """Nothing that was added since stands on it, and none retires another."""
    # Arrange
    first = type_in(graph, KINDS["organization"])
    without = {one["name"] for one in facts_of(graph, "Organization")} - {"とちり会"}
    second = type_in(graph, KINDS["tie"])
    third = type_in(graph, KINDS["tie"], Saying(said_by="民生委員", on=date(2026, 11, 1)))

    # Act
    loads.undo(graph, first.load, by="coordinator")
    bodies = {one["name"] for one in facts_of(graph, "Organization")}
    loads.undo(graph, second.load, by="coordinator")
    (tie,) = [one for one in facts(graph, ["public", "members"]) if one.get("type") == "COLLABORATES_WITH"]

    # Assert
    assert bodies == without
    assert [row["source"] for row in tie["evidence"]] == [third.dataset]
    assert faults(graph) == []


@pytest.mark.usefixtures("town")
def test_what_was_taken_back_can_be_said_again_and_keeps_its_review(graph: Graph) -> None:
    """The same ids, confirmed as before; then nothing more to write."""
    # Arrange
    added = type_in(graph, KINDS["organization"])
    once = stated(graph)
    for one in facts_of(graph, "Evidence"):
        if one["dataset"] == added.dataset:
            evidence.confirm(graph, one["id"], by="coordinator")
    confirmed = {one["id"]: one["review"] for one in facts_of(graph, "Evidence") if one["dataset"] == added.dataset}

    # Act
    loads.undo(graph, added.load, by="coordinator")
    again = type_in(graph, KINDS["organization"])
    third = type_in(graph, KINDS["organization"])

    # Assert
    assert again.load != added.load
    assert {one["id"]: one["review"] for one in facts_of(graph, "Evidence") if one["dataset"] == added.dataset} == confirmed
    assert set(confirmed.values()) == {"confirmed"}
    assert {one["put_back_at"] is not None for one in facts_of(graph, "Withdrawn")} == {True}
    assert third.is_changed is False
    assert len(stated(graph)) == len(once)


@pytest.mark.usefixtures("town")
def test_what_was_rejected_is_not_said_again_in_the_same_words(graph: Graph) -> None:
    """The refusal names the evidence to reopen; another day is another saying; reopened, it is there and nothing is to write."""
    # Arrange
    added = type_in(graph, KINDS["tie"])
    (one,) = [row for row in facts_of(graph, "Evidence") if row["dataset"] == added.dataset]
    evidence.reject(graph, one["id"], by="coordinator", reason="別の団体のこと")

    # Act
    with pytest.raises(QueryMisused, match="said_and_rejected") as raised:
        type_in(graph, KINDS["tie"])
    other_day = type_in(graph, KINDS["tie"], Saying(said_by="社協職員", on=date(2026, 11, 21)))
    evidence.reopen(graph, one["id"], by="coordinator")

    # Assert
    assert raised.value.values == {"id": one["id"], "reason": "別の団体のこと"}
    assert other_day.is_changed
    assert type_in(graph, KINDS["tie"]).is_changed is False
    assert faults(graph) == []


def test_a_merge_takes_typed_in_facts_along_and_gives_them_back(graph: Graph, town: Town) -> None:
    """The tie moves with its body; the same said again under the old name changes nothing; undone, all is as before."""
    # Arrange
    new = type_in(graph, TypedOrganization(name="いろはの会", area=town.area.name))
    type_in(graph, TypedTie(start="いろはの会", end="にほへ会", area=town.area.name))
    before = stated(graph)
    kept = next(one["id"] for one in facts_of(graph, "Organization") if one["name"] == "いろは会")

    # Act
    decision = merging.merge(graph, kept, new.facts[0].id, by="coordinator", reason="同じ会")
    again = type_in(graph, TypedTie(start="いろはの会", end="にほへ会", area=town.area.name))
    same_body = type_in(graph, TypedOrganization(name="いろはの会", area=town.area.name))
    (tie,) = [one for one in facts(graph, ["public", "members"]) if one.get("type") == "COLLABORATES_WITH"]
    sound = faults(graph)
    merging.undo(graph, decision.id, by="coordinator")

    # Assert
    assert again.is_changed is False
    assert same_body.is_changed is False
    assert kept in {tie["start"], tie["end"]}
    assert sound == []
    assert {line for line in stated(graph) if not line.startswith("['Merge']")} == before


@pytest.mark.usefixtures("town")
def test_what_left_by_an_undo_can_be_put_back(graph: Graph) -> None:
    """As any load: the record restores fact and evidence, and the graph is sound."""
    # Arrange
    added = type_in(graph, KINDS["tie"])
    loads.undo(graph, added.load, by="coordinator")

    # Act
    withdrawn.restore(graph, withdrawn.listed(graph)[0].id, by="coordinator")

    # Assert
    assert type_in(graph, KINDS["tie"]).is_changed is False
    assert faults(graph) == []


@pytest.mark.parametrize("type_", TYPES)
def test_every_type_of_tie_is_between_organisations(graph: Graph, town: Town, type_: str) -> None:
    """With the direction in which it was typed, or none."""
    added = type_in(graph, TypedTie(start="いろは会", end="にほへ会", type=type_, area=town.area.name))

    assert [(fact.kind, fact.is_new) for fact in added.facts] == [(TYPES[type_][0].type, True)]
    assert faults(graph) == []


def refused(graph: Graph, typed: Typed, saying: Saying = SAID) -> QueryMisused:
    """The refusal of what is typed in, which leaves the graph untouched."""
    before = facts_of(graph, "Evidence", "Load", "Source", "Withdrawn")
    with pytest.raises(QueryMisused) as raised:
        type_in(graph, typed, saying)
    assert facts_of(graph, "Evidence", "Load", "Source", "Withdrawn") == before
    return raised.value


MISUSES: dict[str, Typed] = {
    "tie_to_itself": TypedTie(start="いろは会", end="いろは会"),
    "tie_not_for_this": TypedTie(start="いろは会", end="協議体", type="commissions"),
    "tie_without_wording": TypedTie(start="いろは会", end="にほへ会", type="funds", kind="助成"),
    "not_one_of": TypedTie(start="いろは会", end="にほへ会", type="likes"),
    "body_not_found": TypedTie(start="いろは会", end="どこにもない会"),
    "council_not_found": TypedSeat(body="いろは会", council="にほへ会"),
    "service_not_found": TypedNeed(area="名張市", text="除雪", answered_by="雪かき隊"),
    "since_after_saying": TypedSeat(body="いろは会", council="協議体", since=date(2026, 12, 1)),
    "unknown_area": TypedOrganization(name="とちり会", area="どこにもない市"),
    "area_ambiguous": TypedNeed(area="府中市", text="除雪"),
    "unknown_code": TypedOrganization(name="とちり会", area="名張市", types=("鯨",)),
    "need_of_no_code": TypedNeed(area="名張市", text="鯨"),
    "corporate_number_wrong": TypedOrganization(name="とちり会", area="名張市", corporate_number="1234567890123"),
    "count_too_small": TypedNeed(area="名張市", text="除雪", count=0),
    "typed_nothing": TypedOrganization(name=" ", area="名張市"),
    "typed_unseen": TypedService(name="買い物\nバス", by="いろは会", area="名張市"),
}


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize("key", MISUSES)
def test_what_does_not_fit_is_refused_and_nothing_is_written(graph: Graph, key: str) -> None:
    """Each with its own reason and advice in both languages."""
    error = refused(graph, MISUSES[key])

    assert error.key == key
    for language in ("ja", "en"):
        words = Messages(("graph",), language)
        assert "{" not in words.what_happened(error) + words.what_to_do(error)


@pytest.mark.usefixtures("town")
def test_a_saying_of_tomorrow_or_of_a_person_is_refused(graph: Graph) -> None:
    """Before anything is looked up; and a few people are not counted in public."""
    tomorrow = Saying(said_by="住民", on=date(2026, 11, 24))
    public = Saying(said_by="住民", on=TODAY, visibility="public")

    assert refused(graph, KINDS["tie"], tomorrow).key == "said_in_the_future"
    assert refused(graph, KINDS["tie"], Saying(said_by="山田太郎", on=TODAY)).key == "said_by_no_role"
    assert refused(graph, TypedNeed(area="名張市", text="除雪", count=4), public).key == "count_too_few_for_public"


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
