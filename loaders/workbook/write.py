"""The template, empty or filled with what a graph holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from graph.holdings import Holdings
from loaders.exporting import Exporter, LeftOut, Written, ending_of
from loaders.whole_files import write_file
from loaders.workbook.cells import Cell
from loaders.workbook.outgoing import outgoing
from loaders.workbook.read import example_of
from loaders.workbook.sheet_kinds import Field, SheetKind
from loaders.workbook.sheets import SHEETS
from loaders.workbook.wording import words
from loaders.workbook.xlsx import SheetFile, all_tables

XLSX = ".xlsx"


@dataclass(frozen=True)
class WorkbookExporter:
    """What the graph holds, in our template: it can be filled in further and loaded back."""

    name = "xlsx"
    title_ja = "Excel（記入用ブック）"
    title_en = "Excel (the workbook to fill in)"
    suffix = XLSX

    def write(self, holdings: Holdings, out: Path, wording: str) -> Written:
        """Write a workbook.

        Raises:
            QueryMisused: the place cannot be written to, or its name has another ending.
        """
        ending_of(out, XLSX)
        made = outgoing(holdings, wording)
        file = SheetFile(wording)
        file.about({"written_out": words(wording)("text.value.yes")})
        all_tables(file, made.rows, {})
        written = write_file(out, file.content())
        left_out = made.losses()
        if file.too_long:
            left_out += (LeftOut(code="long_texts", count=file.too_long),)
        return Written(files=(written,), counts={name: count for name, count in made.counts.items() if count}, left_out=left_out)


@dataclass(frozen=True)
class TemplateExporter:
    """The template, empty, with one example a sheet."""

    name = "template"
    title_ja = "記入用ブック（空のもの）"
    title_en = "The workbook to fill in (empty)"
    suffix = XLSX
    needs_graph = False

    def write(self, holdings: Holdings, out: Path, wording: str) -> Written:  # noqa: ARG002 - the contract's signature
        """Write the empty workbook.

        Raises:
            QueryMisused: the place cannot be written to, or its name has another ending.
        """
        ending_of(out, XLSX)
        file = SheetFile(wording)
        file.about({})
        all_tables(file, {}, {kind.name: _typed(kind, example_of(kind, wording)) for kind in SHEETS})
        return Written(files=(write_file(out, file.content()),), counts={})


def _typed(kind: SheetKind, texts: Mapping[str, str]) -> dict[str, Cell]:
    """The example with numbers as numbers and days as days."""
    return {key: _as_cell(kind.by_key[key], text) for key, text in texts.items() if text}


def _as_cell(field: Field, text: str) -> Cell:
    if field.kind == "date":
        return date.fromisoformat(text)
    return int(text) if field.kind in {"count", "number"} else text


EXPORTERS: tuple[Exporter, ...] = (WorkbookExporter(), TemplateExporter())
