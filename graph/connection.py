"""One connection, and the rules of the two engines in one place (graph/decisions/0001, 0004).

The database is always named; nothing is written by auto-commit; there is one writer at a time; no timeouts are left to
the engine; what may pass is tried again. Only `graph/` imports the driver.
"""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from typing import Any, TypeVar

import neo4j
from neo4j import READ_ACCESS, WRITE_ACCESS, Driver
from neo4j.exceptions import ConstraintError, DriverError, Neo4jError
from neo4j.time import Date

from graph.disk import is_full
from graph.driver import may_pass, open_driver, translated
from graph.embedded import EmbeddedDatabase
from graph.embedded_command import DATABASE
from graph.errors import DatabaseUnavailable, TsunaguError
from graph.notices import Tell, silent
from graph.settings import Settings, without_password
from graph.writer_lease import Lease, mark_written, revision

RETRY_SECONDS = 15.0
PATIENCE_SECONDS = 75.0
"""For a load that has begun: a Neo4j that is started anew is back within this time."""
LONGEST_PAUSE_SECONDS = 2.0
CONSTRAINT_ATTEMPTS = 3
TOLD_AFTER_SECONDS = 1.0

Row = dict[str, Any]
Outcome = TypeVar("Outcome")


class Transaction:
    """One explicit transaction: every statement in it is applied, or none."""

    def __init__(self, transaction: neo4j.Transaction) -> None:
        self._transaction = transaction

    def run(self, statement: str, **parameters: Any) -> list[Row]:
        """Run one statement; values only as parameters."""
        result = self._transaction.run(statement, parameters)
        return [plain(record.data()) for record in result]


