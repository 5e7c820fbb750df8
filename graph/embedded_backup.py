"""The embedded engine's own copy of itself: made while it runs, put back while it rests.

Faster than a dump and exact to the byte, but only for the same engine; a dump (`graph.dump`) outlives it.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import URLError
from zipfile import ZipFile

from graph.dump.backup import OWNER_ONLY, not_written, see_that_it_can_be_written
from graph.dump.opening import harmless_entries, zip_opened
from graph.embedded import EmbeddedDatabase
from graph.embedded_command import COMMAND_TIMEOUT_MILLISECONDS, DATABASE, over_http, restore_command
from graph.errors import DatabaseUnavailable, LoadStopped, TsunaguError
from graph.harmless_zip import BROKEN

OF_THE_ENGINE = {"configuration.json", "schema.json"}
"""Files by which a copy is told from a dump."""
OUTPUT_SHOWN = 200


def copy_engine(database: EmbeddedDatabase, target: Path, *, force: bool = False) -> None:
    """Have a running engine copy itself into one file; other programs may go on writing.

    The copy is the graph between two transactions. A load that was under way shows as incomplete in it, as one that broke
    off would, and loading the file again completes it.

    Raises:
        QueryMisused: the file is there already, or cannot be written.
        DatabaseUnavailable: the engine does not run, or did not make the copy.
    """
    see_that_it_can_be_written(target, force=force)
    made = database.folder / "backups" / DATABASE / _backup_file(database)
    partial = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        os.close(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY))
        shutil.copyfile(made, partial)
        partial.replace(target)
    except OSError as reason:
        raise not_written(target, reason) from reason
    finally:
        partial.unlink(missing_ok=True)
        made.unlink(missing_ok=True)


def is_engine_copy(file: Path) -> bool:
    """Whether a file is a copy of the engine, by its content.

    Raises:
        LoadStopped: it is no ZIP at all.
    """
    with zip_opened(file) as archive:
        return set(archive.namelist()) >= OF_THE_ENGINE


def put_back(database: EmbeddedDatabase, file: Path, aside: Path, *, opens: Callable[[], None], keep: bool = True) -> None:
    """Put a copy in the place of the engine's database.

    Args:
        database: nobody else may use it.
        file: a copy made by `copy_engine`.
        aside: where the former database goes; it comes back when the new one does not open.
        opens: opens the new one and asks it something; raises where it cannot.
        keep: leave the former database aside for good, since it held something.

    Raises:
        LoadStopped: the file is damaged, or what it holds does not open.
        DatabaseUnavailable: other programs use the engine.
    """
    _verify(file)
    place = database.folder / "databases" / DATABASE
    with database.at_rest(), TemporaryDirectory(dir=database.folder, prefix="restoring.") as folder:
        unpacked = Path(folder) / DATABASE
        _unpack(file, unpacked)
        if place.exists():
            place.rename(aside)
        place.parent.mkdir(exist_ok=True)
        unpacked.rename(place)
    try:
        opens()
    except TsunaguError as reason:
        with database.at_rest():
            shutil.rmtree(place, ignore_errors=True)
            if aside.exists():
                aside.rename(place)
        raise LoadStopped("engine_copy_did_not_open", file=file, reason=reason.key) from reason
    if not keep:
        shutil.rmtree(aside, ignore_errors=True)


def _backup_file(database: EmbeddedDatabase) -> str:
    server = database.find()
    if server is None:
        raise DatabaseUnavailable("engine_copy_failed", reason="not running")
    command = {"language": "sql", "command": "BACKUP DATABASE"}
    try:
        answer = over_http(server.http_port, database.password, f"command/{DATABASE}", command, seconds=COMMAND_TIMEOUT_MILLISECONDS / 1000)
        return Path(str(json.loads(answer)["result"][0]["backupFile"])).name
    except (URLError, TimeoutError, ValueError, LookupError, TypeError) as reason:
        raise DatabaseUnavailable("engine_copy_failed", reason=reason) from reason


def _verify(file: Path) -> None:
    """Read the copy to its end before anything is touched."""
    with zip_opened(file) as archive:
        harmless_entries(file, archive)
        damaged = _first_damaged(archive, file)
    if damaged:
        raise LoadStopped("dump_damaged", file=file, place=damaged, reason="CRC")


def _first_damaged(archive: ZipFile, file: Path) -> str | None:
    try:
        return archive.testzip()
    except BROKEN as reason:
        raise LoadStopped("dump_damaged", file=file, place="-", reason=reason) from reason


def _unpack(file: Path, folder: Path) -> None:
    done = subprocess.run(restore_command(file.absolute(), folder), capture_output=True, text=True, check=False)  # noqa: S603 - our own command line
    if done.returncode or not (folder / "schema.json").exists():
        raise LoadStopped("engine_copy_did_not_open", file=file, reason=(done.stderr or done.stdout).strip()[-OUTPUT_SHOWN:])
