"""A case study in Markdown, written again as a page or a Word file: headings, lists and tables with merged cells."""

import re
from dataclasses import dataclass, field
from html import escape
from io import BytesIO
from itertools import groupby

from docx import Document
from docx.table import Table

TAG = re.compile(r"<[^<>]*>")
BULLETS = re.compile(r"\s*(?=●)|<br>")
CSS = """
@page { size: A4; margin: 20mm }
body { font: 10.5pt/1.6 'Noto Sans CJK JP'; } h1 { font-size: 16pt } h2 { font-size: 13pt }
table { border-collapse: collapse; width: 100% } td, th { border: 0.5pt solid black; padding: 3pt; vertical-align: top }
"""


@dataclass
class Block:
    """heading, list, table, lines."""

    kind: str
    texts: list[str] = field(default_factory=list)
    level: int = 0
    cells: list["MergedCell"] = field(default_factory=list)


@dataclass
class MergedCell:
    """A cell with the rows and columns that it covers."""

    row: int
    column: int
    lines: list[str]
    rows: int = 1
    columns: int = 1


def blocks_of(markdown: str) -> list[Block]:
    """The blocks of a text; paragraphs between empty lines keep their lines."""
    blocks: list[Block] = []
    for kind, group in groupby(markdown.splitlines(), _kind):
        lines = list(group)
        if kind == "heading":
            blocks += [Block(kind, [line.lstrip("# ")], level=len(line) - len(line.lstrip("#"))) for line in lines]
        elif kind == "list":
            blocks.append(Block(kind, [line.strip()[2:] for line in lines]))
        elif kind == "table":
            blocks.append(Block(kind, cells=_cells(lines)))
        elif kind == "lines":
            blocks.append(Block(kind, lines))
    return blocks


def as_page(markdown: str, *, encoding: str = "utf-8") -> bytes:
    """The text as a page."""
    body = "\n".join(_html(block) for block in blocks_of(markdown))
    head = f'<meta charset="{encoding}"><style>{CSS}</style>'
    return f"<!DOCTYPE html>\n<html lang='ja'><head>{head}</head><body>\n{body}\n</body></html>".encode(encoding)


def as_word(markdown: str) -> bytes:
    """The text as a Word file."""
    document = Document()
    for block in blocks_of(markdown):
        if block.kind == "heading":
            document.add_heading(block.texts[0], block.level)
        elif block.kind == "list":
            for text in block.texts:
                document.add_paragraph(text, "List Bullet")
        elif block.kind == "lines":
            for text in block.texts:
                document.add_paragraph(text)
        else:
            rows, columns = max(cell.row for cell in block.cells) + 1, max(cell.column + cell.columns for cell in block.cells)
            _fill(document.add_table(rows, columns, style="Table Grid"), block.cells)
        document.add_paragraph()
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def _fill(table: Table, cells: list[MergedCell]) -> None:
    for one in cells:
        cell = table.cell(one.row, one.column).merge(table.cell(one.row + one.rows - 1, one.column + one.columns - 1))
        cell.text = one.lines[0]
        for line in one.lines[1:]:
            cell.add_paragraph(line)


def _kind(line: str) -> str:
    if not line.strip():
        return "empty"
    return "table" if line.startswith("|") else "list" if line.lstrip().startswith("- ") else "heading" if line.startswith("#") else "lines"


def _cells(lines: list[str]) -> list[MergedCell]:
    """A label that is left out belongs to the one above it or on its left."""
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines if not re.fullmatch(r"[\s|:-]+", line)]
    cells: dict[tuple[int, int], MergedCell] = {}
    above: MergedCell | None = None
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            if not text and column == 0 and above is not None:
                above.rows += 1
            elif not text and column == 1 and row[0]:
                cells[number, 0].columns += 1
            else:
                pieces = [piece.strip() for piece in BULLETS.split(TAG.sub(lambda tag: tag[0] if tag[0] == "<br>" else " ", text))]
                cells[number, column] = MergedCell(number, column, [piece for piece in pieces if piece] or [""])
                above = cells[number, column] if column == 0 else above
    return list(cells.values())


def _html(block: Block) -> str:
    if block.kind == "heading":
        return f"<h{block.level}>{escape(block.texts[0])}</h{block.level}>"
    if block.kind == "list":
        return "<ul>\n" + "\n".join(f"<li>{escape(text)}</li>" for text in block.texts) + "\n</ul>"
    if block.kind == "lines":
        return "<p>" + "<br>\n".join(escape(text) for text in block.texts) + "</p>"
    rows = ["".join(_cell(cell) for cell in group) for _, group in groupby(block.cells, lambda cell: cell.row)]
    return "<table>\n" + "\n".join(f"<tr>{row}</tr>" for row in rows) + "\n</table>"


def _cell(cell: MergedCell) -> str:
    merged = (f' rowspan="{cell.rows}"' if cell.rows > 1 else "") + (f' colspan="{cell.columns}"' if cell.columns > 1 else "")
    return f"<td{merged}>" + "<br>".join(escape(line) for line in cell.lines) + "</td>"
