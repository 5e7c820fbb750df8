"""The picture in one sentence."""

import pytest

from graph.messages import LANGUAGES, Messages
from graph.model.joining import BETWEEN_BODIES
from tests.unit.visualizations.pictures import organization, sample, thing, tie
from visualizations.contract import Picture, PictureTie
from visualizations.summary import Summary, sentence, summarise


def picture(*ties: PictureTie, generic: str = "") -> Picture:
    bodies = tuple(organization(name, name, generic=name in generic) for name in "abcd")
    return Picture(title="図", nodes=(*bodies, thing("s", "Service", "便"), thing("k", "Council", "協議体")), ties=ties)


@pytest.mark.parametrize("tie_type", sorted(BETWEEN_BODIES))
def test_each_kind_of_tie_joins_two_organisations(tie_type: str) -> None:
    """One tie, and the two others are without."""
    assert summarise(picture(tie(tie_type, "a", "b"))) == Summary(organizations=4, bodies=4, ties=1, named_ties=1, without_tie=2)


@pytest.mark.parametrize("tie_type", ["PROVIDES", "SUPPORTS", "FUNDS", "ESTABLISHED"])
def test_two_bodies_behind_one_service_are_tied(tie_type: str) -> None:
    """The service joins them, whatever each does for it."""
    assert summarise(picture(tie("PROVIDES", "a", "s"), tie(tie_type, "b", "s"))) == Summary(
        organizations=4, bodies=4, ties=1, named_ties=1, without_tie=2
    )


def test_a_shared_council_is_not_a_tie() -> None:
    """Two bodies that only sit on one council are still without a recorded tie."""
    assert summarise(picture(tie("MEMBER_OF", "a", "k"), tie("MEMBER_OF", "b", "k"))).ties == 0


def test_a_tie_with_a_council_does_not_join_two_organisations() -> None:
    """Handing a matter on to a council is no tie between bodies."""
    assert summarise(picture(tie("REFERS_TO", "a", "k"))).ties == 0


def test_a_tie_recorded_as_absent_or_proposed_is_none() -> None:
    """What a source denies and what nobody has done yet are not counted."""
    ties = [tie("COLLABORATES_WITH", "a", "b", state=state) for state in ("absent", "proposed")]

    assert summarise(picture(*ties)).ties == 0


def test_two_records_of_one_pair_are_one_tie() -> None:
    """Counted are pairs, in whichever direction."""
    assert summarise(picture(tie("FUNDS", "a", "b"), tie("COMMISSIONS", "b", "a"))).ties == 1


def test_a_kind_of_body_is_not_counted_but_a_tie_with_it_is() -> None:
    """自治会 as a kind is no body; whoever works with it is not without a tie."""
    assert summarise(picture(tie("SUPPORTS", "a", "b"), generic="b")) == Summary(
        organizations=4, bodies=3, ties=1, named_ties=0, without_tie=2
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_sources_that_list_members_give_no_number_without_ties(language: str) -> None:
    """Fewer ties than half the bodies say nothing about those without."""
    words = Messages(("visualizations",), language)

    assert "91" not in sentence(Summary(organizations=95, bodies=95, ties=2, named_ties=2, without_tie=91), words)
    assert "91" in sentence(Summary(organizations=95, bodies=95, ties=48, named_ties=48, without_tie=91), words)


def test_the_sentence_of_the_sample() -> None:
    """As a coordinator reads it."""
    words = Messages(("visualizations",), "ja")

    assert sentence(summarise(sample()), words) == "団体・機関 17、つながり 16件、つながりの記載が見つからない団体 3"
    assert sentence(summarise(Picture(title="図")), words) == "団体・機関の記載はありません"
