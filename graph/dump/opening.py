"""A dump as it lies on disk: opened without trust, its lines given one by one within limits.

Nothing is ever unpacked to disk, and no more is unpacked at once than one line.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from io import BufferedReader
from pathlib import Path, PurePosixPath
from typing import cast
from zipfile import ZipFile, ZipInfo

from graph.dump.format import (
    EXPLANATION,
    FORMAT,
    LINE_BYTES,
    MANIFEST,
    MANIFEST_BYTES,
    UNPACKED_BYTES,
    UNPACKED_TIMES,
    VERSION,
    Manifest,
    manifest_of,
)
from graph.dump.values import NotAValue
from graph.errors import LoadStopped
from graph.harmless_zip import BROKEN, HostileEntry
from graph.harmless_zip import harmless_entries as harmless

BLOCK = 2**20
ZIP_BEGINS = b"PK\x03\x04"


class DumpFile:
    """An open dump whose manifest can be taken."""

    def __init__(self, path: Path, archive: ZipFile) -> None:
        self.path, self._archive = path, archive
        self._entries = harmless_entries(path, archive)
        text = self._manifest_bytes()
        self.manifest = _manifest(path, text)
        self.checksum = sha256(text).hexdigest()
        """Of the manifest, which has the sums of everything else: it tells two dumps apart."""
        self._compare_names()

    def names(self, folder: str) -> list[str]:
        """The label or type of each file in `nodes` or `relationships`."""
        return [PurePosixPath(name).stem for name in sorted(self.manifest.files) if name.startswith(f"{folder}/")]

    def lines(self, name: str) -> Iterator[tuple[int, bytes]]:
        """Each line of a file with its number from 1; what the manifest says of the file is compared at its end.

        Raises:
            LoadStopped: a line is too long, or the file is not what the manifest says.
        """
        part, found, number, size = self.manifest.files[name], sha256(), 0, 0
        with self._reading(name) as file:
            while line := file.readline(LINE_BYTES + 1):
                number += 1
                size += len(line)
                if len(line) > LINE_BYTES:
                    raise LoadStopped("dump_line_wrong", file=self.path, place=f"{name}:{number}", reason=f"> {LINE_BYTES} bytes")
                found.update(line)
                yield number, line
        if (number, size, found.hexdigest()) != (part.rows, part.bytes, part.sha256):
            raise LoadStopped("dump_part_differs", file=self.path, place=name, wanted=part.rows, found=number)

    def _manifest_bytes(self) -> bytes:
        if MANIFEST not in self._entries:
            raise LoadStopped("dump_without_manifest", file=self.path)
        with self._reading(MANIFEST) as file:
            text = file.read(MANIFEST_BYTES + 1)
        if len(text) > MANIFEST_BYTES:
            raise LoadStopped("dump_manifest_wrong", file=self.path, reason=f"> {MANIFEST_BYTES} bytes")
        return text

    def _compare_names(self) -> None:
        """Every file is announced, and every announced file is there."""
        there, announced = self._entries.keys() - {MANIFEST, EXPLANATION}, self.manifest.files.keys()
        for name in sorted(there ^ announced):
            raise LoadStopped("dump_names_differ", file=self.path, place=name)
        for name in sorted(announced):
            if self._entries[name].file_size != self.manifest.files[name].bytes:
                raise LoadStopped("dump_part_differs", file=self.path, place=name, wanted=self.manifest.files[name].rows, found="?")

    @contextmanager
    def _reading(self, name: str) -> Iterator[BufferedReader]:
        try:
            with self._archive.open(self._entries[name]) as file, BufferedReader(file, BLOCK) as buffered:  # type: ignore[type-var]
                yield cast("BufferedReader", buffered)
        except BROKEN as reason:
            raise LoadStopped("dump_damaged", file=self.path, place=name, reason=reason) from reason


@contextmanager
def opened(path: Path) -> Iterator[DumpFile]:
    """Open a dump for reading.

    Raises:
        LoadStopped: it is no dump that this program can take.
    """
    with zip_opened(path) as archive:
        yield DumpFile(path, archive)


def zip_opened(path: Path) -> ZipFile:
    """Open any ZIP for reading.

    Raises:
        LoadStopped: it cannot be read, or is none.
    """
    try:
        with path.open("rb") as file:
            begins_as_zip = file.read(len(ZIP_BEGINS)) == ZIP_BEGINS
        return ZipFile(path)
    except BROKEN as reason:
        key = "dump_cut_off" if begins_as_zip else "dump_is_no_zip"
        raise LoadStopped(key, file=path) from reason
    except OSError as reason:
        raise LoadStopped("dump_unreadable", file=path, reason=reason.strerror or str(reason)) from reason


def harmless_entries(path: Path, archive: ZipFile) -> dict[str, ZipInfo]:
    """The files in a ZIP by their names.

    Raises:
        LoadStopped: one of them leads out of its folder, or together they unpack to absurdly much.
    """
    try:
        found = harmless(archive)
    except HostileEntry as entry:
        if entry.is_packed_otherwise:
            raise LoadStopped("dump_damaged", file=path, place=entry.place, reason="encryption, compression") from entry
        raise LoadStopped("dump_names_differ", file=path, place=entry.place) from entry
    unpacked = sum(entry.file_size for entry in found.values())
    if unpacked > max(UNPACKED_BYTES, UNPACKED_TIMES * path.stat().st_size):
        raise LoadStopped("dump_unpacks_to_too_much", file=path, size=unpacked // 2**20)
    return found


def _manifest(path: Path, text: bytes) -> Manifest:
    try:
        content = json.loads(text.decode("utf-8"))
    except (ValueError, RecursionError) as reason:
        raise LoadStopped("dump_manifest_wrong", file=path, reason=reason) from reason
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise LoadStopped("dump_manifest_wrong", file=path, reason=f'"format" ≠ "{FORMAT}"')
    if isinstance(content.get("version"), int) and content["version"] > VERSION:
        raise LoadStopped("dump_is_newer", file=path, version=content["version"], program=content.get("program"), known=VERSION)
    try:
        return manifest_of(content)
    except NotAValue as reason:
        raise LoadStopped("dump_manifest_wrong", file=path, reason=reason) from reason
