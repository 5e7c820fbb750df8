"""A bundle as it lies on disk, opened without trust: nothing is unpacked to disk, and no more than the limits allow."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal
from zipfile import ZipFile, ZipInfo

from pydantic import TypeAdapter, ValidationError

from graph.errors import LoadStopped
from graph.harmless_zip import BROKEN, HostileEntry, harmless_entries
from loaders.bundle.format import FILES, MANIFEST, MANIFEST_BYTES, NEEDED, UNPACKED_BYTES, VERSION

PACKAGE = "loaders.bundle"


@dataclass(frozen=True)
class Part:
    """What the manifest says of one file."""

    bytes: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What a bundle says of itself."""

    format: Literal["tsunagu-bundle"]
    version: int
    files: dict[str, Part]


MANIFEST_SHAPE = TypeAdapter(Manifest)


@dataclass(frozen=True)
class OpenBundle:
    """A bundle whose files are all there, each as its manifest says."""

    path: Path
    files: dict[str, bytes]
    """Name → content, without the manifest."""

    def wrong(self, place: str, reason: str) -> LoadStopped:
        """The error of a file that is not what a bundle has there."""
        return refused("bundle_part_wrong", self.path, place=place, reason=reason)


def refused(key: str, path: Path, **values: object) -> LoadStopped:
    """An error of a bundle, worded by this package's catalogue."""
    stopped = LoadStopped(key, file=path, **values)
    stopped.package = PACKAGE
    return stopped


def opened(path: Path) -> OpenBundle:
    """Read a bundle.

    Raises:
        LoadStopped: it cannot be read, is none, is damaged or was changed, or is more than this program takes.
    """
    try:
        with ZipFile(path) as archive:
            entries = _entries(path, archive)
            if MANIFEST not in entries:
                raise refused("bundle_is_none", path)
            manifest = _manifest(path, _content(path, archive, entries[MANIFEST], MANIFEST_BYTES))
            _compare_names(path, entries, manifest)
            return OpenBundle(path, {name: _checked(path, archive, entries[name], part) for name, part in manifest.files.items()})
    except (*BROKEN, ValueError) as reason:
        raise refused("bundle_is_no_zip", path, reason=str(reason)) from reason
    except OSError as reason:
        raise refused("bundle_unreadable", path, reason=reason.strerror or str(reason)) from reason


def _entries(path: Path, archive: ZipFile) -> dict[str, ZipInfo]:
    """The files by their names; a name that leads out of the archive, or stands twice, is refused, and so is too much."""
    try:
        found = harmless_entries(archive)
    except HostileEntry as entry:
        if entry.is_packed_otherwise:
            raise refused("bundle_damaged", path, place=entry.place, reason="encryption, compression") from entry
        raise refused("bundle_names_differ", path, place=entry.place) from entry
    if len(found) > FILES or sum(entry.file_size for entry in found.values()) > UNPACKED_BYTES:
        raise refused("bundle_too_large", path, limit=UNPACKED_BYTES // 2**20)
    return found


def _manifest(path: Path, text: bytes) -> Manifest:
    try:
        manifest = MANIFEST_SHAPE.validate_json(text)
    except ValidationError as reason:
        first = reason.errors(include_url=False, include_input=False)[0]
        where = ":".join([MANIFEST, *map(str, first["loc"])])
        raise refused("bundle_part_wrong", path, place=where, reason=first["msg"]) from reason
    if manifest.version > VERSION:
        raise refused("bundle_is_newer", path, version=manifest.version, known=VERSION)
    return manifest


def _compare_names(path: Path, entries: dict[str, ZipInfo], manifest: Manifest) -> None:
    """Every file is announced, every announced file is there, and so is everything that a bundle needs."""
    there, announced = entries.keys() - {MANIFEST}, manifest.files.keys()
    for name in sorted((there ^ announced) | (set(NEEDED) - announced)):
        raise refused("bundle_names_differ", path, place=name)


def _checked(path: Path, archive: ZipFile, entry: ZipInfo, part: Part) -> bytes:
    content = _content(path, archive, entry, part.bytes)
    if (len(content), sha256(content).hexdigest()) != (part.bytes, part.sha256):
        raise refused("bundle_part_differs", path, place=entry.filename)
    return content


def _content(path: Path, archive: ZipFile, entry: ZipInfo, limit: int) -> bytes:
    """At most one byte more than it may have, whatever the archive says of its size."""
    try:
        with archive.open(entry) as file:
            content = file.read(min(limit, UNPACKED_BYTES) + 1)
    except (*BROKEN, ValueError) as reason:
        raise refused("bundle_damaged", path, place=entry.filename, reason=str(reason)) from reason
    if len(content) > limit:
        raise refused("bundle_part_differs", path, place=entry.filename)
    return content
