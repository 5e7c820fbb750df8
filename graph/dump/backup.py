"""A graph → a dump: read part by part, packed beside the target, and renamed when it is complete."""

import os
from collections.abc import Iterable, Iterator
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from graph.connection import Graph, Row
from graph.dump.format import EXPLANATION, LINE_BYTES, MANIFEST, Manifest, NodeLine, Part, RelationshipLine
from graph.dump.mark import broken_off
from graph.dump.questions import Census, census, ids_of, kept_labels, known_labels, nodes_of, relationships_from
from graph.dump.values import NotAValue
from graph.errors import DatabaseUnavailable, LoadStopped, QueryMisused
from graph.model.catalogue import relationship_kinds
from graph.model.definitions import Reference
from graph.notices import Progress

READ_PART = 5_000
BLOCK = 2**20
NOT_BEFORE = (1980, 1, 1, 0, 0, 0)
"""The day that every file in the ZIP carries: equal graphs make equal files."""
OWNER_ONLY = 0o600


def backup(
    graph: Graph,
    target: Path,
    *,
    made_at: str,
    force: bool = False,
    progress: Progress = lambda _done, _all: None,
    unfinished: bool = False,
) -> Manifest:
    """Write the whole graph into one file; no load of ours changes it meanwhile.

    Args:
        graph: what to back up.
        target: where to; readable by its owner only, since facts of every visibility are in it.
        made_at: now, ISO 8601 with time zone.
        force: replace a file that is there.
        progress: told nodes and relationships done, and in all.
        unfinished: also a graph whose restore broke off.

    Raises:
        QueryMisused: the file is there already, or cannot be written.
        LoadStopped: the graph holds a value that a dump cannot, or is itself half restored.
        DatabaseUnavailable: the database went away, or somebody else changed the graph meanwhile.
    """
    see_that_it_can_be_written(target, force=force)
    try:
        with graph.single_writer(), TemporaryDirectory(dir=target.parent, prefix=f".{target.name}.") as folder:
            if not unfinished and broken_off(graph):
                raise LoadStopped("dump_of_half_a_graph", file=broken_off(graph))
            packed = Path(folder) / "dump.zip"
            manifest = _pack(graph, packed, made_at, progress)
            packed.replace(target)
    except OSError as reason:
        raise not_written(target, reason) from reason
    return manifest


def see_that_it_can_be_written(target: Path, *, force: bool) -> None:
    """Refuse at once what would fail in the end.

    Raises:
        QueryMisused: the file is there already, or its folder is not.
    """
    if not target.parent.is_dir() or target.is_dir():
        raise QueryMisused("dump_not_written", path=target, reason="not a folder" if not target.is_dir() else "a folder")
    if target.exists() and not force:
        raise QueryMisused("dump_exists", path=target)


def not_written(target: Path, reason: OSError) -> QueryMisused:
    """The system's error as ours."""
    return QueryMisused("dump_not_written", path=target, reason=reason.strerror or str(reason))


