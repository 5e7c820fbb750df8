"""A query's file as it is written: where in it something stands."""

import re
from collections.abc import Callable

from graph.query_checks.text import in_lines


class Written:
    """The text of one file; lines are counted from 1, those of its header among them."""

    def __init__(self, text: str) -> None:
        head, _, body = text.partition("*/")
        self._head = head.split("\n")
        self._body = in_lines(body).split("\n")
        self._plain = body.split("\n")

    def in_header(self, key: str) -> int:
        """The line of an entry of the header; the first line where it has none."""
        entry = re.compile(rf"^[\s{{,'\"]*{re.escape(key)}['\"]?\s*:|[{{,]\s*{re.escape(key)}\s*:")
        return next((number for number, line in enumerate(self._head, start=1) if entry.search(line)), 1)

    def in_body(self, pattern: str) -> int:
        """The first line of the query where a pattern is found outside strings and comments, else where the query begins."""
        number = next((number for number, line in enumerate(self._body) if re.search(pattern, line, re.IGNORECASE)), None)
        return self._begin() if number is None else number + len(self._head)

    def where(self, breaks: Callable[[str], bool]) -> int:
        """The line with which the query breaks a rule."""
        for number in range(1, len(self._plain) + 1):
            if breaks("\n".join(self._plain[:number])):
                return number - 1 + len(self._head)
        return self._begin()

    def _begin(self) -> int:
        return next((number for number, line in enumerate(self._body) if line.strip()), 0) + len(self._head)
