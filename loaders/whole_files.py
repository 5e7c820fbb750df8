"""Files and folders written whole or not at all, and archives whose bytes depend on their content only."""

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from errno import EISDIR, ENOTDIR
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from graph.errors import QueryMisused

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time of every entry of an archive: the same content gives the same bytes."""
READABLE = 0o644 << 16


def write_file(path: Path, content: bytes) -> Path:
    """Write a file in one step: a broken-off run leaves the old one.

    Raises:
        QueryMisused: the place cannot be written to.
    """
    partial = _beside(path, "new")
    try:
        partial.write_bytes(content)
        partial.replace(path)
    except OSError as reason:
        raise _not_written(path, reason) from reason
    finally:
        with suppress(OSError):
            partial.unlink()
    return path


def write_folder(path: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write a folder in one step, in the place of one with the same files; of any other it is left as it is.

    Raises:
        QueryMisused: the place cannot be written to, or the folder holds something else.
    """
    new, old = _beside(path, "new"), _beside(path, "old")
    if path.exists() and not path.is_dir():
        raise _not_written(path, NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR)))
    try:
        if path.is_dir() and (others := sorted({one.name for one in path.iterdir()} - files.keys())):
            raise QueryMisused("folder_holds_others", path=path, file=others[0])
        new.mkdir()
        for name, content in files.items():
            (new / name).write_bytes(content)
        if path.exists():
            path.rename(old)
        new.rename(path)
    except OSError as reason:
        if old.exists() and not path.exists():
            old.rename(path)
        raise _not_written(path, reason) from reason
    finally:
        shutil.rmtree(new, ignore_errors=True)
        if path.exists():
            shutil.rmtree(old, ignore_errors=True)
    return tuple(path / name for name in files)


def archive(files: Mapping[str, bytes]) -> bytes:
    """A ZIP of some files: the same files give the same bytes."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as packed:
        for name, content in files.items():
            entry = ZipInfo(name, EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = READABLE
            packed.writestr(entry, content)
    return made.getvalue()


def _beside(path: Path, what: str) -> Path:
    whole = path.absolute()
    if not whole.name:
        raise _not_written(path, OSError(EISDIR, os.strerror(EISDIR)))
    return whole.with_name(f".{whole.name}.{os.getpid()}.{what}")


def _not_written(path: Path, reason: OSError) -> QueryMisused:
    return QueryMisused("file_not_written", path=path, reason=reason.strerror or str(reason))
