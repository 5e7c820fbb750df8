"""What of a second reader's proposals becomes a fact, and what does not."""

from typing import Any

import pytest

from graph.identity import organization_key, service_key
from graph.model.organizations import Organization
from graph.model.services import Provides, Service
from tests.unit.loaders.case_studies.extractors.stand_in import thing, tie
from tests.unit.loaders.case_studies.extractors.town import (
    BUS,
    BUS_RUN,
    GOOD,
    LINES,
    MEALS_AGAIN,
    MEALS_RUN_AGAIN,
    OFFICE,
    VISITS,
    YUI,
    YUI_VISITS,
    accepted,
    case_text,
    quotations,
)


def dropped(*entries: dict[str, Any]) -> dict[str, int]:
    """Why nothing of these entries entered."""
    facts, tally = accepted(*entries)
    assert facts == {}
    assert tally.accepted == 0
    assert tally.proposed == tally.known + sum(tally.dropped.values())
    return dict(tally.dropped)


def test_what_stands_in_the_text_is_taken_as_inferred() -> None:
    """A body, its service and the tie enter, inferred, each with the characters of the file at its place."""
    # Act
    facts, tally = accepted(*GOOD)

    # Assert
    assert set(facts) == {"ゆいの会", "週に一度顔を出している", "PROVIDES", "べにざわ号"}
    assert (tally.proposed, tally.accepted, tally.known, sum(tally.dropped.values())) == (5, 5, 0, 0)
    for one in quotations(facts.values()):
        assert (one.extractor, one.certainty, one.visibility) == ("second_reader", "inferred", "public")
        assert one.line is not None
        assert LINES[one.line - 1][one.start : one.end] == one.quote


def test_ids_are_made_as_those_of_the_rules() -> None:
    """The body is placed in its municipality; a service belongs to the provider that is proposed with it."""
    # Arrange
    area = case_text().area.id

    # Act
    facts, _ = accepted(*GOOD)

    # Assert
    body, service, bus = facts["ゆいの会"].what, facts["週に一度顔を出している"].what, facts["べにざわ号"].what
    assert isinstance(body, Organization)
    assert isinstance(service, Service)
    assert body.key == organization_key(area, "ゆいの会")
    assert service.key == service_key(body.id, "週に一度顔を出している", area)
    assert bus.id == Service(key=service_key(Organization(key=organization_key(area, "紅沢交通")).id, "べにざわ号", area)).id


def test_the_same_proposals_give_the_same_facts() -> None:
    """Nothing depends on chance or on what was proposed before."""
    assert accepted(*GOOD)[0] == accepted(*GOOD)[0]


def test_what_is_proposed_twice_enters_once() -> None:
    """A repeated proposal is known, and adds no evidence, also where it quotes other words."""
    # Arrange
    need = thing("Need", "ひとり暮らし", 6, codes=["N_ISOL"])
    office = thing("Organization", "町", 5, "紅沢町社会", codes=["MUNI"])
    again = ({**need, "quote": "週に一度顔を出している"}, {**office, "quote": "紅沢町", "line": 1})

    # Act
    once, _ = accepted(*GOOD, need, office)
    twice, tally = accepted(*GOOD, need, office, *GOOD, *again)

    # Assert
    assert twice == once
    assert (tally.accepted, tally.known) == (7, 7)


def test_what_the_rules_read_stays_as_it_is() -> None:
    """A fact that the rules read gets no second evidence, whatever name it is called by."""
    facts, tally = accepted(MEALS_AGAIN, MEALS_RUN_AGAIN, thing("Area", "紅沢町", 1), thing("Area", "山形県紅沢町", 1))
    assert facts == {}
    assert (tally.proposed, tally.known) == (4, 4)


def test_a_tie_between_what_the_rules_named_enters() -> None:
    """Ends need not be proposed: names that the rules know are enough."""
    facts, _ = accepted(tie("COLLABORATES_WITH", OFFICE, "紅沢交通", 8, "運んでいるのは紅沢交通だ", state="recorded"))
    assert list(facts) == ["COLLABORATES_WITH"]


