"""The connection: the rules of the two engines, kept in one place, on real engines."""

from datetime import date
from pathlib import Path

import pytest

from graph.connection import Graph, Transaction, open_graph
from graph.errors import DatabaseMisconfigured, DatabaseUnavailable, QueryMisused
from graph.ports import free_ports
from graph.settings import Settings
from tests.building import Town
from tests.engines import MARK, NotOurs, TestDatabase, fingerprint, refuse_what_is_not_ours

SUGGESTED = "CREATE (f:Finding {id: $id, status: 'open'})"


def findings(graph: Graph) -> list[str]:
    return [row["id"] for row in graph.read("MATCH (f:Finding) RETURN f.id AS id ORDER BY id")]


def test_a_failing_statement_leaves_nothing_of_its_transaction(graph: Graph) -> None:
    """Every statement of a transaction is applied, or none."""

    # Arrange
    def work(transaction: Transaction) -> None:
        transaction.run(SUGGESTED, id="one")
        transaction.run("UNWIND [1, 0] AS x CREATE (f:Finding {id: 'x' + toString(x), score: 1 / x})")

    # Act
    with pytest.raises((QueryMisused, DatabaseUnavailable)):
        graph.write(work)

    # Assert
    assert findings(graph) == []


def test_an_error_of_ours_leaves_nothing_of_its_transaction(graph: Graph) -> None:
    """Raising in the middle of the work takes back what was written before it."""

    # Arrange
    def work(transaction: Transaction) -> None:
        transaction.run(SUGGESTED, id="one")
        raise LookupError

    # Act
    with pytest.raises(LookupError):
        graph.write(work)

    # Assert
    assert findings(graph) == []


def test_what_was_written_is_read_by_the_next_statement(graph: Graph) -> None:
    """A write has arrived when it returns, and its outcome is handed on."""
    # Act
    outcome = graph.write(lambda transaction: transaction.run(SUGGESTED + " RETURN f.id AS id", id="one"))

    # Assert
    assert outcome == [{"id": "one"}]
    assert findings(graph) == ["one"]


def test_an_id_is_unique(graph: Graph) -> None:
    """A second node with the same label and id is refused, and the first stays."""
    # Arrange
    graph.write(lambda transaction: transaction.run(SUGGESTED, id="one"))

    # Act
    with pytest.raises((QueryMisused, DatabaseUnavailable)):
        graph.write(lambda transaction: transaction.run(SUGGESTED, id="one"))

    # Assert
    assert findings(graph) == ["one"]


def test_dates_come_back_as_dates(graph: Graph) -> None:
    """Stored, as a parameter, in lists and in maps: a day is a `datetime.date`."""
    # Arrange
    day = date(2026, 11, 23)
    graph.write(lambda transaction: transaction.run("CREATE (f:Finding {id: 'one', first_seen: $day})", day=day))

    # Act
    (row,) = graph.read("MATCH (f:Finding) RETURN f.first_seen AS stored, [$day] AS list, {day: $day} AS map, properties(f) AS x", day=day)

    # Assert
    assert row == {"stored": day, "list": [day], "map": {"day": day}, "x": {"id": "one", "first_seen": day}}


def test_values_are_parameters_whatever_they_look_like(graph: Graph) -> None:
    """A text that looks like Cypher is stored as it is."""
    # Arrange
    text = "'}) MATCH (n) DETACH DELETE n // 「引用」"

    # Act
    graph.write(lambda transaction: transaction.run("CREATE (f:Finding {id: $text})", text=text))

    # Assert
    assert findings(graph) == [text]


def test_a_statement_that_cannot_be_understood_is_the_callers_mistake(graph: Graph) -> None:
    """Not a database that is away: trying again would not help."""
    with pytest.raises(QueryMisused, match="query_refused"):
        graph.read("MATCH (n:Finding RETURN n")


def test_a_closed_graph_gives_its_engine_back(neo4j_database: TestDatabase, neo4j_settings: Settings) -> None:
    """A connection used as a context is closed after it; the database goes on for others."""
    # Act
    with open_graph(neo4j_settings) as graph:
        answer = graph.read("RETURN 1 AS one")

    # Assert
    assert answer == neo4j_database.graph.read("RETURN 1 AS one")
    with pytest.raises(DatabaseUnavailable):
        graph.read("RETURN 1 AS one")


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_nothing_listening_means_the_database_is_unavailable(tmp_path: Path, scheme: str) -> None:
    """Trying again may help; the address is named and its password is not."""
    # Arrange
    (port,) = free_ports(1)
    settings = Settings(neo4j_uri=f"{scheme}://neo4j:himitsu@127.0.0.1:{port}", home=tmp_path)

    # Act
    with pytest.raises((DatabaseUnavailable, DatabaseMisconfigured)) as raised:
        open_graph(settings)

    # Assert
    assert f"127.0.0.1:{port}" in str(raised.value)
    assert "himitsu" not in str(raised.value)


def test_a_host_that_does_not_exist_means_the_database_is_unavailable(tmp_path: Path) -> None:
    """A wrong name in NEO4J_URI is said as what it is."""
    with pytest.raises(DatabaseUnavailable, match="database_unreachable"):
        open_graph(Settings(neo4j_uri="neo4j://nowhere.invalid:7687", home=tmp_path))


def test_an_unknown_database_name_is_a_wrong_setting(neo4j_settings: Settings, tmp_path: Path) -> None:
    """NEO4J_DATABASE is named in the message."""
    # Arrange
    settings = Settings(neo4j_uri=neo4j_settings.neo4j_uri, neo4j_database="nosuchdatabase", home=tmp_path)

    # Act
    with pytest.raises(DatabaseMisconfigured, match="database_name_unknown") as raised:
        open_graph(settings)

    # Assert
    assert raised.value.values["database"] == "nosuchdatabase"


def test_every_session_names_the_database(neo4j_graph: Graph) -> None:
    """The name in the settings is the one that answers, not the server's default by accident."""
    # Act
    (row,) = neo4j_graph.read("CALL db.info() YIELD name RETURN name")

    # Assert
    assert row == {"name": "neo4j"}


def test_the_tests_refuse_a_database_that_is_not_theirs(embedded_graph: Graph) -> None:
    """A database that holds something and is not marked is left as it is."""
    # Arrange
    Town().into(embedded_graph)
    before = fingerprint(embedded_graph)

    # Act
    with pytest.raises(NotOurs, match=MARK.dataset):
        refuse_what_is_not_ours(embedded_graph)

    # Assert
    assert fingerprint(embedded_graph) == before
