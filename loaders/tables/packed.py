"""Text tables that are handed out in a ZIP: each as a file of its own."""

import io
import zipfile
from pathlib import Path, PurePosixPath

from graph.errors import LoadStopped
from loaders.contract import Candidate
from loaders.tables.workbook_file import LARGEST_UNPACKED, PIECE, SMALL, STEEPEST, ZIP

ENDINGS = (".csv", ".tsv", ".txt")
"""Names of files in a ZIP that can be tables; others (a readme, a picture) are left where they are."""


def is_packed(content: bytes) -> bool:
    """Whether the first bytes are those of a ZIP: a download, a workbook or a Word file."""
    return content.startswith(ZIP)


def see_that_it_is_whole(content: bytes) -> None:
    """See that a ZIP has its list of contents, which stands at its end.

    Raises:
        LoadStopped: it has none (damaged_archive).
    """
    if not zipfile.is_zipfile(io.BytesIO(content)):
        raise LoadStopped("damaged_archive")


def unpacked_tables(candidate: Candidate) -> tuple[Candidate, ...]:
    """The text tables of a ZIP, by name; the file itself where it is no ZIP. Unpacked once, however many loaders ask.

    Raises:
        LoadStopped: it is damaged or locked, larger than can be opened, or holds no text table (no_table_in_archive).
    """
    if not is_packed(candidate.content):
        return (candidate,)
    known = candidate.opened.get("unpacked")
    if known is None:
        known = candidate.opened["unpacked"] = _opened(candidate)
    if isinstance(known, LoadStopped):
        raise LoadStopped(known.key, **known.values)
    if not isinstance(known, tuple):
        raise TypeError(type(known))
    return known


def _opened(candidate: Candidate) -> tuple[Candidate, ...] | LoadStopped:
    try:
        with zipfile.ZipFile(io.BytesIO(candidate.content)) as packed:
            parts = sorted(packed.infolist(), key=lambda part: part.filename)
            found = [part for part in parts if not part.is_dir() and part.filename.casefold().endswith(ENDINGS)]
            if any(part.flag_bits & 1 for part in found):
                return LoadStopped("locked_archive")
            tables, total = [], 0
            for part in found:
                content = _content(packed, part, LARGEST_UNPACKED - total)
                total += len(content)
                tables.append(Candidate(path=Path(PurePosixPath(part.filename).name), content=content, as_of=candidate.as_of))
    except LoadStopped as stopped:
        return stopped
    except (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, EOFError, NotImplementedError, ValueError):
        return LoadStopped("damaged_archive")
    return tuple(tables) or LoadStopped("no_table_in_archive")


def _content(packed: zipfile.ZipFile, part: zipfile.ZipInfo, limit: int) -> bytes:
    pieces, size = [], 0
    with packed.open(part) as opened:
        while piece := opened.read(PIECE):
            size += len(piece)
            if size > limit or (size > SMALL and size > STEEPEST * max(part.compress_size, 1)):
                raise LoadStopped("archive_too_large", limit=LARGEST_UNPACKED >> 20)
            pieces.append(piece)
    return b"".join(pieces)