def test_a_new_provider_does_not_change_a_service_that_the_rules_read() -> None:
    """The service keeps its id, and only the tie is added."""
    facts, _ = accepted(YUI, tie("PROVIDES", "ゆいの会", "配食サービス", 10, "ゆいの会が考える"))
    assert set(facts) == {"ゆいの会", "PROVIDES"}
    provides = facts["PROVIDES"].what
    assert isinstance(provides, Provides)
    area = case_text().area.id
    assert (
        provides.end.id
        == Service(key=service_key(Organization(key=organization_key(area, "紅沢町社会福祉協議会")).id, "配食サービス", area)).id
    )


def test_a_new_need_is_a_need_of_its_area() -> None:
    """A need comes with the area that has it: a proposed district, else the municipality."""
    # Act
    alone, _ = accepted(thing("Need", "ひとり暮らし", 6, codes=["N_ISOL"]))
    placed, _ = accepted(
        thing("Need", "店がなくなり", 7, codes=["N_INFO"]), tie("HAS_NEED", "石平地区", "店がなくなり", 7, "石平地区では店がなくなり")
    )

    # Assert
    assert set(alone) == {"ひとり暮らし", "HAS_NEED"}
    assert alone["HAS_NEED"].what.start.id == case_text().area.id  # type: ignore[union-attr]
    assert set(placed) == {"店がなくなり", "HAS_NEED"}
    assert placed["HAS_NEED"].what.start.id != case_text().area.id  # type: ignore[union-attr]


def test_a_new_district_is_part_of_its_municipality() -> None:
    """A district comes with its place in the tree of areas, so that no question misses it."""
    facts, _ = accepted(thing("Area", "和田山会館", 8))
    assert set(facts) == {"和田山会館", "PART_OF"}


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (thing("Person", "ゆいの会", 6), "unknown_label"),
        (thing("Evidence", "ゆいの会", 6), "unknown_label"),
        (thing("Post", "会長", 9), "unknown_label"),
        (thing("Observation", "要介護2", 9), "unknown_label"),
        (thing("Organization", "ゆいの会", 6, codes=["NO_SUCH_CODE"]), "unknown_code"),
        (thing("Organization", "ゆいの会", 6, codes=["MEALS"]), "unknown_code"),
        (thing("Council", "ゆいの会", 6, codes=["VOL"]), "unknown_code"),
        (thing("Need", "買い物に困る人", 7), "unknown_code"),
        (thing("Need", "買い物に困る人", 7, codes=["N_CONTEXT"]), "unknown_code"),
        (thing("Service", "べにざわ号", 8, codes=["TRANS"], status="maybe"), "unknown_value"),
        (thing("Organization", "あおぞらの会", 6, "あおぞらの会は、ひとり暮らしの方"), "not_in_text"),
        (thing("Organization", "ゆいの会", 60), "not_in_text"),
        (thing("Organization", "ゆいの会", -6), "not_in_text"),
        (thing("Organization", "ゆいの会", 6, "ゆ"), "not_in_text"),
        (thing("Organization", "あおぞらの会", 6, "ゆいの会は、ひとり暮らしの方"), "name_not_quoted"),
        (thing("Area", "山形県", 1), "outside"),
        (thing("Area", "山形県", 1, "山形県紅沢町"), "outside"),
        (tie("EMPLOYS", "ゆいの会", "紅沢交通", 6, "ゆいの会は"), "unknown_type"),
        (tie("POSSIBLY_SAME_AS", "ゆいの会", "紅沢交通", 6, "ゆいの会は"), "unknown_type"),
        (tie("FROM", "ゆいの会", "紅沢交通", 6, "ゆいの会は"), "unknown_type"),
        (tie("ACTS_FOR", OFFICE, "紅沢町", 5, "紅沢町社会福祉協議会が"), "unknown_value"),
        (tie("ACTS_FOR", OFFICE, "紅沢町", 5, "紅沢町社会福祉協議会が", function="everything"), "unknown_value"),
        (tie("PROVIDES", OFFICE, "べにざわ号", 8, "べにざわ号が"), "end_unknown"),
        (tie("PROVIDES", "あおぞらの会", "配食サービス", 5, "配食サービスを実施"), "end_unknown"),
        (tie("PROVIDES", "配食サービス", OFFICE, 5, "配食サービスを実施"), "end_unknown"),
        (tie("SUPPORTS", OFFICE, "(福)紅沢町社会福祉協議会", 5, "紅沢町社会福祉協議会が"), "same_ends"),
        (tie("SUPPORTS", OFFICE, "紅沢交通", 6, "ひとり暮らしの方のもとへ"), "ends_not_quoted"),
        (tie("SUPPORTS", OFFICE, "紅沢交通", 8, "運んでいるのは町社協だ"), "not_in_text"),
    ],
)
def test_what_fails_a_check_is_dropped_with_its_reason(entry: dict[str, Any], reason: str) -> None:
    """Label, type, code, value, place, name and ends: each has to hold."""
    assert dropped(entry) == {reason: 1}


