"""The loader of the template."""

from graph.errors import LoadStopped
from loaders.contract import Candidate, Recognition, Transformed
from loaders.tables.opening import book_of
from loaders.workbook.read import SOURCE, Filled, has_our_heads, read, sheets_in
from loaders.workbook.transform import transform_workbook


class WorkbookLoader:
    """Reads the filled-in template: XLSX, XLSM, ODS, a ZIP of one CSV for each sheet, or one such CSV."""

    name = SOURCE
    title_ja = "つなぐの記入用ブック"
    title_en = "The workbook of tsunagu"

    def recognise(self, candidate: Candidate) -> Recognition:
        """By two of the names of its sheets, or by heads that no other table has."""
        try:
            found = sheets_in(book_of(candidate))
        except LoadStopped:
            found = {}
        # Names of sheets are anybody's; with the heads of one of them the workbook is ours, without it may be.
        score = 0.0 if not found else 1.0 if any(has_our_heads(name, sheet) for name, sheet in found.items()) else 0.7
        return Recognition(score=score, looked_for="looked_for")

    def read(self, candidate: Candidate) -> Filled:
        """Open it and read its sheets.

        Raises:
            LoadStopped: it cannot be opened, is no such workbook, or lacks a column that it needs.
        """
        return read(candidate)

    def transform(self, records: Filled, candidate: Candidate) -> Transformed:  # noqa: ARG002 - the contract's signature
        """Rows → facts.

        Raises:
            LoadStopped: no row of it can be taken.
        """
        return transform_workbook(records)
