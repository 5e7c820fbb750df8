"""What every format that goes out promises, and which formats there are.

A package of this folder offers `EXPORTERS`, a tuple of one or more exporters; it may have a `LOADER` as well. An exporter
gets `Holdings` of one audience, which hold nothing above it, and writes one file or one folder, whole or not at all
(`loaders.whole_files`). The same holdings give the same bytes.

Words of a file (heads, sheets, a README) stand in the package's catalogue as `text.<name>`; what the format cannot carry is
said with `<code>` and `<code>.advice`.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Protocol

import loaders
from graph.errors import QueryMisused
from graph.holdings import Holdings
from graph.messages import Messages, Phrase

FOLDER = ""
"""The ending of a place where a folder is written."""
A_FOLDER = Phrase("loaders", "ending.folder")


@dataclass(frozen=True, kw_only=True)
class LeftOut:
    """Something that the holdings have and that a format cannot carry: told as a sentence."""

    code: str
    """Key of the catalogue of the exporter's package; `{count}` and `values` fill its placeholders, `<code>.advice` says more."""
    count: int
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Written:
    """What an exporter wrote."""

    files: tuple[Path, ...]
    """The file, or every file of the folder."""
    counts: Mapping[str, int]
    """What is in them: a label of the model, `relationships`, `evidence` … → how many; `text.<name>` words it."""
    left_out: tuple[LeftOut, ...] = ()
    """Never with a count of 0."""


class Exporter(Protocol):
    """One format that goes out.

    An exporter that asks nothing of the graph (an empty form) has `needs_graph = False`; one that writes regions compared has
    `compares = True`.
    """

    name: str
    """As typed after `tsunagu export`."""
    title_ja: str
    title_en: str
    suffix: str
    """The usual ending of what it writes: .csv, .zip, .xlsx; empty where that is a folder."""

    def write(self, holdings: Holdings, out: Path, wording: str) -> Written:
        """Write the holdings to a file or folder, whole or not at all; nothing outside it.

        Args:
            holdings: what to write; empty for an exporter that asks nothing of the graph.
            out: the file, or the folder.
            wording: ja or en: the language of heads, sheets and explanations.

        Raises:
            QueryMisused: the place cannot be written to, or its ending is none that this format has.
        """
        ...


@cache
def all_exporters() -> dict[str, Exporter]:
    """Name → exporter, sorted by name: found by looking at this folder."""
    packages = [import_module(f"loaders.{module.name}") for module in iter_modules(loaders.__path__) if module.ispkg]
    found: list[Exporter] = [one for package in packages for one in getattr(package, "EXPORTERS", ())]
    return {exporter.name: exporter for exporter in sorted(found, key=lambda exporter: exporter.name)}


def exporter_named(name: str, *, beside: Collection[str] = ()) -> Exporter:
    """The exporter of that name.

    Args:
        name: as it was typed.
        beside: formats that are written elsewhere, to be named with the others.

    Raises:
        QueryMisused: there is none.
    """
    known = all_exporters()
    if name not in known:
        raise QueryMisused("unknown_format", name=name, known=", ".join([*known, *beside]))
    return known[name]


def package_of(exporter: Exporter) -> str:
    """The dotted name of an exporter's package: where its catalogue lies."""
    return ".".join(type(exporter).__module__.split(".")[:2])


def words_of(package: str, language: str) -> Messages:
    """The words of an exporter's files: its own catalogue, then those that all formats share.

    Shared are `text.<label>`, `text.<TYPE>`, `text.head.<property>` and `text.value.<value>` of the model.
    """
    return Messages((package, "loaders", "graph"), language)


def needs_graph(exporter: Exporter) -> bool:
    """Whether it writes what a graph holds; otherwise none is opened."""
    return bool(getattr(exporter, "needs_graph", True))


def compares(exporter: Exporter) -> bool:
    """Whether it writes regions that are compared, two or more: their holdings have `compared`."""
    return bool(getattr(exporter, "compares", False))


def ending_of(out: Path, *known: str) -> str:
    """The ending of a place, one of those that a format has (`FOLDER` for none).

    Raises:
        QueryMisused: it has another.
    """
    ending = out.suffix.lower()
    if ending in known:
        return ending
    if FOLDER in known and (out.is_dir() or not ending):
        return FOLDER
    raise QueryMisused("ending_not_of_format", path=out, known=[one or A_FOLDER for one in known])
