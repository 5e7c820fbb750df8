"""Facts that do not fit the model are refused before anything is written."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from graph.areas import area_index
from graph.checking import EndsSeen, check
from graph.errors import LoadStopped
from graph.facts import Fact, Quotation
from graph.model.councils import Council
from graph.model.definitions import Node, Relationship
from graph.model.needs import Addresses, Need
from graph.model.organizations import Organization
from graph.model.places import OperatesIn
from graph.model.services import Provides, Service
from tests.generated_graphs import generated_loads

BODY, SERVICE = Organization(key="organization|a", name="い"), Service(key="service|x", name="ろ")
TIE = Provides(start=BODY.reference, end=SERVICE.reference)
QUOTED = (Quotation(quote="い", extractor="sample", row=2),)


def facts(*things: Node | Relationship) -> list[Fact]:
    return [Fact(what=one, evidence=QUOTED) for one in things]


def refusal(stated: Iterable[Fact]) -> str | None:
    """Why the facts are refused; None where they are taken."""
    try:
        check(stated)
    except LoadStopped as refused:
        return refused.key
    return None


@pytest.mark.parametrize(
    ("stated", "key"),
    [
        ([Fact(what=BODY, evidence=())], "fact_without_evidence"),
        ([Fact(what=BODY, evidence=(Quotation(quote="", extractor="sample"),))], "fact_without_evidence"),
        (facts(Organization(key="organization|a", name="い", visibility="secret")), "visibility_unknown"),
        (facts(BODY, TIE), "end_without_fact"),
        (facts(BODY, Council(key=SERVICE.key, name="ろ"), TIE), "end_without_fact"),
        (facts(BODY, SERVICE, Provides(start=SERVICE.reference, end=SERVICE.reference)), "end_not_allowed"),
    ],
)
def test_what_does_not_fit_is_refused(stated: list[Fact], key: str) -> None:
    """No evidence, an unknown level, an end that nothing states, or one of a kind that the relationship does not have."""
    assert refusal(stated) == key


def test_the_order_makes_no_difference() -> None:
    """A relationship may stand before its ends."""
    assert refusal(facts(TIE, SERVICE, BODY)) is None
    assert [refusal(tuple(reversed(load.facts))) for load in generated_loads(0)] == [None, None]


def test_coded_areas_need_no_fact() -> None:
    """They come with the program."""
    assert refusal(facts(BODY, OperatesIn(start=BODY.reference, end=area_index().resolve("伊賀市").area.reference))) is None


def test_a_second_label_is_an_end_too() -> None:
    """A body that is a council is found under both; what was not stated is not."""
    seen = EndsSeen()
    seen.see(Fact(what=BODY, also=Council(key=BODY.key, name="い"), evidence=QUOTED))
    assert seen.has(BODY.id)
    assert not seen.has(SERVICE.id)


def test_a_copy_may_end_at_a_kind_that_is_not_told() -> None:
    """What was held against the model when it was read first: the end may be a council for fewer people than it is a body."""
    need = Need(key="need|x", name="困りごと")
    tie = Addresses(start=BODY.reference, end=need.reference)
    copied = (replace(QUOTED[0], copy_of=("evidence",)),)
    check([*facts(BODY, need), Fact(what=tie, evidence=copied)])
    with pytest.raises(LoadStopped) as refused:
        check([*facts(BODY, need), Fact(what=tie, evidence=(*copied, *QUOTED))])
    assert refused.value.key == "end_not_allowed"
