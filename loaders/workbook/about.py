"""The sheet 説明: what the workbook says of itself."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from graph.messages import LANGUAGES
from graph.places import Place
from loaders.contract import Problem
from loaders.harmless import as_written
from loaders.tables.book import Book, Sheet
from loaders.tables.dates import as_date
from loaders.tables.heads import plain_head
from loaders.workbook.cells import parts
from loaders.workbook.sheets import BY_NAME
from loaders.workbook.wording import code_of, sheet_names, words

ASKED = ("title", "by", "as_of", "area", "licence", "complete", "complete_for", "written_out")
"""Lines of the sheet, label beside answer."""


@dataclass(frozen=True, kw_only=True)
class About:
    """The answers."""

    title: str | None = None
    by: str | None = None
    as_of: date | None = None
    area: str | None = None
    """Where everything lies whose row names no area."""
    licence: str | None = None
    complete: bool = False
    """Whether it has everything there is in its areas, and not only examples."""
    complete_for: tuple[str, ...] = ()
    """Codes of the categories of service to which that is limited: a register of one kind of service; empty means everything."""
    written_out: bool = False
    """Whether it was written out of a graph."""


def about_of(book: Book) -> tuple[About, tuple[Problem, ...]]:
    """What a workbook says of itself, and what is not understood of it."""
    sheet = book.called(*sheet_names("about"))
    if sheet is None:
        return About(), ()
    answers = _answers(sheet)
    problems: list[Problem] = []
    as_of = None
    if text := answers.get("as_of"):
        try:
            as_of = as_date(text)
        except ValueError:
            place = Place.of(sheet=sheet.name or book.file)
            problems.append(Problem(code="about_date", place=place, kind="warning", values={"value": text}))
    categories, unknown = _categories(answers.get("complete_for", ""))
    place = Place.of(sheet=sheet.name or book.file)
    problems += [Problem(code="about_categories", place=place, kind="warning", values={"value": word}) for word in unknown]
    yes = {words(language)("text.value.yes").casefold() for language in LANGUAGES}
    return About(
        title=answers.get("title"),
        by=answers.get("by"),
        as_of=as_of,
        area=answers.get("area"),
        licence=answers.get("licence"),
        complete=answers.get("complete", "").casefold() in yes and not (unknown and not categories),
        complete_for=categories,
        written_out=answers.get("written_out", "").casefold() in yes,
    ), tuple(problems)


def _categories(text: str) -> tuple[tuple[str, ...], list[str]]:
    """The codes that the words mean, and the words that mean none."""
    field = BY_NAME["services"].by_key["categories"]
    codes = {word: code_of(field, word) for word in parts(text)}
    return tuple(sorted({code for code in codes.values() if code})), [word for word, code in codes.items() if code is None]


def _answers(sheet: Sheet) -> dict[str, str]:
    found: dict[str, str] = {}
    for cells in sheet.rows():
        label, answer = (plain_head(cells[0]) if cells else "", " ".join(cells[1].split()) if len(cells) > 1 else "")
        if answer and (key := _labels().get(label)):
            found.setdefault(key, as_written(answer))
    return found


@cache
def _labels() -> dict[str, str]:
    return {plain_head(words(language)(f"text.asked.{key}")): key for key in ASKED for language in LANGUAGES}
