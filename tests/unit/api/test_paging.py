"""Lists in pages."""

from typing import Any

import pytest

from api.paging import leaf, named, page

ROWS = list(range(7))


@pytest.mark.parametrize(("limit", "offset", "expected"), [(3, 0, [0, 1, 2]), (3, 6, [6]), (3, 9, []), (None, 5, [5, 6])])
def test_a_page_begins_where_it_is_asked_to(limit: int | None, offset: int, expected: list[int]) -> None:
    """So many from there on, or all."""
    assert page(ROWS, limit, offset) == expected


@pytest.mark.parametrize(("number", "rows", "shown"), [(1, [0, 1, 2], 1), (3, [6], 3), (9, [6], 3), (0, [0, 1, 2], 1), (-4, [0, 1, 2], 1)])
def test_leafing_stays_within_the_list(number: int, rows: list[int], shown: int) -> None:
    """One too far is the last page, one before the first is the first."""
    found = leaf(ROWS, number, 3)

    assert (found.rows, found.number, found.of) == (rows, shown, 3)


def test_an_empty_list_has_one_page() -> None:
    """Nothing on it."""
    nothing: list[int] = []
    found = leaf(nothing, 4, 20)

    assert (found.rows, found.number, found.of) == ([], 1, 1)


def test_names_are_found_by_a_part_whatever_their_width() -> None:
    """Of the name, its reading or another name."""
    rows: list[dict[str, Any]] = [
        {"name": "ＮＰＯ法人いろは", "kana": "いろは"},
        {"name": "にほへ会", "aliases": ["NPO支援"]},
        {"name": "とちり会"},
    ]

    assert named(rows, "npo") == rows[:2]
    assert named(rows, None) == rows
