"""A restore: into an empty graph only, marked while it lasts, completed by the same file, brought up to date at its end."""

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from graph import statements
from graph.connection import Graph, Transaction, open_graph
from graph.dump.mark import WRITING, broken_off, mark_of, set_mark
from graph.dump.opening import opened
from graph.dump.restore import held, see_that_it_is_all_there
from graph.dump.verifying import verify
from graph.embedded import EmbeddedDatabase
from graph.errors import DatabaseUnavailable, LoadStopped, QueryMisused
from graph.reference import REFERENCE, TAXONOMY
from graph.settings import Settings
from tests.building import Town
from tests.end_to_end.programs import ROOT
from tests.integration.graph.dump.conftest import a_rich_graph, dump_of, dumped, put_into

BODIES = "nodes/Organization.jsonl"
FORMAT_1 = ROOT / "tests" / "sample_data" / "dumps" / "format_1.zip"
RESTORING_PROGRAM = """
import sys
from pathlib import Path
from graph.dump.opening import opened
from graph.dump.restore import restore
from graph.opening import open_prepared
from graph.settings import Settings
import graph.dump.restore as module
module.BATCH = 500

def tell(done, total):
    print(done, flush=True)

with open_prepared(Settings(home=Path(sys.argv[1])), codes=False) as graph, opened(Path(sys.argv[2])) as dump:
    restore(graph, dump, progress=tell)
"""


@pytest.fixture
def file(graph: Graph, tmp_path: Path) -> Path:
    """A dump of a graph that is left as it is."""
    a_rich_graph(graph)
    dump_of(graph, tmp_path / "rich.zip")
    return tmp_path / "rich.zip"


def test_a_graph_that_holds_something_is_refused(graph: Graph, file: Path) -> None:
    """It is named with what it holds, and stays as it was."""
    # Arrange
    before = dumped(graph)

    # Act
    with pytest.raises(QueryMisused, match="graph_holds_something") as raised:
        put_into(graph, file)

    # Assert
    assert "Organization" in str(raised.value.values["held"])
    assert "ServiceCategory" not in str(raised.value.values["held"])
    assert dumped(graph) == before


def test_replacing_asks_for_a_backup_first_and_leaves_nothing_of_the_old(graph: Graph, file: Path) -> None:
    """The backup is made while everything is there; a failing one stops it all."""
    # Arrange
    wanted = dumped(graph)
    town = Town("福山市")
    town.body("新しい会")
    town.into(graph, dataset="samples/新")
    changed = dumped(graph)
    seen: list[set[str]] = []

    def fail() -> None:
        raise QueryMisused("dump_not_written", path="p", reason="r")

    # Act, Assert
    with pytest.raises(QueryMisused, match="dump_not_written"):
        put_into(graph, file, replace=fail)
    assert dumped(graph) == changed
    put_into(graph, file, replace=lambda: seen.append(dumped(graph)))
    assert seen == [changed]
    assert dumped(graph) == wanted


def test_a_restore_that_broke_off_shows_and_the_same_file_completes_it(graph: Graph, file: Path) -> None:
    """No backup is made of half a graph, another file is refused, the same one completes it and takes the mark away."""
    # Arrange
    wanted = dumped(graph)
    other = file.with_name("other.zip")
    with opened(file) as dump:
        checksum = dump.checksum
    graph.write(lambda transaction: transaction.run("MATCH (e:Evidence) DETACH DELETE e"))
    graph.write(lambda transaction: transaction.run("MATCH (o:Organization) REMOVE o:Council SET o.name = 'half'"))
    dump_of(graph, other)
    set_mark(graph, mark_of(file.name, checksum, WRITING))

    # Act, Assert
    assert broken_off(graph) == file.name
    with pytest.raises(LoadStopped, match="dump_of_half_a_graph"):
        dump_of(graph, file.with_name("half.zip"))
    with pytest.raises(QueryMisused, match="restore_of_another_broke_off"):
        put_into(graph, other)
    put_into(graph, file)
    assert broken_off(graph) is None
    assert dumped(graph) == wanted


