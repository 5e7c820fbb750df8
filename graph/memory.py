"""What was read from a graph, kept for as long as nothing is written to it.

Pages are asked for far more often than something is loaded, and the whole directory of areas is needed for each. What is
kept is kept under the revision that the database itself tells (`Graph.revision`), so that a load, an undo or a decision of
any program makes it void at once.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from threading import Lock
from typing import Any, TypeVar, cast

from graph.connection import Row

MOST = 512
"""Answers kept at once; the one that was not asked for longest goes first."""
LARGEST = 20_000
"""Rows of the largest answer that is kept."""

Kept = TypeVar("Kept")


class Memory:
    """A bounded store that several threads use; whoever finds nothing reads, and two may read the same at once."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()

    def of(self, revision: str | None, key: Hashable, read: Callable[[], Kept]) -> Kept:
        """What was read for a key under a revision; without a revision it is read and not kept.

        What is returned is shared between all who ask: it is not to be changed.
        """
        if revision is None:
            return read()
        whole = (revision, key)
        with self._lock:
            if whole in self._kept:
                self._kept.move_to_end(whole)
                return cast(Kept, self._kept[whole])
        found = read()
        if not isinstance(found, list) or len(found) <= LARGEST:
            with self._lock:
                self._kept[whole] = found
                while len(self._kept) > MOST:
                    self._kept.popitem(last=False)
        return found

    def rows(self, revision: str | None, key: Hashable, read: Callable[[], list[Row]]) -> list[Row]:
        """The same for rows, each of which may be added to by whoever asked."""
        return [dict(row) for row in self.of(revision, key, read)]


def as_key(value: Any) -> Hashable:
    """A value of a parameter as a part of a key: lists and maps in their order."""
    if isinstance(value, Mapping):
        return tuple((name, as_key(one)) for name, one in value.items())
    if isinstance(value, list | tuple):
        return tuple(as_key(one) for one in value)
    if isinstance(value, set | frozenset):
        return frozenset(value)
    return cast(Hashable, value)
