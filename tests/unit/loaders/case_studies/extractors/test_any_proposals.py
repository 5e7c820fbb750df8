"""Whatever a second reader proposes, good, nearly good or nonsense: only what holds becomes a fact."""

import dataclasses
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.checking import check
from loaders.case_studies.extractors import proposable
from loaders.case_studies.extractors.contract import Proposals, ProposedThing, ProposedTie
from tests.unit.loaders.case_studies.extractors.stand_in import thing, tie
from tests.unit.loaders.case_studies.extractors.town import (
    GOOD,
    LINES,
    MEALS_AGAIN,
    MEALS_RUN_AGAIN,
    OFFICE,
    proposals,
    quotations,
    taken,
)

PIECES = (
    "ゆいの会",
    "町",
    "市",
    "紅沢町",
    "＊＊＊＊さん",
    "紅沢交通",
    OFFICE,
    "配食",
    "配食サービス",
    "べにざわ号",
    "石平地区",
    "和田山会館",
    "買い物に困る人",
    "山形県",
)
NAMES = st.sampled_from(PIECES) | st.text(alphabet="".join(LINES), min_size=1, max_size=8)
QUOTES = st.sampled_from([*LINES, *PIECES]) | st.text(alphabet="".join(LINES), max_size=12)
PLACES = st.integers(-2, 14)
CODES = st.lists(st.sampled_from(["VOL", "MEALS", "TRANS", "N_SHOP", "N_ISOL", "N_CONTEXT", "X"]), max_size=2).map(tuple)
VALUES = st.sampled_from([*proposable.STATUSES, *proposable.STATES, *proposable.FUNCTIONS, "x"])
THINGS = st.builds(
    ProposedThing,
    label=st.sampled_from([*proposable.LABELS, "Post", "Person"]),
    name=NAMES,
    other_names=st.lists(NAMES, max_size=2).map(tuple),
    codes=CODES,
    status=st.none() | VALUES,
    line=PLACES,
    quote=QUOTES,
)
TIES = st.builds(
    ProposedTie,
    type=st.sampled_from([*proposable.ties(), "KNOWS"]),
    start=NAMES,
    end=NAMES,
    details=st.dictionaries(st.sampled_from([*proposable.DETAILS, "x"]), VALUES),
    line=PLACES,
    quote=QUOTES,
)
LIKELY = proposals(
    *(*GOOD, MEALS_AGAIN, MEALS_RUN_AGAIN, thing("Area", "和田山会館", 8), thing("Need", "ひとり暮らし", 6, codes=["N_ISOL"])),
    *(thing("Organization", "鈴木", 10), thing("Council", "ゆいの会", 10), thing("Programme", "配食の献立", 10)),
    tie("ADDRESSES", "週に一度顔を出している", "ひとり暮らし", 6, "ひとり暮らしの方のもとへ週に一度顔を出している"),
    tie("ACTS_FOR", OFFICE, "紅沢町", 5, OFFICE, function="matching"),
    tie("SUPPORTS", "ゆいの会", "配食サービス", 10, "鈴木一郎さんとゆいの会が考える"),
)


def nearly(good: tuple[Any, ...], anything: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Good proposals, such with one part of another, and any."""
    one = st.sampled_from(good)
    fields = st.sampled_from([field.name for field in dataclasses.fields(good[0])])
    mixed = st.tuples(one, anything, fields).map(lambda three: dataclasses.replace(three[0], **{three[2]: getattr(three[1], three[2])}))
    return one | mixed | anything


@settings(max_examples=300, deadline=None)
@given(st.lists(nearly(LIKELY.things, THINGS), max_size=8).map(tuple), st.lists(nearly(LIKELY.ties, TIES), max_size=8).map(tuple))
def test_whatever_is_proposed_only_what_holds_enters(things: tuple[ProposedThing, ...], ties: tuple[ProposedTie, ...]) -> None:
    """The facts of the rules stay, what is added fits the model and quotes the text, and every proposal is accounted for."""
    # Act
    read, added, tally = taken(Proposals(things=things, ties=ties))

    # Assert
    check([*read, *added])
    assert {fact.id for fact in read}.isdisjoint(fact.id for fact in added)
    assert tally.proposed == tally.accepted + tally.known + sum(tally.dropped.values())
    assert tally.accepted <= len(added)
    for one in quotations(added):
        assert (one.extractor, one.certainty) == ("second_reader", "inferred")
        assert one.line is not None
        raw = LINES[one.line - 1][one.start : one.end]
        assert len(raw) == len(one.quote) > 0
        assert all(after in {before, "＊"} for before, after in zip(raw, one.quote, strict=True))
        assert not any(name in one.quote for name in ("山田", "花子", "鈴木", "一郎"))
    for fact in added:
        assert not set("＊*") & set(getattr(fact.what, "name", ""))
