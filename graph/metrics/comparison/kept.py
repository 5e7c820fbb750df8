"""What a long run has done, in a file of one JSON document a line: read again by the next run, which does only the rest.

The first line says on what the numbers depend; a run of other terms does not add to it. A line that broke off at the end, as
where a program was killed while it wrote, is cut off.
"""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from graph.errors import QueryMisused

FORMAT = "tsunagu-compared/2"


class Kept:
    """The file of a run; a context manager that has it open.

    Args:
        path: the file; None keeps nothing.
        terms: on what the numbers depend.

    Raises:
        QueryMisused: the file is none of a run, or of a run on other terms.
    """

    def __init__(self, path: Path | None, terms: Mapping[str, Any]) -> None:
        self.path = path
        self._found: dict[str, dict[str, Any]] = {}
        self._terms = {"format": FORMAT, **terms}
        self._file: BinaryIO | None = None

    def __enter__(self) -> Self:
        if self.path is None:
            return self
        self._file = self.path.open("a+b")
        try:
            self._read(self._file, self.path.name)
        except BaseException:
            self._file.close()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._file:
            self._file.close()

    def add(self, found: Mapping[str, Any]) -> None:
        """Keep one region, for good: it is on the disk when this returns."""
        if self._file:
            self._write(self._file, found)

    def of(self, name: str, digest: str) -> dict[str, Any] | None:
        """What was found before of a region whose network is still the same."""
        known = self._found.get(name)
        return known if known is not None and known["digest"] == digest else None

    def _read(self, file: BinaryIO, name: str) -> None:
        file.seek(0)
        content = file.read()
        broken = content[content.rfind(b"\n") + 1 :]
        lines = content[: len(content) - len(broken)].splitlines()
        if not lines and not _line(self._terms).startswith(broken):
            raise QueryMisused("kept_is_another_file", file=name)
        read = [_document(line, number, name) for number, line in enumerate(lines, 1)]
        if read and read[0].get("format") != FORMAT:
            raise QueryMisused("kept_is_another_file", file=name)
        if read and read[0] != self._terms:
            differing = sorted(term for term in read[0].keys() | self._terms.keys() if read[0].get(term) != self._terms.get(term))
            raise QueryMisused("kept_on_other_terms", file=name, terms=", ".join(differing))
        file.truncate(len(content) - len(broken))
        if not read:
            self._write(file, self._terms)
        self._found = {one["name"]: one for one in read[1:]}

    @staticmethod
    def _write(file: BinaryIO, document: Mapping[str, Any]) -> None:
        file.write(_line(document))
        file.flush()
        os.fsync(file.fileno())


def _line(document: Mapping[str, Any]) -> bytes:
    return json.dumps(document, ensure_ascii=False, allow_nan=False).encode() + b"\n"


def _document(line: bytes, number: int, name: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except ValueError:
        found = None
    if number == 1 and not isinstance(found, dict):
        raise QueryMisused("kept_is_another_file", file=name)
    if not isinstance(found, dict) or (number > 1 and not {"name", "digest"} <= found.keys()):
        raise QueryMisused("kept_is_damaged", file=name, line=number)
    return found
