"""The form of a bundle (README.md): the names of its files, its manifest, its tables and its limits."""

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import sha256
from io import StringIO
from typing import Any

from loaders.harmless import harmless

FORMAT = "tsunagu-bundle"
VERSION = 1
MANIFEST = "manifest.json"
README = "README.md"
NODES, EDGES, REGIONS = "networks/nodes.csv", "networks/edges.csv", "networks/regions.json"
"""The networks that are compared: what the numbers are computed from."""
RECORD_NODES, RECORD_EDGES = "record/nodes.csv", "record/edges.csv"
EVIDENCE, SOURCES = "record/evidence.csv", "record/sources.csv"
"""What is recorded of the regions: on what each body and tie rests."""
COMPARISON, PARAMETERS, VERSIONS = "comparison.json", "parameters.json", "versions.json"
METHODS = "methods.bib"
NEEDED = (README, NODES, EDGES, REGIONS, RECORD_NODES, RECORD_EDGES, EVIDENCE, SOURCES, COMPARISON, PARAMETERS, VERSIONS, METHODS)

OF_NODES = ("region", "id", "name", "visibility", "sector", "covered", "sources")
OF_EDGES = ("region", "start", "end", "start_name", "end_name", "facts", "ways")
LIST_BETWEEN = "; "
"""Between the values of a set in one cell."""

UNPACKED_BYTES = 256 * 2**20
"""No bundle of ours unpacks to more: a country of 1,741 municipalities is no comparison of at most 20 regions."""
MANIFEST_BYTES = 2**20
FILES = 64
MOST_BODIES = 5_000
"""Of one region: computing takes the square of it in memory."""


def table(heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """A CSV: UTF-8 with BOM, CRLF, texts that no spreadsheet runs."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    for row in (heads, *rows):
        writer.writerow([harmless(one) if isinstance(one, str) else one for one in map(cell, row)])
    return text.getvalue().encode("utf-8-sig")


def cell(value: Any) -> str | int | float:
    """A value as a cell: nothing is an empty cell; sets are joined; whatever has a structure of its own is JSON."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str | int | float):
        return value
    if isinstance(value, list | tuple) and not (value and isinstance(value[0], list | tuple)):
        return LIST_BETWEEN.join(map(str, value))
    return "" if value is None else _plain(value) if isinstance(value, date) else json.dumps(value, **_JSON)


def document(content: Any) -> bytes:
    """A JSON document: readable, and in one order."""
    return (json.dumps(content, indent=2, **_JSON) + "\n").encode()


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, set | frozenset):
        return sorted(value)
    raise TypeError(type(value).__name__)


_JSON: Mapping[str, Any] = {"ensure_ascii": False, "sort_keys": True, "allow_nan": False, "default": _plain}


def sealed(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files sorted by name, behind a manifest with the size and the sum of each."""
    parts = {name: {"bytes": len(content), "sha256": sha256(content).hexdigest()} for name, content in sorted(files.items())}
    manifest = document({"format": FORMAT, "version": VERSION, "files": parts})
    return {MANIFEST: manifest, **{name: files[name] for name in parts}}
