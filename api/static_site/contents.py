"""Which pages of an area go into a folder, and in which file each lies."""

from collections.abc import Iterator, Sized
from dataclasses import dataclass
from urllib.parse import quote

from graph.query_files import Question, part_of, questions
from graph.reading import Reader
from visualizations.registry import find

PAGES, QUESTIONS, PICTURES = "pages", "questions", "pictures"
HOME = "index.html"
OWN_NETWORK = "area_network"


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page: where the application serves it and which file it becomes."""

    path: str
    file: str
    kind: str = PAGES
    title: str = ""
    drawn_in: str | None = None
    """Of a page that shows a picture, or is one: the address of the picture, without which it is left out."""


@dataclass(frozen=True, kw_only=True)
class Contents:
    """Every page of a folder."""

    area: str
    """Its name with all that it lies in."""
    pages: tuple[Page, ...]

    def of_kind(self, kind: str) -> list[Page]:
        """The pages of one kind."""
        return [page for page in self.pages if page.kind == kind]

    def file_of(self, path: str) -> str:
        """The file of the page that the application serves there."""
        return next(page.file for page in self.pages if page.path == path)


def contents_of(reader: Reader, area: str, language: str) -> Contents:
    """The home of an area, what is recorded, its picture, and each question that this audience may ask.

    Raises:
        QueryMisused: there is no such area, or several.
    """
    found = reader.areas.find(area)
    at = f"/areas/{quote(found.id, safe='')}"
    view = find(OWN_NETWORK)
    asked = [one for one in questions("gaps").values() if reader.may_ask(one)]
    pages = (
        Page(path=at, file=HOME),
        Page(path="/", file=HOME),
        Page(path=f"{at}/gaps", file="questions.html"),
        Page(path=f"{at}/resources", file="resources.html"),
        *_with_picture(f"{at}/network", "network", view.title_en if language == "en" else view.title_ja),
        *(page for one in asked for page in _of_question(at, one, language, found=reader.answer(one.name, area=found.id).rows)),
    )
    return Contents(area=reader.areas.full_name(found.id), pages=pages)


def _of_question(at: str, asked: Question, language: str, *, found: Sized) -> Iterator[Page]:
    path, name = f"{at}/gaps/{quote(asked.name, safe='')}", asked.name
    yield Page(path=path, file=f"{QUESTIONS}/{name}.html", kind=QUESTIONS)
    if found and part_of(asked, "picture") is not None:
        picture = f"{path}/picture"
        yield Page(path=f"{path}/network", file=f"{QUESTIONS}/{name}_picture.html", drawn_in=picture)
        yield Page(path=picture, file=f"{PICTURES}/{name}.html", kind=PICTURES, title=asked.worded("title", language), drawn_in=picture)


def _with_picture(path: str, name: str, title: str) -> Iterator[Page]:
    yield Page(path=path, file=f"{name}.html", drawn_in=f"{path}/picture")
    yield Page(path=f"{path}/picture", file=f"{PICTURES}/{name}.html", kind=PICTURES, title=title, drawn_in=f"{path}/picture")