@pytest.mark.parametrize(
    "entry",
    [
        thing("Organization", "山田花子", 9),
        thing("Organization", "鈴木一郎さん", 10),
        thing("Organization", "鈴木", 10),
        thing("Council", "鈴木一郎さんとゆいの会", 10),
        thing("Organization", "＊＊＊＊さんとゆいの会", 10, codes=["VOL"]),
        thing("Service", "＊＊＊＊さん", 10, codes=["MEALS"]),
        thing("Programme", "献立は、＊＊＊＊さん", 10),
        thing("Area", "＊＊＊＊さん", 10),
        thing("Need", "＊＊＊＊さんとゆいの会が考える", 10, codes=["N_MEAL"]),
    ],
)
def test_a_person_does_not_enter(entry: dict[str, Any]) -> None:
    """A name that was masked is not found; one that is named as a body is not taken."""
    assert set(dropped(entry)) <= {"person", "not_in_text"}


def test_a_quotation_beside_a_masked_name_keeps_the_mask() -> None:
    """The words that state a tie may stand beside a person's name: its characters stay masked, one ＊ each."""
    # Arrange
    words = case_text().pieces[-1].text
    assert "＊＊＊＊さん" in words

    # Act
    facts, _ = accepted(YUI, tie("SUPPORTS", "ゆいの会", "配食サービス", 10, "＊＊＊＊さんとゆいの会が考える"))

    # Assert
    (one,) = facts["SUPPORTS"].evidence
    assert one.quote == "＊＊＊＊さんとゆいの会が考える"
    assert LINES[9][one.start : one.end] == "鈴木一郎さんとゆいの会が考える"


def test_the_place_is_found_although_it_was_counted_wrongly() -> None:
    """A line number that is off by a few is put right; width and broken spaces do not hide the words."""
    # Act
    facts, _ = accepted({**YUI, "line": 8}, {**BUS, "quote": "べにざわ号 が毎週 水曜"})

    # Assert
    assert [(one.line, one.quote) for one in quotations(facts.values())] == [(6, "ゆいの会"), (8, "べにざわ号")]


def test_one_bad_proposal_does_not_take_the_good_ones_with_it() -> None:
    """Each is decided by itself."""
    facts, tally = accepted(thing("Person", "ゆいの会", 6), YUI, VISITS, YUI_VISITS, BUS_RUN)
    assert {"ゆいの会", "週に一度顔を出している", "PROVIDES"} == set(facts)
    assert dict(tally.dropped) == {"unknown_label": 1, "end_unknown": 1}
    assert tally.lines == {"unknown_label": [6], "end_unknown": [8]}
