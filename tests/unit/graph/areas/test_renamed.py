"""Old names lead to exactly one present municipality, and the caller learns that it was an old name."""

from datetime import date, timedelta

import pytest

from graph.areas import Renaming, area_index, renamings
from graph.errors import AreaNotResolved

TABLE = renamings()
PRESENT = {one.full_name for one in area_index().by_code.values() if one.area.until is None}


def test_the_table_is_sound() -> None:
    """Each code is that of a present municipality of the prefecture; no old name is a present one of it, none twice."""
    assert len(TABLE) > 100
    assert len({(one.prefecture, one.old_name) for one in TABLE}) == len(TABLE)
    for one in TABLE:
        area = area_index().by_code[one.code]
        assert (area.area.level, area.area.until) == ("municipality", None)
        assert area.full_name.startswith(one.prefecture)
        assert one.prefecture + one.old_name not in PRESENT
        assert date(2000, 1, 1) < one.changed_on < date(2030, 1, 1)
        assert one.reason in {"名称変更", "市制施行", "新設合併", "編入"}


@pytest.mark.parametrize("one", TABLE, ids=lambda one: f"{one.prefecture}{one.old_name}")
def test_an_old_name_means_the_present_municipality(one: Renaming) -> None:
    """With its prefecture, in the text or beside it, and in an address."""
    # Arrange
    index = area_index()

    # Act
    found = [
        index.resolve(one.prefecture + one.old_name),
        index.resolve(one.old_name, prefecture=one.prefecture),
        index.municipality_in_text(f"{one.prefecture}{one.old_name}大字見本1番地"),
    ]

    # Assert
    assert [(area.area.code, area.renamed_from) for area in found if area] == [(one.code, one)] * 3


def test_a_present_area_of_the_name_comes_first_unless_the_day_says_otherwise() -> None:
    """那珂川町 lies in 栃木県; until 2018-09-30 there was one in 福岡県 as well."""
    # Act
    present = area_index().resolve("那珂川町")
    after = area_index().resolve("那珂川町", on=date(2018, 10, 1))
    with pytest.raises(AreaNotResolved, match="area_ambiguous") as before:
        area_index().resolve("那珂川町", on=date(2018, 10, 1) - timedelta(days=1))

    # Assert
    assert (present.full_name, present.renamed_from) == ("栃木県那珂川町", None)
    assert after == present
    assert before.value.values["candidates"] == "栃木県那珂川町、福岡県那珂川市"


def test_a_county_that_may_be_of_the_old_one_leaves_it_open() -> None:
    """筑紫郡 is in 福岡県: without a table of 郡 neither is chosen."""
    with pytest.raises(AreaNotResolved, match="area_ambiguous"):
        area_index().resolve("筑紫郡那珂川町")


def test_a_present_name_carries_no_old_one() -> None:
    """The mark is of the text looked up, not of the area."""
    # Act
    old, new = area_index().resolve("篠山市"), area_index().resolve("丹波篠山市")

    # Assert
    assert old == new
    assert old.renamed_from is not None
    assert (old.renamed_from.old_name, old.renamed_from.changed_on) == ("篠山市", date(2019, 5, 1))
    assert new.renamed_from is None
