"""Cells that a spreadsheet would run are made text, and read back exactly."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.harmless import BEGINNINGS, as_written, harmless

TEXTS = st.text() | st.builds(lambda beginning, rest: beginning + rest, st.text(alphabet=BEGINNINGS + "'", min_size=1), st.text())


@given(TEXTS)
def test_every_text_is_read_back_exactly(text: str) -> None:
    """Whatever stands in a cell, apostrophes and all."""
    assert as_written(harmless(text)) == text


@given(TEXTS)
def test_no_cell_begins_as_a_formula(text: str) -> None:
    """No beginning that some spreadsheet runs is left."""
    assert harmless(text)[:1] not in set(BEGINNINGS)


@given(TEXTS, TEXTS)
def test_two_texts_never_become_one_cell(one: str, other: str) -> None:
    """A text that looks as if it had been made harmless is told from one that was."""
    assert (harmless(one) == harmless(other)) == (one == other)


@pytest.mark.parametrize("text", ["=1+1", "+81 3", "-5", "@SUM(A1)", "＝1＋1", "＋１", "－5", "＠名", "\t=1", "\r=1", "\n=1"])
def test_each_harmful_beginning_gets_an_apostrophe(text: str) -> None:
    """ASCII and full width, tab and line breaks."""
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "いろは会", "'引用'", "髙﨑", "a=b", "100", "ー（長音）"])
def test_every_other_text_stays_as_it_is(text: str) -> None:
    """No cell is changed without need, and none of a foreign file is read otherwise than it stands."""
    assert harmless(text) == text == as_written(text)


@given(st.lists(TEXTS.filter(lambda text: "\0" not in text), min_size=1, max_size=4))
def test_a_line_of_csv_is_read_back_exactly(cells: list[str]) -> None:
    """Through the csv module, with quotes, commas and line breaks in the cells."""
    written = StringIO(newline="")
    csv.writer(written).writerow([harmless(cell) for cell in cells])

    (row,) = csv.reader(StringIO(written.getvalue(), newline=""))

    assert [as_written(cell) for cell in row] == cells
