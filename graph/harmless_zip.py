"""The entries of a ZIP that somebody gave us: refused where a name leads out of it, stands twice, or is packed otherwise than we pack."""

import zlib
from pathlib import PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

ENCRYPTED = 0x1
BROKEN = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, UnicodeError)
"""What Python's own reader says of a broken file."""


class HostileEntry(Exception):
    """An entry that is not to be read; whoever opens the file words it.

    Args:
        place: its name, as the file has it.
        is_packed_otherwise: it is encrypted, or compressed in a way that is not ours; else its name is the reason.
    """

    def __init__(self, place: str, *, is_packed_otherwise: bool = False) -> None:
        super().__init__(place)
        self.place, self.is_packed_otherwise = place, is_packed_otherwise


def harmless_entries(archive: ZipFile) -> dict[str, ZipInfo]:
    """The files in a ZIP by their names.

    Raises:
        HostileEntry: one of them is not to be read.
    """
    found: dict[str, ZipInfo] = {}
    for entry in archive.infolist():
        name = entry.filename
        leads_out = "\\" in entry.orig_filename or ":" in name or name.startswith("/") or ".." in PurePosixPath(name).parts
        if leads_out or entry.is_dir() or name in found or name != entry.orig_filename:
            raise HostileEntry(entry.orig_filename)
        if entry.flag_bits & ENCRYPTED or entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise HostileEntry(name, is_packed_otherwise=True)
        found[name] = entry
    return found
