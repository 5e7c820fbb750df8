"""Values as cells, and back."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.catalogue import node_kinds, relationship_kinds
from graph.model.definitions import NodeKind, RelationshipKind
from loaders.harmless import BEGINNINGS
from loaders.hsds.cells import KEPT, cell, properties_of, value

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1) | st.sampled_from(["=1+1", "'=", "-", "髙﨑", "𠮷野㈱"])
VALUES = {
    "string": TEXTS,
    "boolean": st.booleans(),
    "integer": st.integers(),
    "number": st.floats(allow_nan=False, allow_infinity=False),
    "date": st.dates(),
    "array": st.lists(TEXTS, min_size=1).map(tuple) | st.lists(st.integers(), min_size=1).map(tuple),
}
typed = st.sampled_from(sorted(VALUES)).flatmap(lambda type_: st.tuples(st.just(type_), VALUES[type_]))


@given(typed)
def test_a_value_comes_back_as_it_was(pair: tuple[str, Any]) -> None:
    """Texts to the character, numbers to the last digit."""
    type_, one = pair
    assert value(cell(one), type_) == one


@given(TEXTS)
def test_no_text_begins_as_a_formula(text: str) -> None:
    """Whatever it is, no spreadsheet runs it."""
    assert cell(text)[0] not in BEGINNINGS


def test_nothing_and_zero_are_apart() -> None:
    """An empty cell says nothing; 0 says 0, and no says no."""
    assert [cell(one) for one in (None, 0, 0.0, False)] == ["", "0", "0.0", "false"]
    assert [value(text, "integer") for text in ("", "0")] == [None, 0]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("perhaps", "boolean"),
        ("1.5", "integer"),
        ("2026-02-30", "date"),
        ("[", "array"),
        ('{"a": 1}', "array"),
        ("[[1]]", "array"),
        ("x", "number"),
    ],
)
def test_what_is_no_value_of_its_type_is_not_taken(text: str, type_: str) -> None:
    """It raises; nothing is guessed."""
    with pytest.raises(ValueError, match=r".*"):
        value(text, type_)


def test_every_property_of_the_model_has_a_column() -> None:
    """What the model declares is carried, except what writing keeps."""
    kinds: list[NodeKind | RelationshipKind] = [*node_kinds().values(), *relationship_kinds().values()]
    for kind in kinds:
        assert set(properties_of(kind).values()) <= {"string", "boolean", "integer", "number", "date", "array"}
        assert KEPT.isdisjoint(properties_of(kind))
    assert properties_of(node_kinds()["Council"])["layers"] == "array"
    assert properties_of(node_kinds()["Observation"])["as_of"] == "date"
    assert isinstance(value("2026-04-01", "date"), date)
