"""Files that the site gives out, under a name in the reader's own writing (RFC 6266, RFC 8187)."""

import re
from urllib.parse import quote

from fastapi import Response

from visualizations.sheet.plain_text import plain

MEDIA_TYPES = {
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
LONGEST_NAME = 60
"""Characters; with three bytes each it stays within what file systems take."""

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\s.]+')


def attachment(content: bytes, name: str, suffix: str) -> Response:
    """A file to be saved.

    Args:
        content: what is in it.
        name: what it is called, without suffix; what no file system takes is replaced.
        suffix: one of `MEDIA_TYPES`.
    """
    called = f"{file_name(name)}.{suffix}"
    disposition = f"attachment; filename=\"tsunagu.{suffix}\"; filename*=UTF-8''{quote(called, safe='')}"
    return Response(content, media_type=MEDIA_TYPES[suffix], headers={"content-disposition": disposition})


def file_name(name: str) -> str:
    """A name that every file system takes."""
    return _NOT_IN_NAMES.sub("_", plain(name)).strip("_")[:LONGEST_NAME] or "tsunagu"
