"""A table that the end of a page cuts is one table: rows, cells and sentences are put together."""

from graph.places import Place
from loaders.case_studies.formats.grid import grid_of
from loaders.case_studies.formats.pdf_cut_tables import go_on
from loaders.case_studies.formats.pdf_table import FoundTable, TableCell
from tests.unit.loaders.case_studies.formats.glyphs import SIZE, line

COLUMNS = (50.0, 130.0, 330.0)
"""Eight and twenty characters wide."""
FULL = "市社協が会食会を開き配食も行う地域の取組と"[:20]


def table(page: int, *rows: tuple[str, ...], open_: bool = False, columns: tuple[float, ...] = COLUMNS) -> FoundTable:
    """A table whose cells hold these lines (`/` parts lines)."""
    cells = []
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            x0, x1 = columns[column], columns[column + 1]
            top = 100.0 + 40 * number
            lines = [line(part, x0, top + 12 * (index + 1), page=page) for index, part in enumerate(text.split("/")) if part]
            is_open = open_ and number == len(rows) - 1
            cells.append(TableCell((x0, top, x1, top + 40), lines, number, column, open=is_open, texts=[one.text for one in lines]))
    places = {number: Place.of(page=page, table=1, row=number + 1) for number in range(len(rows))}
    return FoundTable(page, (columns[0], 100.0, columns[-1], 100.0 + 40 * len(rows)), cells, places, last_page=page)


def rows(found: FoundTable) -> list[tuple[str, ...]]:
    return [row.texts for row in grid_of(found.as_cells()).rows]


def test_rows_of_the_next_page_follow() -> None:
    """Each keeps the place that it has on its own page."""
    first, second = table(1, ("主体", "市"), ("取組", "会食")), table(2, ("財源", "町"))
    assert go_on(first, second)
    assert rows(first) == [("主体", "市"), ("取組", "会食"), ("財源", "町")]
    assert [str(first.places[row]) for row in range(3)] == ["page 1, table 1, row 1", "page 1, table 1, row 2", "page 2, table 1, row 1"]
    assert first.last_page == 2


def test_another_table_is_another() -> None:
    """Its columns stand elsewhere."""
    first = table(1, ("主体", "市"))
    assert not go_on(first, table(2, ("財源", "町"), columns=(50.0, 200.0, 330.0)))
    assert not go_on(first, table(2, ("財源", "町"), columns=(80.0, 130.0, 330.0)))
    assert rows(first) == [("主体", "市")]


def test_a_head_that_is_repeated_is_left_out() -> None:
    """As programs repeat it on each page."""
    first, second = table(1, ("項目", "内容"), ("一", "会食")), table(2, ("項目", "内容"), ("二", "配食"))
    assert go_on(first, second)
    assert rows(first) == [("項目", "内容"), ("一", "会食"), ("二", "配食")]
    assert str(first.places[2]) == "page 2, table 1, row 2"


def test_a_row_that_is_left_open_goes_on() -> None:
    """No line is drawn below it: what follows belongs to its cells, a sentence without a break."""
    first, second = table(1, ("取組", FULL), open_=True), table(2, ("", "続く。/●次"), ("財源", "町"))
    assert go_on(first, second)
    assert rows(first)[0] == ("取組", f"{FULL}続く。<br>●次")
    assert rows(first)[1] == ("財源", "町")


def test_a_row_that_is_closed_goes_on_where_its_sentences_do() -> None:
    """Some programs draw a line at the end of the page all the same."""
    first, second = table(1, ("取組", FULL)), table(2, ("", "続く。"), ("財源", "町"))
    assert go_on(first, second)
    assert rows(first) == [("取組", f"{FULL}続く。"), ("財源", "町")]


def test_a_list_that_a_page_cuts_goes_on_with_its_next_bullet() -> None:
    """The label is not repeated."""
    first, second = table(1, ("参画者", "●市/●町")), table(2, ("", "●社協"))
    assert go_on(first, second)
    assert rows(first) == [("参画者", "●市<br>●町<br>●社協")]


def test_a_new_row_is_not_taken_for_the_rest_of_the_last() -> None:
    """Its label says so, or the sentence before it is at its end."""
    labelled, ended = table(1, ("取組", FULL)), table(1, ("取組", "会食を開く。"))
    assert go_on(labelled, table(2, ("財源", "町の補助金")))
    assert go_on(ended, table(2, ("", "町の補助金")))
    assert rows(labelled) == [("取組", FULL), ("財源", "町の補助金")]
    # A label that is left out on the next page is the one above.
    assert rows(ended) == [("取組", "会食を開く。"), ("取組", "町の補助金")]


def test_columns_that_only_one_part_divides_are_those_of_both() -> None:
    """A page may end after a head whose cells are merged."""
    first = table(1, ("エリア", "伊賀市"), columns=(50.0, 130.0, 330.0))
    second = table(2, ("類型", "人口", "約10万人"), columns=(50.0, 90.0, 130.0, 330.0))
    assert go_on(first, second)
    assert rows(first) == [("エリア", "", "伊賀市"), ("類型", "人口", "約10万人")]


def test_narrow_cells_say_nothing() -> None:
    """Where each line is full, a word below it is another."""
    columns = (50.0, 50 + 3 * SIZE, 330.0)
    first = table(1, ("主体", FULL), columns=columns)
    assert go_on(first, table(2, ("取組", ""), columns=columns))
    assert rows(first) == [("主体", FULL), ("取組", "")]
