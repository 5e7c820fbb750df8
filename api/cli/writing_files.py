"""Files that commands write: whole or not at all, always UTF-8."""

from pathlib import Path

from loaders.whole_files import write_file


def write_text(path: Path, text: str) -> None:
    """Write a file in one step: a broken-off run leaves the old one.

    Raises:
        QueryMisused: the place cannot be written to.
    """
    write_file(path, text.encode())
