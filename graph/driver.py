"""The driver: how it is opened, whether a database answers, and its errors as ours."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from neo4j import Driver, GraphDatabase
from neo4j.exceptions import AuthError, ClientError, ConfigurationError, DriverError, IncompleteCommit, Neo4jError

from graph.errors import DatabaseMisconfigured, DatabaseUnavailable, QueryMisused
from graph.settings import without_password

# Where nobody asked for logs, the driver's would go to standard error between the two lines that a user is to see.
logging.getLogger("neo4j").addHandler(logging.NullHandler())

CONNECT_SECONDS = 5.0
SECURITY = {
    "AuthenticationRateLimit": "database_login_blocked",
    "CredentialsExpired": "database_password_expired",
    "Forbidden": "database_forbids",
}
"""What Neo4j says of a login, by the end of its code; all else is a refused login."""
NOT_COMMITTED = "Transaction error on commit"
"""How the embedded engine words that it could not write: it is no fault of the statement."""


def open_driver(uri: str, credentials: tuple[str, str]) -> Driver:
    """A driver for an address; it connects with the first question.

    Raises:
        DatabaseMisconfigured: the address cannot be one.
    """
    try:
        return GraphDatabase.driver(uri, auth=credentials, connection_timeout=CONNECT_SECONDS, notifications_min_severity="OFF")
    except (ConfigurationError, ValueError) as reason:
        shown = without_password(uri)
        # The driver's own words, and its traceback, would show the password that stands in the address.
        raise DatabaseMisconfigured("database_address_invalid", address=shown, reason=str(reason).replace(uri, shown)) from None


def answers(uri: str, credentials: tuple[str, str], database: str) -> bool:
    """Whether a query on the named database answers: Bolt accepts connections before the database exists."""
    with open_driver(uri, credentials) as driver:
        try:
            with driver.session(database=database) as session, session.begin_transaction() as transaction:
                transaction.run("RETURN 1 AS one").consume()
        except (Neo4jError, DriverError):
            return False
    return True


def may_pass(reason: Neo4jError | DriverError) -> bool:
    """Whether the same transaction may succeed a little later.

    A commit whose answer was lost counts: it may have been applied, but what we write says the same a second time.
    """
    return isinstance(reason, IncompleteCommit) or reason.is_retryable()


@contextmanager
def translated(address: str, database: str) -> Iterator[None]:
    """The driver's errors as ours: who has to act, and how."""
    try:
        yield
    except AuthError as reason:
        raise DatabaseMisconfigured(_refused(reason), address=address) from reason
    except ClientError as reason:
        code = str(reason.code)
        if "DatabaseNotFound" in code:
            raise DatabaseMisconfigured("database_name_unknown", address=address, database=database) from reason
        if ".Security." in code:
            raise DatabaseMisconfigured(_refused(reason), address=address) from reason
        if str(reason.message).startswith(NOT_COMMITTED):
            raise DatabaseUnavailable("database_failed", address=address, reason=reason.message) from reason
        raise QueryMisused("query_refused", reason=reason.message) from reason
    except Neo4jError as reason:
        raise DatabaseUnavailable("database_failed", address=address, reason=reason.message) from reason
    except DriverError as reason:
        raise DatabaseUnavailable("database_unreachable", address=address) from reason


def _refused(reason: Neo4jError) -> str:
    return SECURITY.get(str(reason.code).rpartition(".")[2], "database_refused_login")
