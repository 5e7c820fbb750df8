"""One row as the rules of a source see it: cells by column, places for reports, quotations for evidence."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.errors import RecordRejected
from graph.facts import Quotation
from graph.places import Place
from loaders.tables.heads import Heading

ERRORS = frozenset({"#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"})
"""What a spreadsheet shows in place of a value that it cannot reckon."""
NOTHING = frozenset({"-", "－", "—", "―", "‐", "ー", "–", "ｰ", "*", "＊", "…"})
"""What stands in a cell to say that nothing stands in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row below the heads."""

    source: str
    """Name of the loader: rules are called after it."""
    sheet: str | None
    number: int
    """As a spreadsheet counts, from 1."""
    cells: Mapping[str, str]
    """Key of a column → the cell as it stands, private names masked; a column that the table lacks is missing here."""
    heading: Heading
    without_value: frozenset[str] = frozenset()
    """Keys of cells that hold a formula without its result."""

    @property
    def place(self) -> Place:
        """The row, for a report."""
        return Place.of(sheet=self.sheet, row=self.number) if self.sheet else Place(f"row {self.number}")

    def place_of(self, key: str) -> Place:
        """The cell of a column, by the head that the file gives it."""
        units: dict[str, int | str] = {"sheet": self.sheet} if self.sheet else {}
        return Place.of(**units, row=self.number, column=self.heading.head(key))

    def cell(self, key: str) -> str:
        """The whole cell as it stands; empty where the table lacks the column."""
        return self.cells.get(key, "")

    def text(self, key: str) -> str | None:
        """The cell in one line without space around it; None where it says nothing: blank, or a dash alone.

        Raises:
            RecordRejected: it holds an error of the spreadsheet (error_value) or a formula without result
                (formula_without_value).
        """
        plain = self.cells.get(key, "").strip()
        if not plain:
            if key in self.without_value:
                raise RecordRejected("formula_without_value", self.place_of(key), column=self.heading.head(key))
            return None
        if plain in ERRORS:
            raise RecordRejected("error_value", self.place_of(key), value=plain)
        if plain in NOTHING:
            return None
        return " ".join(plain.splitlines()) if "\n" in plain else plain

    def required(self, key: str) -> str:
        """The text of a cell that has to be filled.

        Raises:
            RecordRejected: it is empty (missing_value), or as for `text`.
        """
        if (text := self.text(key)) is None:
            raise RecordRejected("missing_value", self.place_of(key), column=self.heading.head(key))
        return text

    def quotation(self, key: str, rule: str, area_id: str | None, certainty: str = "explicit") -> Quotation:
        """The whole cell as evidence."""
        return Quotation(
            quote=self.cell(key),
            extractor=f"{self.source}.{rule}",
            certainty=certainty,
            sheet=self.sheet,
            row=self.number,
            column=self.heading.head(key),
            area_id=area_id,
        )

    def quotations(self, rule: str, area_id: str | None, *keys: str, certainty: str = "explicit") -> tuple[Quotation, ...]:
        """The filled cells of some columns as evidence."""
        return tuple(self.quotation(key, rule, area_id, certainty) for key in keys if self.cell(key).strip())