class Graph:
    """A connection to the graph, on either engine."""

    def __init__(
        self, driver: Driver, *, engine: str, database: str, address: str, embedded: EmbeddedDatabase | None = None, tell: Tell = silent
    ) -> None:
        self.engine = engine
        """neo4j or embedded."""
        self.address = address
        self._driver = driver
        self._database = database
        self._embedded = embedded
        self.tell = tell
        """Told what a user should know meanwhile."""
        self._patience = RETRY_SECONDS
        self._lease = Lease(f"{address} {database}", run=self._attempts, run_once=self._attempt, tell=self._told)

    def verify(self) -> None:
        """See that the database answers, without the patience that a load has: a wrong address is said at once.

        Raises:
            DatabaseUnavailable: no database answers.
            DatabaseMisconfigured: it answers, but does not let us in, or has no such database.
        """
        with self._translated():
            self._attempt(lambda transaction: transaction.run("RETURN 1 AS one").consume())

    def read(self, statement: str, **parameters: Any) -> list[Row]:
        """Run a reading statement and return its rows, dates as Python dates."""
        with self._translated():
            return self._attempts(lambda transaction: Transaction(transaction).run(statement, **parameters), mode=READ_ACCESS)

    def write(self, work: Callable[[Transaction], Outcome]) -> Outcome:
        """Run `work` in one transaction; it is repeated when another writer or a short absence was in the way.

        Raises:
            DatabaseUnavailable: the database went away, its disk is full, or another program took over the writing.
        """
        if self._embedded:

            def marked(transaction: neo4j.Transaction) -> Outcome:
                mark_written(transaction)
                return work(Transaction(transaction))

            with self.single_writer(), self._translated():
                return self._attempts(marked)

        def guarded(transaction: neo4j.Transaction) -> Outcome:
            self._lease.guard(transaction)
            return work(Transaction(transaction))

        with self._translated():
            outcome: Outcome = self._lease.when_free(lambda: self._attempts(guarded))
            return outcome

    def revision(self) -> str | None:
        """A token that changes whenever something is written, by whatever program; None where none was left yet.

        Raises:
            DatabaseUnavailable: the database went away.
        """
        with self._translated():
            return self._attempts(revision, mode=READ_ACCESS)

    def alter(self, statements: Sequence[str]) -> None:
        """Run statements that change the schema, in one transaction that writes no data: Neo4j keeps the two apart."""
        writers = self.single_writer() if self._embedded else self._translated()
        with writers, self._translated():
            self._attempts(lambda transaction: [transaction.run(statement).consume() for statement in statements])

    @contextmanager
    def single_writer(self) -> Iterator[None]:
        """Keep other writers out for as long as it lasts: by a file beside the data, or by a lease in the database.

        Raises:
            DatabaseUnavailable: the database went away.
        """
        with self._translated():
            lock: AbstractContextManager[object] = self._embedded.only_writer(self._told) if self._embedded else self._lease.held()
            lock.__enter__()
        patience, self._patience = self._patience, RETRY_SECONDS if self._embedded else PATIENCE_SECONDS
        try:
            yield
        finally:
            self._patience = patience
            lock.__exit__(None, None, None)

    def close(self) -> None:
        """Close the driver; the last program to leave the embedded engine stops it."""
        self._driver.close()
        embedded, self._embedded = self._embedded, None
        if embedded:
            embedded.leave()

    def __enter__(self) -> "Graph":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _attempts(self, work: Callable[[neo4j.Transaction], Outcome], *, mode: str = WRITE_ACCESS) -> Outcome:
        """Run work until it succeeds, as far as what failed may pass and patience reaches."""
        begun, pause, refused, told = time.monotonic(), 0.1, 0, False
        while True:
            try:
                return self._attempt(work, mode=mode)
            except ConstraintError:
                # Two MERGEs of one thing at once: the second finds it when it asks again.
                refused += 1
                if refused == CONSTRAINT_ATTEMPTS:
                    raise
            except (Neo4jError, DriverError) as reason:
                waited = time.monotonic() - begun
                if not may_pass(reason) or waited + pause > self._patience or self._engine_is_gone():
                    raise
                if not told and waited >= TOLD_AFTER_SECONDS:
                    self.tell("waiting_for_database", address=self.address, seconds=int(self._patience))
                    told = True
                time.sleep(pause)
                pause = min(pause * 1.5, LONGEST_PAUSE_SECONDS)

    def _attempt(self, work: Callable[[neo4j.Transaction], Outcome], *, mode: str = WRITE_ACCESS) -> Outcome:
        with (
            self._driver.session(database=self._database, default_access_mode=mode) as session,
            session.begin_transaction() as transaction,
        ):
            outcome = work(transaction)
            transaction.commit()
            return outcome

    def _told(self, key: str, **values: object) -> None:
        self.tell(key, **values)

    def _engine_is_gone(self) -> bool:
        return self._embedded is not None and self._embedded.find() is None

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """The driver's errors as ours, and what the folder of the embedded engine tells about their cause."""
        try:
            with translated(self.address, self._database):
                yield
        except DatabaseUnavailable as error:
            embedded = self._embedded
            if error.key == "database_unreachable" and self._lease.is_held:
                raise DatabaseUnavailable("database_gone", address=self.address, seconds=int(self._patience)) from error
            if embedded is None or error.key not in {"database_failed", "database_unreachable"}:
                raise
            if is_full(embedded.folder):
                raise DatabaseUnavailable("disk_full", path=embedded.folder) from error
            if embedded.find() is None:
                raise DatabaseUnavailable("engine_gone", path=embedded.folder) from error
            raise


def open_graph(settings: Settings, *, tell: Tell = silent) -> Graph:
    """Connect to the graph that the settings name; the embedded engine is started where needed.

    Args:
        settings: which database.
        tell: told what a user should know meanwhile: waiting, a copy kept before an upgrade.

    Raises:
        DatabaseUnavailable: no database answers.
        DatabaseMisconfigured: it answers, but does not let us in, or has no such database.
    """
    if settings.neo4j_uri:
        address = without_password(settings.neo4j_uri)
        driver = open_driver(settings.neo4j_uri, (settings.neo4j_username, settings.neo4j_password))
        graph = Graph(driver, engine="neo4j", database=settings.neo4j_database, address=address, tell=tell)
    else:
        embedded = EmbeddedDatabase(settings.home, bolt_port=settings.bolt_port, tell=tell)
        server = embedded.join()
        driver = open_driver(server.uri, ("root", embedded.password))
        graph = Graph(driver, engine="embedded", database=DATABASE, address=str(settings.home), embedded=embedded, tell=tell)
    try:
        graph.verify()
    except TsunaguError:
        graph.close()
        raise
    return graph


def plain(value: Any) -> Any:
    """The driver's values as Python's own: dates as `datetime.date`, nodes and maps as dictionaries."""
    if isinstance(value, Date):
        return date(value.year, value.month, value.day)
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value
