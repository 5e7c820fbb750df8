"""PDF with a text layer: glyphs become lines, lines sentences, ruled cells tables, in the order in which a page is read."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import PdfminerException

from graph.errors import LoadStopped
from graph.places import Place
from loaders.case_studies.document import Document
from loaders.case_studies.formats import pdf_guard
from loaders.case_studies.formats.pdf_lines import lines_of
from loaders.case_studies.formats.pdf_margins import without_margins
from loaders.case_studies.formats.pdf_order import Item, in_order, usual_gutter
from loaders.case_studies.formats.pdf_page import PageContent, content_of, take_vertical_runs
from loaders.case_studies.formats.pdf_paragraphs import Layout, blocks_of, write
from loaders.case_studies.formats.pdf_table import FoundTable
from loaders.case_studies.formats.pdf_tables import take_tables
from loaders.case_studies.formats.writing import Writer
from loaders.contract import Candidate

MAGIC = b"%PDF-"
BEGINNING = 1_024
MOST_PAGES = 2_000
MOST_UNKNOWN = 0.3
SHOWN = 120

logging.getLogger("pdfminer").setLevel(logging.ERROR)  # what it misses in fonts is nothing that a reader can mend


def takes(candidate: Candidate) -> bool:
    """Whether the content is a PDF, perhaps behind some bytes of a mail program."""
    return MAGIC in candidate.content[:BEGINNING]


def score_of(candidate: Candidate) -> float:  # noqa: ARG001 - opening it takes long
    """No other source is read from a PDF, so that each is ours: to read, or to refuse with the reason."""
    return 0.6


def read(candidate: Candidate) -> Document:
    """Bytes → lines.

    Raises:
        LoadStopped: the file is damaged, locked, made to burst, only pictures, or written from the top down.
    """
    pdf_guard.check(candidate.content, candidate.name)
    pages, tables = _opened(candidate)
    _refuse(pages, candidate.name)
    lines, margins = without_margins([(page.height, lines_of(page.glyphs, page.number)) for page in pages])
    if not any(lines) and not any(tables):
        raise LoadStopped("case_studies.no_text_layer", file=candidate.name, pages=len(pages))
    laid_out = list(zip(lines, tables, strict=True))
    usual = usual_gutter(laid_out)
    items = [item for of_page, found in laid_out for item in _numbered(in_order(of_page, found, usual))]
    layout = Layout(items, {page.number: page.width for page in pages})
    writer = Writer()
    contents = write(blocks_of(items, layout), layout, writer)
    _tell(writer, pages, margins, contents)
    return writer.document(candidate.name)


def _opened(candidate: Candidate) -> tuple[list[PageContent], list[list[FoundTable]]]:
    """Every page with its tables.

    Raises:
        LoadStopped: it needs a password, or is damaged.
    """
    try:
        with pdfplumber.open(BytesIO(candidate.content)) as file:
            if len(file.pages) <= MOST_PAGES:
                return _read(file.pages)
    except PdfminerException as reason:
        locked = reason.args and isinstance(reason.args[0], PDFPasswordIncorrect)
        raise LoadStopped("case_studies.locked" if locked else "case_studies.damaged", file=candidate.name) from reason
    except Exception as reason:
        # A damaged PDF makes its parser fail in any way there is, from a missing key to an endless recursion.
        raise LoadStopped("case_studies.damaged", file=candidate.name) from reason
    raise LoadStopped("case_studies.too_many_pages", file=candidate.name, limit=MOST_PAGES)


def _read(pages: Sequence[Page]) -> tuple[list[PageContent], list[list[FoundTable]]]:
    contents: list[PageContent] = []
    tables: list[list[FoundTable]] = []
    for page in pages:
        content = content_of(page)
        tables.append(take_tables(content, page, tables[-1][-1] if tables and tables[-1] else None))
        take_vertical_runs(content)
        contents.append(content)
        page.close()
    return contents, tables


def _refuse(pages: Sequence[PageContent], name: str) -> None:
    """Say why a file cannot be read whose pages hold no text that makes sentences."""
    upright, turned = sum(len(page.glyphs) for page in pages), sum(len(page.turned) for page in pages)
    if not pages:
        raise LoadStopped("case_studies.damaged", file=name)
    if turned > upright:
        raise LoadStopped("case_studies.one_character_a_line", file=name)
    if not upright:
        raise LoadStopped("case_studies.no_text_layer", file=name, pages=len(pages))
    if sum(page.unknown for page in pages) > MOST_UNKNOWN * upright:
        raise LoadStopped("case_studies.unknown_characters", file=name)


def _numbered(items: Sequence[Item]) -> list[Item]:
    """The items of a page, its lines counted in the order of reading."""
    found, number = [], 0
    for item in items:
        if isinstance(item.content, FoundTable):
            found.append(item)
        else:
            number += 1
            found.append(replace(item, content=replace(item.content, number=number)))
    return found


def _tell(writer: Writer, pages: Sequence[PageContent], margins: Sequence[str], contents: Sequence[tuple[Place, str]]) -> None:
    """Say what is on the pages and not among the lines."""
    if margins:
        writer.note("left_out_margins", Place.of(page=1), count=len(margins), text=" / ".join(dict.fromkeys(margins))[:SHOWN])
    if contents:
        shown = " / ".join(text for _, text in contents)[:SHOWN]
        writer.note("left_out_contents", contents[0][0], count=len(contents), text=shown)
    turned = [page for page in pages if page.turned]
    if turned:
        text = " / ".join(page.turned.strip()[:40] for page in turned)[:SHOWN]
        writer.note("left_out_turned", Place.of(page=turned[0].number), count=sum(len(page.turned) for page in turned), text=text)
    unread = [page for page in pages if not page.had_text and page.pictures]
    if unread:
        text = "、".join(str(page.number) for page in unread)[:SHOWN]
        writer.note("pages_without_text", Place.of(page=unread[0].number), count=len(unread), text=text)
    illustrated = [page for page in pages if page.had_text and page.pictures]
    if illustrated:
        count = sum(page.pictures for page in illustrated)
        writer.note("left_out_pictures", Place.of(page=illustrated[0].number), count=count, text="—")
    drawings = [page for page in pages if page.is_drawing]
    if drawings:
        text = "、".join(str(page.number) for page in drawings)[:SHOWN]
        writer.note("no_tables_in_drawings", Place.of(page=drawings[0].number), count=len(drawings), text=text)
    unknown = [page for page in pages if page.unknown]
    if unknown:
        writer.note("unreadable_characters", Place.of(page=unknown[0].number), count=sum(page.unknown for page in unknown))
