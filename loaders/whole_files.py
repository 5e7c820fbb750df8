"""Files and folders written whole or not at all, and archives whose bytes depend on their content only."""

import os
import shutil
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from errno import EISDIR, ENOTDIR
from io import BytesIO
from pathlib import Path, PurePosixPath
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
    return _put(path, files, lambda: {one.name for one in path.iterdir()} - files.keys())


def write_tree(path: Path, files: Mapping[str, bytes], *, earlier: Collection[str] = ()) -> tuple[Path, ...]:
    """Write a folder with folders in it in one step, in the place of one that holds only what was written there earlier.

    Args:
        path: the folder.
        files: path inside it, with `/` between → content.
        earlier: files that were written there before and may go.

    Raises:
        QueryMisused: the place cannot be written to, or the folder holds something else.
    """
    return _put(path, files, lambda: held_beside(path, earlier), folders={str(PurePosixPath(name).parent) for name in files})


def refuse_others(path: Path, earlier: Collection[str]) -> None:
    """Refuse a folder in which `write_tree` would refuse to write, before anything is made for it.

    Raises:
        QueryMisused: the folder holds something else.
    """
    if found := sorted(held_beside(path, earlier)):
        raise QueryMisused("folder_holds_others", path=path, file=found[0])


def held_beside(path: Path, earlier: Collection[str]) -> set[str]:
    """What a folder holds beside some files, in the folders of the folder too."""
    return {one.relative_to(path).as_posix() for one in path.rglob("*") if not one.is_dir()} - set(earlier)


def _put(
    path: Path, files: Mapping[str, bytes], others: Callable[[], Collection[str]], *, folders: Collection[str] = ()
) -> tuple[Path, ...]:
    new, old = _beside(path, "new"), _beside(path, "old")
    if path.exists() and not path.is_dir():
        raise _not_written(path, NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR)))
    try:
        if path.is_dir() and (found := sorted(others())):
            raise QueryMisused("folder_holds_others", path=path, file=found[0])
        new.mkdir()
        for folder in folders:
            (new / folder).mkdir(parents=True, exist_ok=True)
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
