"""The pages of one area as a folder that opens from a disk: for whoever has no server, and for passing on.

The pages are those that the application serves, asked for in this process; `offline` turns their links into links between
files and leaves out what needs a server.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from api.app import create_app
from api.dependencies import reader as reader_of_a_request
from api.pages import static_folder
from api.settings import WebSettings
from api.static_site.asked import Asked, asking
from api.static_site.contents import PICTURES, QUESTIONS, Contents, contents_of
from api.static_site.offline import STYLES, offline
from api.wording import messages
from graph.connection import Graph
from graph.errors import ViewTooLarge
from graph.memory import Memory
from graph.reading import Reader
from loaders.whole_files import refuse_others, write_tree

MANIFEST = "tsunagu-site.json"
"""Says that a folder is ours, and which files were written: only these may be replaced."""
ALL_NODES = {"limit": "3000"}
"""A file has no other page on which to ask for more."""
WHOLE = {"whole": "true"}
"""What is leafed through elsewhere stands on one page."""


@dataclass(frozen=True, kw_only=True)
class WrittenSite:
    """What was written."""

    files: tuple[Path, ...]
    counts: Mapping[str, int]
    """questions and pictures → how many."""
    too_large: tuple[str, ...] = ()
    """Titles of the pictures that have too many nodes to be drawn."""


def write_site(graph: Graph, out: Path, *, area: str, audience: str, language: str) -> WrittenSite:
    """Write the pages of an area into a folder, whole or not at all.

    Args:
        graph: what is asked.
        out: the folder; one that holds anything but an earlier site is left as it is.
        area: name, code or id.
        audience: whose facts are in it.
        language: of its pages.

    Raises:
        QueryMisused: the place cannot be written to, the folder holds something else, or there is no such area.
    """
    refuse_others(out, earlier_files(out))
    # One reader for all pages: what it has read it keeps, so that a page, its sentence and its picture say the same.
    reader = Reader(graph, audience=audience, memory=Memory())
    contents = contents_of(reader, area, language)
    app = create_app(graph, WebSettings(audience=audience, language=language, read_only=True))
    app.dependency_overrides[reader_of_a_request] = lambda: reader
    try:
        with asking(app) as asked:
            files, too_large = _pages(asked, contents, copied=messages(language)("site_export.copied", day=reader.today))
    finally:
        app.state.imports.close()
    files[MANIFEST] = _manifest(contents, audience, [*files, MANIFEST])
    counts = {kind: sum(page.file in files for page in contents.of_kind(kind)) for kind in (QUESTIONS, PICTURES)}
    return WrittenSite(files=write_tree(out, files, earlier=earlier_files(out)), counts=counts, too_large=tuple(too_large))


def _pages(asked: Asked, contents: Contents, *, copied: str) -> tuple[dict[str, bytes], list[str]]:
    """File → content, and the titles of what is too large; pictures first, since pages lead only to those that there are."""
    files: dict[str, bytes] = {}
    too_large: list[str] = []
    for page in contents.of_kind(PICTURES):
        try:
            files[page.file] = asked.page(page.path, **ALL_NODES)
        except ViewTooLarge:
            too_large.append(page.title)
    there = {page.path: page.file for page in contents.pages if page.drawn_in is None or contents.file_of(page.drawn_in) in files}
    styles: set[str] = set()
    for page in contents.pages:
        if page.path in there and page.file not in files:
            made = offline(asked.page(page.path, **WHOLE).decode(), page.file, there, told=asked.text, copied=copied)
            files[page.file] = made.html
            styles |= made.styles
    return files | {f"{STYLES}/{name}": (static_folder() / name).read_bytes() for name in sorted(styles)}, too_large


def _manifest(contents: Contents, audience: str, files: list[str]) -> bytes:
    told = {"made_by": "tsunagu export site", "area": contents.area, "audience": audience, "files": sorted(files)}
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def earlier_files(out: Path) -> list[str]:
    """The files of the site that a folder holds, as it says itself; none where it holds no site."""
    try:
        told = json.loads((out / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return []
    files = told.get("files") if isinstance(told, dict) else None
    return [name for name in files if isinstance(name, str)] if isinstance(files, list) else []
