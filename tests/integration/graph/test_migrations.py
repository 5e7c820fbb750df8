"""Migrations: applied once, in order, recorded, and never changed afterwards."""

from collections.abc import Iterator
from importlib.resources import files

import pytest

from graph import statements
from graph.connection import Graph, Transaction
from graph.errors import DatabaseMisconfigured, TsunaguError
from graph.migrations import Script, migrate, scripts

APPLIED = "MATCH (m:Migration) RETURN m.number AS number, m.name AS name, m.checksum AS checksum, m.engine AS engine ORDER BY number"


@pytest.fixture
def recorded(graph: Graph) -> Iterator[Graph]:
    """A graph whose records of migrations are put back after the test."""
    rows = graph.read("MATCH (m:Migration) RETURN properties(m) AS properties")
    yield graph
    values = [{"id": row["properties"]["id"], "properties": row["properties"]} for row in rows]

    def put_back(transaction: Transaction) -> None:
        transaction.run("MATCH (m:Migration) DETACH DELETE m")
        transaction.run(statements.write_nodes("Migration"), rows=values)

    graph.write(put_back)


def test_the_migrations_make_what_the_model_asks_for() -> None:
    """One uniqueness constraint for every label and type, and the indexes: a new kind of thing needs a new migration."""
    # Act
    made = [statement for script in scripts("neo4j") if script.engine is None for statement in script.statements()]

    # Assert
    assert sorted(made) == sorted(statements.constraints())


def test_the_first_migration_holds_statements_and_no_comments() -> None:
    """Comment lines are left out, and each statement is one that an engine can run alone."""
    # Arrange
    text = (files("cypher") / "migrations" / "0001_identity.cypher").read_text(encoding="utf-8")

    # Act
    found = Script(name="0001_identity", text=text + "\n").statements()

    # Assert
    assert all(statement.startswith("CREATE ") and ";" not in statement for statement in found)
    assert len(found) == sum(line.startswith("CREATE ") for line in text.splitlines())


@pytest.mark.parametrize("engine", ["embedded", "neo4j"])
def test_numbers_are_told_apart_and_come_in_order(engine: str) -> None:
    """No two migrations of one engine have the same number."""
    # Act
    numbers = [script.number for script in scripts(engine)]

    # Assert
    assert numbers == sorted(set(numbers))
    assert {script.engine for script in scripts(engine)} <= {None, engine}


def test_each_is_recorded_with_the_checksum_of_its_text(graph: Graph) -> None:
    """The record says which text was applied on which engine."""
    # Act
    rows = graph.read(APPLIED)

    # Assert
    known = scripts(graph.engine)
    assert rows == [{"number": script.number, "name": script.name, "checksum": script.checksum, "engine": graph.engine} for script in known]


def test_what_was_applied_is_not_applied_again(graph: Graph) -> None:
    """A second run does nothing and changes no record."""
    # Arrange
    before = graph.read(APPLIED)

    # Act
    done = migrate(graph)

    # Assert
    assert done == []
    assert graph.read(APPLIED) == before


def test_what_is_not_recorded_is_applied(recorded: Graph) -> None:
    """A graph that lacks a migration gets it, and statements that were applied already do no harm."""
    # Arrange
    recorded.write(lambda transaction: transaction.run("MATCH (m:Migration) DETACH DELETE m"))

    # Act
    done = migrate(recorded)

    # Assert
    assert done == [script.name for script in scripts(recorded.engine)]
    assert [row["name"] for row in recorded.read(APPLIED)] == done


def test_a_changed_text_stops_the_program(recorded: Graph) -> None:
    """A migration that was applied is history: its file may not say something else."""
    # Arrange
    recorded.write(lambda transaction: transaction.run("MATCH (m:Migration {number: 1}) SET m.checksum = 'of another text'"))

    # Act
    with pytest.raises(DatabaseMisconfigured, match="migration_changed") as raised:
        migrate(recorded)

    # Assert
    assert raised.value.values == {"name": "0001_identity"}


def test_a_graph_of_a_newer_program_is_refused(recorded: Graph) -> None:
    """An older program does not work on a schema that it does not know."""
    # Arrange
    recorded.write(lambda transaction: transaction.run("CREATE (:Migration {id: 'x', number: 9999, name: '9999_of_tomorrow'})"))

    # Act
    with pytest.raises(DatabaseMisconfigured, match="graph_is_newer") as raised:
        migrate(recorded)

    # Assert
    assert raised.value.values == {"names": "9999_of_tomorrow"}


@pytest.mark.parametrize("label", ["Organization", "Council", "Service", "Need", "Evidence", "Source", "Withdrawn"])
def test_a_constraint_is_in_force(graph: Graph, label: str) -> None:
    """The schema was really made, not only recorded: no label has two nodes of one id."""
    # Arrange
    statement = f"CREATE (:{label} {{id: 'twice'}})"
    graph.write(lambda transaction: transaction.run(statement))

    # Act
    with pytest.raises(TsunaguError):
        graph.write(lambda transaction: transaction.run(statement))

    # Assert
    assert graph.read(f"MATCH (n:{label}) WHERE n.id = 'twice' RETURN count(n) AS found") == [{"found": 1}]
