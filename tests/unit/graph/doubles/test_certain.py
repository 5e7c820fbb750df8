"""Which bodies are one beyond doubt."""

import pytest

from graph.doubles.bodies import Body
from graph.doubles.certain import SAME_NUMBER, SAME_PLACE, Certain, certain_pairs

CITY = {"areas": ("city", "prefecture"), "area_names": ("伊賀市", "三重県"), "municipality": "city"}
WARD = {"areas": ("ward", "city", "prefecture"), "area_names": ("上野区", "伊賀市", "三重県"), "municipality": "city"}


def body(id_: str, **more: object) -> Body:
    given: dict[str, object] = {"name": "見本の会", "address": "伊賀市上野1丁目2番3号", "datasets": frozenset({id_})} | CITY | more
    return Body(id=id_, **given)  # type: ignore[arg-type]


def test_one_name_at_one_address_is_one_body() -> None:
    """Notations of the address, the prefecture before it and a ward of the city make no difference."""
    found = certain_pairs([body("a"), body("b", address="三重県伊賀市上野１－２－３ 見本ビル", **WARD)])
    assert found == [Certain(kept="a", gone="b", reason=SAME_PLACE)]


def test_one_number_is_one_body_whatever_its_names() -> None:
    """The one with a number is kept."""
    numbered = {"corporate_number": "7430005010143"}
    found = certain_pairs([body("a", name="い", address=None, **numbered), body("b", name="ろ", address=None, **numbered)])
    assert found == [Certain(kept="a", gone="b", reason=SAME_NUMBER)]


@pytest.mark.parametrize(
    "other",
    [
        {"address": None},
        {"address": "伊賀市上野1丁目2番4号"},
        {"address": "伊賀市上野"},
        {"name": "見本会"},
        {"municipality": "town", "areas": ("town",), "area_names": ("名張市",)},
        {"generic": True},
        {"datasets": frozenset({"a"})},
    ],
)
def test_anything_less_is_not_decided(other: dict[str, object]) -> None:
    """No address, another plot, no plot, another name or place, a kind without a name, one source that names both."""
    assert certain_pairs([body("a"), body("b", **other)]) == []


def test_three_that_are_one_are_joined_to_the_same() -> None:
    """No chain whose middle is gone."""
    found = certain_pairs([body("c"), body("b"), body("a", corporate_number="7430005010143")])
    assert {(one.kept, one.gone) for one in found} == {("a", "b"), ("a", "c")}


def test_two_numbers_are_two_bodies_and_nobody_is_in_between() -> None:
    """One name at one address under two numbers stays two; a body that was joined to another is joined to no third."""
    first, second = {"corporate_number": "7430005010143"}, {"corporate_number": "9430005009836"}
    assert certain_pairs([body("a", **first), body("b", **second)]) == []
    found = certain_pairs([body("a", **first), body("b", **second), body("c", **second, name="ろ")])
    assert {(one.kept, one.gone) for one in found} == {("b", "c")}
    assert not {one.kept for one in found} & {one.gone for one in found}
