"""The grid of a table: what merged cells say holds for all that they cover."""

from loaders.case_studies.formats.grid import Cell, Grid, Row, flattened, grid_of, is_table


def texts(grid: Grid) -> list[tuple[str, ...]]:
    return [row.texts for row in grid.rows]


def test_a_label_stands_once_in_its_row_and_in_each_of_its_rows() -> None:
    """Down it is carried, across it is left out: a region has to stand alone in its column."""
    cells = [Cell(0, 0, "L", rows=2, columns=2), Cell(0, 2, "a"), Cell(1, 2, "b"), Cell(2, 0, "M"), Cell(2, 1, "n"), Cell(2, 2, "c")]
    assert texts(grid_of(cells)) == [("L", "", "a"), ("L", "", "b"), ("M", "n", "c")]


def test_a_value_holds_for_each_column_that_it_covers() -> None:
    """A value that two municipalities share is a value of both."""
    cells = [Cell(0, 0, "L"), Cell(0, 1, "a"), Cell(0, 2, "b"), Cell(1, 0, "M"), Cell(1, 1, "v", columns=2)]
    assert texts(grid_of(cells)) == [("L", "a", "b"), ("M", "v", "v")]


def test_rows_over_the_whole_width_are_captions_only_at_the_head() -> None:
    """Further down such a row names what follows in the table."""
    cells = [Cell(0, 0, "題", columns=2), Cell(1, 0, "a"), Cell(1, 1, "b"), Cell(2, 0, "節", columns=2), Cell(3, 0, "c"), Cell(3, 1, "d")]
    assert grid_of(cells) == Grid((Row(0, ("題",)),), (Row(1, ("a", "b")), Row(2, ("節", "")), Row(3, ("c", "d"))))


def test_rows_and_columns_in_which_nothing_begins_are_none() -> None:
    """A page may claim a hundred columns for a cell."""
    cells = [Cell(0, 0, "a", columns=100), Cell(2, 0, "b"), Cell(2, 50, "c", rows=9)]
    assert grid_of(cells) == Grid((Row(0, ("a",)),), (Row(2, ("b", "c")),))


def test_a_frame_is_no_table() -> None:
    """One column that holds text is a frame around it."""
    assert not is_table([Cell(0, 0, "a"), Cell(1, 0, "b"), Cell(1, 1, "")])
    assert is_table([Cell(0, 0, "a"), Cell(1, 1, "b")])


def test_a_table_within_a_cell_is_lines() -> None:
    """A row a line, empty cells left out."""
    assert flattened([Cell(0, 0, "a"), Cell(0, 1, "b"), Cell(1, 0, ""), Cell(1, 1, "c"), Cell(2, 0, "")]) == "a　b<br>c"
