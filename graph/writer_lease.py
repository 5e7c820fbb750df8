"""One writer at a time on Neo4j, across programs and machines: a lease that stands in the database itself.

A load plans from what it has read and writes in several transactions; a second load between them would lose statements.
Neo4j sorts out single transactions only. So whoever writes holds the one `WriterLease` node, until a time told by the
database's own clock. Every write transaction of the holder renews it first, and a thread does so while the holder only
reads. A holder that was killed or stopped is followed by the next after `LEASE_SECONDS`; should it wake up, its next
write finds the lease gone and writes nothing (graph/decisions/0004).
"""

import os
import socket
import threading
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from neo4j import Transaction
from neo4j.exceptions import DriverError, Neo4jError

from graph.errors import DatabaseUnavailable, TsunaguError
from graph.model.bookkeeping import WriterLease
from graph.notices import Tell

LEASE_SECONDS = 25.0
POLL_SECONDS = 0.25
TOLD_AFTER_SECONDS = 1.0

LEASE = WriterLease(key="writer lease")
PROGRAM = uuid.uuid4().hex
_HELD: Counter[tuple[str, str]] = Counter()
"""How often each holder of this program has taken each database's lease: taking it again is no waiting."""

# Setting a property locks the node until the transaction ends: what is read after it is what the last writer left.
_LOCK = "MATCH (l:WriterLease {id: $id}) SET l.asked_at = timestamp()"
_MAKE_AND_LOCK = "MERGE (l:WriterLease {id: $id}) SET l += $properties, l.asked_at = timestamp()"
_READ = "MATCH (l:WriterLease {id: $id}) RETURN l.holder AS holder, l.program AS program, coalesce(l.until, 0) > timestamp() AS live"
_MARK = "MATCH (l:WriterLease {id: $id}) SET l.revision = $revision"
_MAKE_AND_MARK = "MERGE (l:WriterLease {id: $id}) SET l += $properties, l.revision = $revision"
_REVISION = "MATCH (l:WriterLease {id: $id}) RETURN l.revision AS revision"
_SET = (
    "MATCH (l:WriterLease {id: $id}) SET l.holder = $holder, l.program = $program, l.until = timestamp() + $milliseconds RETURN l.id AS id"
)
_FREE = "MATCH (l:WriterLease {id: $id}) WHERE l.holder = $holder REMOVE l.holder, l.program, l.until"

Work = Callable[[Transaction], Any]


class Busy(Exception):
    """Another program writes now."""

    def __init__(self, program: str) -> None:
        super().__init__(program)
        self.program = program


class Lease:
    """The lease of one database, as one connection sees it.

    Args:
        database: the database in words, the same for every connection of this program to it.
        run: runs work in one transaction, repeated when the database was away.
        run_once: the same without repeating.
        tell: told when somebody has to wait.
    """

    def __init__(self, database: str, *, run: Callable[[Work], Any], run_once: Callable[[Work], Any], tell: Tell) -> None:
        self._database = database
        self._run = run
        self._run_once = run_once
        self._tell = tell

    @property
    def is_held(self) -> bool:
        """Whether this thread of this program holds it."""
        return _HELD[self._database, _holder()] > 0

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold it; another writer is waited for.

        Raises:
            DatabaseUnavailable: the database went away.
        """
        holder = _holder()
        place = (self._database, holder)
        if not _HELD[place]:
            self.when_free(lambda: self._run(lambda transaction: _take(transaction, holder)))
        _HELD[place] += 1
        ended = threading.Event()
        if _HELD[place] == 1:
            threading.Thread(target=self._renew, args=(holder, ended), daemon=True).start()
        try:
            yield
        finally:
            _HELD[place] -= 1
            if not _HELD[place]:
                del _HELD[place]
                ended.set()
                # A database that is away cannot be told: the lease then ends by its time.
                with suppress(Neo4jError, DriverError, TsunaguError):
                    self._run_once(lambda transaction: transaction.run(_FREE, id=LEASE.id, holder=holder).consume())

    def guard(self, transaction: Transaction) -> None:
        """Begin a write transaction: the holder renews, everybody else sees that nobody holds it.

        Raises:
            Busy: another program holds it.
            DatabaseUnavailable: this program held it and has lost it.
        """
        transaction.run(_LOCK, id=LEASE.id).consume()
        transaction.run(_MARK, id=LEASE.id, revision=_anew()).consume()
        row = transaction.run(_READ, id=LEASE.id).single()
        if self.is_held:
            if row is None or row["holder"] != _holder():
                raise DatabaseUnavailable("writer_lease_lost", program=row["program"] if row and row["program"] else "—")
            _set(transaction, _holder())
        elif row is not None and row["live"]:
            raise Busy(row["program"])

    def when_free(self, attempt: Callable[[], Any]) -> Any:
        """Try until no other program is in the way; who waits for longer than a second is told so."""
        begun, told = time.monotonic(), False
        while True:
            try:
                return attempt()
            except Busy as busy:
                if not told and time.monotonic() - begun >= TOLD_AFTER_SECONDS:
                    self._tell("waiting_for_writer", program=busy.program)
                    told = True
            time.sleep(POLL_SECONDS)

    def _renew(self, holder: str, ended: threading.Event) -> None:
        """While the holder reads or computes; a database that is away is asked again at the next turn."""

        def work(transaction: Transaction) -> None:
            transaction.run(_LOCK, id=LEASE.id).consume()
            row = transaction.run(_READ, id=LEASE.id).single()
            if row is not None and row["holder"] == holder and not ended.is_set():
                _set(transaction, holder)

        while not ended.wait(LEASE_SECONDS / 3):
            with suppress(Neo4jError, DriverError, TsunaguError):
                self._run_once(work)


def mark_written(transaction: Transaction) -> None:
    """Leave a new revision where no lease is needed: the embedded engine has one writer by its file."""
    transaction.run(_MAKE_AND_MARK, id=LEASE.id, properties=LEASE.properties(), revision=_anew()).consume()


def revision(transaction: Transaction) -> str | None:
    """What the last transaction that wrote left; None in a database to which nothing was written since it has revisions."""
    row = transaction.run(_REVISION, id=LEASE.id).single()
    return None if row is None else row["revision"]


def _anew() -> str:
    return uuid.uuid4().hex


def _take(transaction: Transaction, holder: str) -> None:
    transaction.run(_MAKE_AND_LOCK, id=LEASE.id, properties=LEASE.properties()).consume()
    row = transaction.run(_READ, id=LEASE.id).single(strict=True)
    if row["live"] and row["holder"] != holder:
        raise Busy(row["program"])
    _set(transaction, holder)


def _set(transaction: Transaction, holder: str) -> None:
    program = f"{socket.gethostname()}, {os.getpid()}"
    transaction.run(_SET, id=LEASE.id, holder=holder, program=program, milliseconds=int(LEASE_SECONDS * 1000)).consume()


def _holder() -> str:
    """This thread of this program: two threads keep each other out as two programs do."""
    return f"{PROGRAM}-{os.getpid()}-{threading.get_ident()}"
