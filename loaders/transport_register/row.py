"""One row as the rules see it: cells without private names, places for reports, quotations for evidence."""

from dataclasses import dataclass

from graph.errors import RecordRejected
from graph.facts import Quotation
from loaders.people.houses import masked
from loaders.transport_register.read import Record

BODIES_NAMES = frozenset({"org_name", "office_name", "partner_operator_name"})
"""Columns that hold names of bodies, which are public, and no description."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """A record of a named file."""

    record: Record
    file: str

    @property
    def place(self) -> str:
        """行 2."""
        return f"行 {self.record.row}"

    def place_of(self, column: str) -> str:
        """行 2, 列 valid_to."""
        return f"{self.place}, 列 {column}"

    def cell(self, column: str) -> str:
        """The whole cell as it stands, private names masked; empty where the table lacks it."""
        text = self.record.cells.get(column, "")
        return text if column in BODIES_NAMES else masked(text)

    def text(self, column: str) -> str | None:
        """The cell without surrounding space and breaks of lines; None where it says nothing."""
        return " ".join(self.cell(column).splitlines()).strip() or None

    def required(self, column: str) -> str:
        """The text of a cell that has to be filled.

        Raises:
            RecordRejected: it is empty.
        """
        if (text := self.text(column)) is None:
            raise RecordRejected("missing_value", self.place_of(column), column=column)
        return text

    def quotation(self, column: str, rule: str, area_id: str, certainty: str = "explicit") -> Quotation:
        """The cell as evidence."""
        return Quotation(
            quote=self.cell(column),
            extractor=f"transport_register.{rule}",
            certainty=certainty,
            sheet=self.file,
            row=self.record.row,
            column=column,
            area_id=area_id,
        )
