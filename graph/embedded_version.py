"""Which version of the engine wrote the data, and a cold copy before another version opens them.

The engine is pinned exactly; one day the pin moves. A newer engine may change the files so that the older one cannot
read them any more, or fail half-way: the copy is then the way back.
"""

import re
import shutil
from importlib.metadata import version
from pathlib import Path

from graph.disk import says_full
from graph.errors import DatabaseMisconfigured, DatabaseUnavailable
from graph.notices import Tell

PACKAGE = "arcadedb-embedded"
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+-]{0,40}")


def keep_copy_before_another_version(folder: Path, tell: Tell) -> None:
    """Copy the data once if another version wrote them; nothing may have them open.

    Raises:
        DatabaseUnavailable: the disk has no room for the copy; the data have not been touched.
        DatabaseMisconfigured: it cannot be copied.
    """
    data, old, new = folder / "databases", _recorded(folder), version(PACKAGE)
    copy = folder / f"before-{old}"
    if old == new or copy.exists() or not data.is_dir() or not any(data.iterdir()):
        return
    partial = folder / f"before-{old}.partial"
    try:
        shutil.rmtree(partial, ignore_errors=True)
        shutil.copytree(data, partial / data.name)
        partial.rename(copy)
    except (OSError, shutil.Error) as reason:
        shutil.rmtree(partial, ignore_errors=True)
        # copytree gathers the errors of single files in one that has no number.
        if isinstance(reason, shutil.Error) or says_full(reason):
            raise DatabaseUnavailable("no_room_for_copy", path=copy) from reason
        raise DatabaseMisconfigured("home_unusable", path=copy, reason=reason.strerror or str(reason)) from reason
    tell("engine_upgraded", old=old, new=version(PACKAGE), copy=copy)


def record_version(folder: Path) -> None:
    """Note that the installed version has opened the data."""
    (folder / "version").write_text(version(PACKAGE) + "\n", encoding="utf-8")


def _recorded(folder: Path) -> str:
    """The version that wrote the data; `unknown` where nothing that one can believe is noted."""
    try:
        noted = (folder / "version").read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return "unknown"
    return noted if _VERSION.fullmatch(noted) else "unknown"
