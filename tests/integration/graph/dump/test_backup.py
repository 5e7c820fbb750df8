"""A backup: whole or not at all, the same bytes for the same graph, for its owner's eyes only."""

import os
import stat
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest

from graph.connection import Graph, Transaction
from graph.dump.backup import backup
from graph.dump.format import EXPLANATION
from graph.errors import DatabaseUnavailable, LoadStopped, QueryMisused
from tests.building import Town
from tests.integration.graph.dump.conftest import MADE_AT, a_rich_graph, dump_of


def run(graph: Graph, statement: str) -> None:
    graph.write(lambda transaction: Transaction.run(transaction, statement))


def test_equal_graphs_make_equal_files(graph: Graph, tmp_path: Path) -> None:
    """To the byte, whenever they are made."""
    # Arrange
    a_rich_graph(graph)

    # Act
    first, second = dump_of(graph, tmp_path / "1.zip"), dump_of(graph, tmp_path / "2.zip")

    # Assert
    assert first == second
    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()


def test_whoever_opens_it_is_told_what_it_is(embedded_graph: Graph, tmp_path: Path) -> None:
    """Files, lines and values are explained in both languages, and nobody else may read it."""
    # Act
    dump_of(embedded_graph, tmp_path / "a.zip")

    # Assert
    with ZipFile(tmp_path / "a.zip") as archive:
        explained = archive.read(EXPLANATION).decode()
    assert all(word in explained for word in ("nodes/", "relationships/", "日付", "A day is", "tsunagu database restore"))
    assert os.name == "nt" or stat.S_IMODE((tmp_path / "a.zip").stat().st_mode) == 0o600


def test_a_file_that_is_there_is_left_alone(embedded_graph: Graph, tmp_path: Path) -> None:
    """Unless it may be replaced."""
    # Arrange
    file = tmp_path / "a.zip"
    file.write_text("mine", encoding="utf-8")

    # Act, Assert
    with pytest.raises(QueryMisused, match="dump_exists"):
        backup(embedded_graph, file, made_at=MADE_AT)
    assert file.read_text(encoding="utf-8") == "mine"
    backup(embedded_graph, file, made_at=MADE_AT, force=True)
    assert file.read_bytes().startswith(b"PK")


@pytest.mark.parametrize("place", ["no/such/folder/a.zip", ".", "file/a.zip"])
def test_a_place_that_cannot_be_written_is_told(embedded_graph: Graph, tmp_path: Path, place: str) -> None:
    """Before anything is read."""
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(QueryMisused, match="dump_not_written"):
        backup(embedded_graph, tmp_path / place, made_at=MADE_AT, force=True)


@pytest.mark.parametrize("failure", [KeyboardInterrupt(), OSError(28, "No space left on device")])
def test_one_that_breaks_off_leaves_nothing(embedded_graph: Graph, tmp_path: Path, failure: BaseException) -> None:
    """Neither half a file under its name nor one beside it; a full disk is told, Ctrl-C goes on its way."""

    # Arrange
    def fail(done: int, _all: int) -> None:
        if done > 100:
            raise failure

    # Act
    with pytest.raises((KeyboardInterrupt, QueryMisused)):
        backup(embedded_graph, tmp_path / "a.zip", made_at=MADE_AT, progress=fail)

    # Assert
    assert list(tmp_path.iterdir()) == []


def test_what_is_not_of_the_model_is_left_out_and_told(graph: Graph, tmp_path: Path) -> None:
    """Labels and types of somebody else in a shared database, and ties to them."""
    # Arrange
    town = Town()
    town.body("いろは会")
    town.into(graph)
    run(graph, "CREATE (:Rocket {id: 'r'})")
    run(graph, "MATCH (o:Organization), (r:Rocket) CREATE (o)-[:FLIES]->(r), (o)-[:COVERS {id: 'x'}]->(r)")

    # Act
    manifest = dump_of(graph, tmp_path / "a.zip")
    run(graph, "MATCH (r:Rocket) DETACH DELETE r")

    # Assert
    assert manifest.left_out == {"Rocket": 1, "FLIES": 1, "COVERS": 1}
    assert manifest.files["nodes/Organization.jsonl"].rows == 1


def test_a_value_that_could_not_come_back_is_refused(graph: Graph, tmp_path: Path) -> None:
    """It is named with its node; no file is made that would lose it."""
    # Arrange
    moment = datetime(2026, 4, 1, 12, tzinfo=UTC)
    graph.write(lambda transaction: transaction.run("CREATE (:Finding {id: 'f', at: $at})", at=moment))

    # Act, Assert
    with pytest.raises(LoadStopped, match="dump_value_unknown") as raised:
        dump_of(graph, tmp_path / "a.zip")
    assert raised.value.values["place"] == "Finding f"
    assert list(tmp_path.iterdir()) == []


def test_a_graph_that_somebody_else_changes_meanwhile_is_no_backup(neo4j_graph: Graph, tmp_path: Path) -> None:
    """Neo4j lets others write: a file with another number of things than were there at the start is not kept."""
    # Arrange
    added: list[int] = []

    def add(_done: int, _all: int) -> None:
        if not added:
            added.append(1)
            run(neo4j_graph, "CREATE (:Source {id: 'late'})")

    # Act, Assert
    with pytest.raises(DatabaseUnavailable, match="dump_graph_changed"):
        backup(neo4j_graph, tmp_path / "a.zip", made_at=MADE_AT, progress=add)
    assert list(tmp_path.iterdir()) == []