class _Lines:
    """The lines of one file, counted and summed up while they are written."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self.rows = self.bytes = 0
        self._sum = sha256()

    def write(self, text: str, place: str) -> None:
        line = text.encode()
        if len(line) > LINE_BYTES:
            raise LoadStopped("dump_value_unknown", place=place, kind=f"{len(line)} bytes")
        self.write_bytes(line)
        self.rows += 1

    def write_bytes(self, content: bytes) -> None:
        self.file.write(content)
        self._sum.update(content)
        self.bytes += len(content)

    @property
    def part(self) -> Part:
        return Part(rows=self.rows, bytes=self.bytes, sha256=self._sum.hexdigest())


class _Packing:
    """The ZIP being written, and beside it the relationships that are met on the way, one file a type."""

    def __init__(self, graph: Graph, archive: ZipFile, folder: Path, total: int, progress: Progress) -> None:
        self.graph, self.archive, self.folder = graph, archive, folder
        self.total, self.done, self.progress = total, 0, progress
        self.parts: dict[str, Part] = {}
        self.spools: dict[str, _Lines] = {}

    def nodes(self, label: str) -> None:
        """Write the nodes of one main label, and set aside what leaves them."""
        ids = sorted(self.graph.read(ids_of(label))[0]["ids"])
        with self.archive.open(_entry(f"nodes/{label}.jsonl"), "w", force_zip64=True) as file:
            lines = _Lines(file)  # type: ignore[arg-type]  # a file of a ZIP is written like any other
            for part in _parts(ids):
                own = self._write_nodes(label, part, lines)
                self._set_aside_relationships(label, own)
        self.parts[f"nodes/{label}.jsonl"] = lines.part

    def relationships(self) -> None:
        """Write what was set aside."""
        for type_, spool in sorted(self.spools.items()):
            name = f"relationships/{type_}.jsonl"
            spool.file.seek(0)
            with self.archive.open(_entry(name), "w", force_zip64=True) as file:
                copyfileobj(spool.file, file, BLOCK)
            self.parts[name] = spool.part

    def close(self) -> None:
        """Close what was set aside, however it ended."""
        for spool in self.spools.values():
            spool.file.close()

    def _write_nodes(self, label: str, ids: list[str], lines: _Lines) -> list[str]:
        rows = self.graph.read(nodes_of(label), ids=ids)[0]["rows"]
        found = sorted((NodeLine(known_labels(row["labels"]), row["properties"]) for row in rows), key=lambda line: line.id)
        own = [line for line in found if line.labels[0] == label]
        for line in own:
            lines.write(_text_of(line, f"{label} {line.id}"), f"{label} {line.id}")
        self._advance(len(own))
        return [line.id for line in own]

    def _set_aside_relationships(self, label: str, ids: list[str]) -> None:
        rows = self.graph.read(relationships_from(label), ids=ids)[0]["rows"] if ids else []
        kept = [(row, line) for row in rows if (line := _relationship(label, row))]
        for row, line in sorted(kept, key=lambda one: (one[1].start.id, one[1].id)):
            place = f"{row['type']} {line.id}"
            self._spool(row["type"]).write(_text_of(line, place), place)
        self._advance(len(kept))

    def _spool(self, type_: str) -> _Lines:
        if type_ not in self.spools:
            self.spools[type_] = _Lines((self.folder / f"{type_}.jsonl").open("w+b"))
        return self.spools[type_]

    def _advance(self, count: int) -> None:
        self.done += count
        self.progress(self.done, self.total)


def _pack(graph: Graph, packed: Path, made_at: str, progress: Progress) -> Manifest:
    before = census(graph)
    with (
        os.fdopen(os.open(packed, os.O_RDWR | os.O_CREAT | os.O_EXCL, OWNER_ONLY), "w+b") as file,
        ZipFile(file, "w", ZIP_DEFLATED) as archive,
    ):
        archive.writestr(_entry(EXPLANATION), (files("graph.dump") / EXPLANATION).read_bytes())
        packing = _Packing(graph, archive, packed.parent, before.total, progress)
        try:
            for label in sorted(before.nodes):
                packing.nodes(label)
            packing.relationships()
        finally:
            packing.close()
        _compare(before, packing.parts)
        left_out = dict(sorted(before.left_out.items()))
        manifest = Manifest(program=_program(), engine=graph.engine, made_at=made_at, files=packing.parts, left_out=left_out)
        archive.writestr(_entry(MANIFEST), manifest.text())
        archive.close()
        file.flush()
        os.fsync(file.fileno())
    return manifest


def _compare(before: Census, parts: dict[str, Part]) -> None:
    """See that as much was written as was counted: a graph that changed meanwhile is no backup."""
    expected = {f"nodes/{label}.jsonl": count for label, count in before.nodes.items()}
    expected |= {f"relationships/{type_}.jsonl": count for type_, count in before.relationships.items()}
    found = {name: part.rows for name, part in parts.items()}
    for name in sorted(expected.keys() | found.keys()):
        if found.get(name, 0) != expected.get(name, 0):
            raise DatabaseUnavailable("dump_graph_changed", name=name, wanted=expected.get(name, 0), found=found.get(name, 0))


def _relationship(label: str, row: Row) -> RelationshipLine | None:
    """A relationship as a line; None for one that a dump leaves out."""
    labels = known_labels(row["end_labels"])
    if row["type"] not in relationship_kinds() or not labels or labels[0] not in kept_labels():
        return None
    return RelationshipLine(Reference(label=label, id=row["start"]), Reference(label=labels[0], id=row["end"]), row["properties"])


def _text_of(line: NodeLine | RelationshipLine, place: str) -> str:
    try:
        return line.text()
    except NotAValue as reason:
        raise LoadStopped("dump_value_unknown", place=place, kind=reason) from reason


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, NOT_BEFORE)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = 3
    entry.external_attr = OWNER_ONLY << 16
    return entry


def _program() -> str:
    try:
        return version("tsunagu")
    except PackageNotFoundError:
        return ""


def _parts(ids: Iterable[str]) -> Iterator[list[str]]:
    every = list(ids)
    for begin in range(0, len(every), READ_PART):
        yield every[begin : begin + READ_PART]
