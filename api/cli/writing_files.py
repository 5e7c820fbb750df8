"""Files that commands write: whole or not at all, always UTF-8."""

import os
from pathlib import Path

from graph.errors import QueryMisused


def write_text(path: Path, text: str) -> None:
    """Write a file in one step: a broken-off run leaves the old one.

    Raises:
        QueryMisused: the place cannot be written to.
    """
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        partial.write_text(text, encoding="utf-8", newline="\n")
        partial.replace(path)
    except OSError as reason:
        partial.unlink(missing_ok=True)
        raise QueryMisused("file_not_written", path=path, reason=reason.strerror or str(reason)) from reason
