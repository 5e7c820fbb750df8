"""Areas that a row names: none is guessed."""

import pytest

from graph.errors import RecordRejected
from loaders.tables.areas import Unresolved, area_in, area_of_address, prefecture_called, resolved, several
from loaders.tables.heads import Heading
from loaders.tables.row import Row


def row(text: str) -> Row:
    return Row(source="x", sheet=None, number=2, cells={"area": text}, heading=Heading(row=0, heads=("市町村",), where={"area": 0}))


@pytest.mark.parametrize("text", ["伊賀市", "三重県伊賀市", "242161", "24216", " 伊賀市 ", "三重県 伊賀市"])
def test_name_and_code_mean_the_same(text: str) -> None:
    """With and without prefecture and check digit."""
    assert area_in(row(text), "area").full_name == "三重県伊賀市"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("府中市", "ambiguous_area"),
        ("ない市", "unknown_area"),
        ("242162", "wrong_area_code"),
        ("", "missing_value"),
        ("-", "missing_value"),
    ],
)
def test_what_means_none_or_several_is_refused_with_its_cell(text: str, key: str) -> None:
    """With the candidates where there are several."""
    with pytest.raises(RecordRejected) as refused:
        area_in(row(text), "area")
    assert (refused.value.key, refused.value.place) == (key, "row 2, column 市町村")
    assert key != "ambiguous_area" or "東京都府中市" in str(refused.value.values["candidates"])


def test_the_prefecture_decides() -> None:
    """府中市 beside 広島県."""
    found = resolved("府中市", "広島県")
    assert not isinstance(found, Unresolved)
    assert found.full_name == "広島県府中市"


def test_an_address_begins_with_its_municipality() -> None:
    """And without a prefecture in it or beside it, with none."""
    lies = area_of_address("三重県伊賀市上野1-1", None)
    assert lies is not None
    assert lies.full_name == "三重県伊賀市"
    assert area_of_address("どこかの町1-1", "三重県") is None


def test_a_prefecture_is_known_by_name_and_nothing_else() -> None:
    """三重県, and no municipality."""
    assert prefecture_called("三重県") is not None
    assert prefecture_called("伊賀市") is None


@pytest.mark.parametrize(
    ("text", "names"), [("松江市、出雲市", 2), ("松江市・出雲市/浜田市", 3), ("松江市\n出雲市", 2), ("松江市", 1), ("、・\n", 0)]
)
def test_a_cell_may_list_several(text: str, names: int) -> None:
    """At every sign that divides names."""
    assert len(several(text)) == names
