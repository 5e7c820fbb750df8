"""What is typed in and does not fit: refused with its reason and advice, and nothing is written."""

from datetime import date

import pytest

from graph.by_hand.needs import TypedNeed
from graph.by_hand.organizations import TypedOrganization
from graph.by_hand.saying import Saying
from graph.by_hand.seats import TypedSeat
from graph.by_hand.services import TypedService
from graph.by_hand.ties import TypedTie
from graph.by_hand.typed import Typed
from graph.connection import Graph
from graph.errors import QueryMisused
from graph.messages import Messages
from tests.building import TODAY
from tests.engines import facts_of
from tests.integration.graph.by_hand.typed_in import KINDS, SAID, type_in


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