@pytest.mark.skipif(os.name == "nt", reason="killed by a signal")
def test_a_program_killed_while_restoring_is_repeated(embedded_graph: Graph, tmp_path: Path) -> None:
    """Whenever it was killed, the second run ends with all of it."""
    # Arrange
    a_rich_graph(embedded_graph)
    dump_of(embedded_graph, tmp_path / "rich.zip")
    home = tmp_path / "home"
    command = [sys.executable, "-c", RESTORING_PROGRAM, str(home), str(tmp_path / "rich.zip")]

    # Act
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)}) as running:
        assert running.stdout is not None
        while int(running.stdout.readline()) < 1_500:
            time.sleep(0)
        running.send_signal(signal.SIGKILL)
    with open_graph(Settings(home=home)) as graph:
        mark = broken_off(graph)
        half = dumped(graph)
        put_into(graph, tmp_path / "rich.zip")
        whole = dumped(graph)

    # Assert
    assert mark == "rich.zip"
    assert not half >= dumped(embedded_graph)
    assert whole == dumped(embedded_graph)
    assert EmbeddedDatabase(home).stop() is False


def test_codes_of_an_older_program_are_brought_up_to_date(graph: Graph, file: Path) -> None:
    """A dump with an older taxonomy ends as its graph would, opened by this program."""
    # Arrange
    wanted = {one for one in dumped(graph) if "ServiceCategory" in one}

    def age(transaction: Transaction) -> None:
        transaction.run("MATCH (s:Source) WHERE s.dataset = $name SET s.checksum = 'older', s.id = 'older'", name=TAXONOMY.name)
        transaction.run("MATCH (c:ServiceCategory) SET c.name = '旧い名'")

    graph.write(age)
    older = file.with_name("older.zip")
    dump_of(graph, older)

    # Act
    put_into(graph, older, replace=lambda: None)

    # Assert
    assert {one for one in dumped(graph) if "ServiceCategory" in one} == wanted
    rows = graph.read("MATCH (s:Source) WHERE s.dataset = $name RETURN s.current AS current, s.id AS id", name=TAXONOMY.name)
    assert sorted((row["current"], row["id"] == "older") for row in rows) == [(False, True), (True, False)]


def test_less_than_the_manifest_says_is_told(graph: Graph, file: Path) -> None:
    """What a database did not keep is named with both numbers; the restore is not called done."""
    # Arrange
    with opened(file) as dump:
        verify(dump)
        parts = dump.manifest.files
        parts[BODIES] = replace(parts[BODIES], rows=parts[BODIES].rows + 1)

        # Act
        with pytest.raises(DatabaseUnavailable, match="restore_lost_something") as raised:
            see_that_it_is_all_there(graph, dump)

    # Assert
    assert raised.value.values["wanted"] == int(str(raised.value.values["found"])) + 1


def test_a_dump_of_the_first_format_still_restores(graph: Graph) -> None:
    """A file written by the first version with this format: every thing and every tie that stands in it."""
    # Act
    put_into(graph, FORMAT_1)

    # Assert
    with ZipFile(FORMAT_1) as archive:
        for name in archive.namelist():
            folder, _, kind = name.removesuffix(".jsonl").partition("/")
            if folder not in {"nodes", "relationships"}:
                continue
            statement = statements.all_nodes(kind) if folder == "nodes" else statements.all_relationships(kind)
            found = {row["properties"]["id"]: row["properties"] for row in graph.read(statement)}
            for line in archive.read(name).decode().splitlines():
                written = json.loads(line, object_hook=lambda found: date.fromisoformat(found["date"]) if "date" in found else found)
                if written["properties"].get("sources") not in [[name] for name in REFERENCE]:
                    assert found[written["properties"]["id"]] == written["properties"]
    assert (held(graph)["Evidence"], held(graph)["Withdrawn"]) == (224, 1)
