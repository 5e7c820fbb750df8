"""One driver, and the rules of the two engines in one place (graph/decisions/0001).

The database is always named; nothing is written by auto-commit; on the embedded engine there is one writer at a time;
no timeouts are left to the engine. Only `graph/` imports the driver.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from datetime import date
from typing import Any, TypeVar

from neo4j import READ_ACCESS, WRITE_ACCESS, Driver, GraphDatabase, ManagedTransaction
from neo4j.exceptions import AuthError, ClientError, ConfigurationError, ConstraintError, DriverError, Neo4jError
from neo4j.time import Date

from graph.embedded import EmbeddedDatabase
from graph.embedded_command import DATABASE
from graph.errors import DatabaseMisconfigured, DatabaseUnavailable, QueryMisused, TsunaguError
from graph.settings import Settings, without_password

CONNECT_SECONDS = 5.0
RETRY_SECONDS = 15.0
CONSTRAINT_ATTEMPTS = 3

Row = dict[str, Any]
Outcome = TypeVar("Outcome")


class Transaction:
    """One explicit transaction: every statement in it is applied, or none."""

    def __init__(self, transaction: ManagedTransaction) -> None:
        self._transaction = transaction

    def run(self, statement: str, **parameters: Any) -> list[Row]:
        """Run one statement; values only as parameters."""
        result = self._transaction.run(statement, parameters)
        return [plain(record.data()) for record in result]


class Graph:
    """A connection to the graph, on either engine."""

    def __init__(self, driver: Driver, *, engine: str, database: str, address: str, embedded: EmbeddedDatabase | None = None) -> None:
        self.engine = engine
        """neo4j or embedded."""
        self.address = address
        self._driver = driver
        self._database = database
        self._embedded = embedded

    def verify(self) -> None:
        """See that the database answers, without the patience that a question has: a wrong address is said at once.

        Raises:
            DatabaseUnavailable: no database answers.
            DatabaseMisconfigured: it answers, but does not let us in, or has no such database.
        """
        with (
            translated(self.address, self._database),
            self._driver.session(database=self._database) as session,
            session.begin_transaction() as transaction,
        ):
            transaction.run("RETURN 1 AS one").consume()

    def read(self, statement: str, **parameters: Any) -> list[Row]:
        """Run a reading statement and return its rows, dates as Python dates."""
        return self._in_transaction(READ_ACCESS, lambda transaction: transaction.run(statement, **parameters))

    def write(self, work: Callable[[Transaction], Outcome]) -> Outcome:
        """Run `work` in one transaction; it is repeated when another writer was in the way."""
        with self.single_writer():
            return self._in_transaction(WRITE_ACCESS, work)

    def alter(self, statements: Sequence[str]) -> None:
        """Run statements that change the schema, in one transaction that writes no data: Neo4j keeps the two apart."""
        self.write(lambda transaction: [transaction.run(statement) for statement in statements])

    @contextmanager
    def single_writer(self) -> Iterator[None]:
        """Keep other writers out for as long as it lasts; Neo4j sorts writers out by itself."""
        with self._embedded.writer_lock() if self._embedded else nullcontext():
            yield

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

    def _in_transaction(self, mode: str, work: Callable[[Transaction], Outcome]) -> Outcome:
        with translated(self.address, self._database), self._driver.session(database=self._database, default_access_mode=mode) as session:
            execute = session.execute_read if mode == READ_ACCESS else session.execute_write
            for attempt in range(1, CONSTRAINT_ATTEMPTS + 1):
                try:
                    return execute(lambda transaction: work(Transaction(transaction)))
                except ConstraintError:
                    if attempt == CONSTRAINT_ATTEMPTS:
                        raise
        raise AssertionError("unreachable")


def open_graph(settings: Settings) -> Graph:
    """Connect to the graph that the settings name; the embedded engine is started where needed.

    Raises:
        DatabaseUnavailable: no database answers.
        DatabaseMisconfigured: it answers, but does not let us in, or has no such database.
    """
    if settings.neo4j_uri:
        address = without_password(settings.neo4j_uri)
        driver = _driver(settings.neo4j_uri, (settings.neo4j_username, settings.neo4j_password))
        graph = Graph(driver, engine="neo4j", database=settings.neo4j_database, address=address)
    else:
        embedded = EmbeddedDatabase(settings.home)
        server = embedded.join()
        driver = _driver(server.uri, ("root", embedded.password))
        graph = Graph(driver, engine="embedded", database=DATABASE, address=str(settings.home), embedded=embedded)
    try:
        graph.verify()
    except TsunaguError:
        graph.close()
        raise
    return graph


def answers(uri: str, credentials: tuple[str, str], database: str) -> bool:
    """Whether a query on the named database answers: Bolt accepts connections before the database exists."""
    with _driver(uri, credentials) as driver:
        try:
            driver.execute_query("RETURN 1", database_=database)
        except (Neo4jError, DriverError):
            return False
    return True


def _driver(uri: str, credentials: tuple[str, str]) -> Driver:
    try:
        return GraphDatabase.driver(
            uri,
            auth=credentials,
            connection_timeout=CONNECT_SECONDS,
            max_transaction_retry_time=RETRY_SECONDS,
            notifications_min_severity="OFF",
        )
    except (ConfigurationError, ValueError) as reason:
        shown = without_password(uri)
        # The driver's own words, and its traceback, would show the password that stands in the address.
        raise DatabaseMisconfigured("database_address_invalid", address=shown, reason=str(reason).replace(uri, shown)) from None


@contextmanager
def translated(address: str, database: str) -> Iterator[None]:
    """The driver's errors as ours: who has to act, and how."""
    try:
        yield
    except AuthError as reason:
        raise DatabaseMisconfigured("database_refused_login", address=address) from reason
    except ClientError as reason:
        if "DatabaseNotFound" in str(reason.code):
            raise DatabaseMisconfigured("database_name_unknown", address=address, database=database) from reason
        raise QueryMisused("query_refused", reason=reason.message) from reason
    except Neo4jError as reason:
        raise DatabaseUnavailable("database_failed", address=address, reason=reason.message) from reason
    except DriverError as reason:
        raise DatabaseUnavailable("database_unreachable", address=address) from reason


def plain(value: Any) -> Any:
    """The driver's values as Python's own: dates as `datetime.date`, nodes and maps as dictionaries."""
    if isinstance(value, Date):
        return date(value.year, value.month, value.day)
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value
