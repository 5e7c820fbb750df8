"""A national register of care offices, end to end, against the bare driver that writes the same finished graph.

python -m tests.benchmarks.provider_load [--rows 250000] [--engine embedded]

The file is read, made into facts, compared with the graph and written; then the same file once more, which writes nothing;
then the bare driver writes the same nodes and relationships in batches into an emptied graph, on the same engine, in the
same run. Only the time inside the driver is counted for it: its rows lie ready on disk.
"""

import argparse
import os
import pickle
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from neo4j import Driver, GraphDatabase

from graph import long_loads, statements
from graph.connection import Graph
from graph.embedded import EmbeddedDatabase
from graph.embedded_command import DATABASE
from graph.plans import LoadPlan
from graph.settings import Settings
from graph.withdrawing import Cause
from graph.writing import BATCH, write_part
from loaders.preparing import prepare
from loaders.run import write
from tests.benchmarks.provider_rows import write_rows
from tests.engines import TestDatabase, open_embedded, open_neo4j

WARM_UP = 4_000
Opened = tuple[Graph, Driver, str]
"""A graph, the bare driver of its database, and the database's name."""
LABELS = ("Evidence", "Service", "Organization", "Council", "Withdrawn", "Load")


def ours(graph: Graph, file: Path, kept: Path | None) -> float:
    """Load the file as a user does, and print how long each step takes; what was written is kept for the bare driver."""
    begin = time.monotonic()
    prepared = prepare(file)
    read = time.monotonic()
    with _keeping(kept):
        report = write(graph, prepared)
    done = time.monotonic()
    rate = report.rows_in / (done - begin)
    _say(f"read and made into facts {read - begin:.1f} s, compared and written {done - read:.1f} s: {rate:.0f} rows a second")
    counts = f"{report.written} written, {report.unchanged} unchanged, {report.refused} refused"
    _say(f"{report.rows_in} rows: {counts}; {sum(report.facts.values())} facts")
    _say(f"memory of the program: at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return done - begin


class _keeping:  # noqa: N801 - reads as a word of the statement that uses it
    """While it lasts, everything that parts write is put on disk too; that time is told by nobody's clock but ours."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._file: BinaryIO | None = None

    def __enter__(self) -> None:
        if self._path is None:
            return
        kept = self._file = self._path.open("wb")

        def write_and_keep(graph: Graph, plan: LoadPlan, cause: Cause) -> None:
            write_part(graph, plan, cause)
            for label, rows in _by_label(plan).items():
                pickle.dump((statements.write_nodes(label), rows), kept, pickle.HIGHEST_PROTOCOL)
            for place, rows in _by_place(plan).items():
                pickle.dump((statements.write_relationships(*place), rows), kept, pickle.HIGHEST_PROTOCOL)

        long_loads.write_part = write_and_keep  # type: ignore[assignment, attr-defined]

    def __exit__(self, *_: object) -> None:
        long_loads.write_part = write_part  # type: ignore[attr-defined]
        if self._file:
            self._file.close()


def _by_label(plan: LoadPlan) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in plan.nodes:
        found[row.labels[0]].append({"id": row.id, "properties": row.properties})
    return found


def _by_place(plan: LoadPlan) -> dict[tuple[str, str, str], list[dict[str, Any]]]:
    found: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in plan.relationships:
        found[row.type, row.start.label, row.end.label].append(
            {"id": row.id, "start": row.start.id, "end": row.end.id, "properties": row.properties}
        )
    return found


def bare(driver: Driver, name: str, kept: Path) -> float:
    """The same rows by the driver alone, in full batches: seconds inside the driver."""
    seconds = 0.0
    with driver.session(database=name) as session:
        for statement, rows in _full_batches(kept):
            begin = time.monotonic()
            session.execute_write(lambda tx, s, r: tx.run(s, rows=r).consume(), statement, rows)
            seconds += time.monotonic() - begin
    return seconds


def _full_batches(kept: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Rows of one statement in batches, nodes before the relationships that need them."""
    for nodes in (True, False):
        waiting: dict[str, list[dict[str, Any]]] = defaultdict(list)
        with kept.open("rb") as file:
            while True:
                try:
                    statement, rows = pickle.load(file)  # noqa: S301 - written a moment ago
                except EOFError:
                    break
                if nodes == ("MATCH" in statement):
                    continue
                waiting[statement] += rows
                while len(waiting[statement]) >= BATCH:
                    yield statement, waiting[statement][:BATCH]
                    del waiting[statement][:BATCH]
        yield from ((statement, rows) for statement, rows in waiting.items() if rows)


def measure(opened: Callable[[], AbstractContextManager[Opened]], rows: int, folder: Path) -> None:
    """Both on one kind of engine, each warm and empty when it begins."""
    warm, file, kept = folder / "warm.csv", folder / "national.csv", folder / "kept"
    write_rows(warm, WARM_UP)
    write_rows(file, rows)
    with opened() as (graph, driver, name):
        ours(graph, warm, folder / "warm")
        engine = graph.engine
    with opened() as (graph, driver, name):
        bare(driver, name, folder / "warm")
    with opened() as (graph, driver, name):
        first = ours(graph, file, kept)
        second = ours(graph, file, None)
    with opened() as (graph, driver, name):
        alone = bare(driver, name, kept)
    _say(f"{engine} bare driver: {alone:.1f} s; share of its speed {alone / first:.2f}")
    _say(f"{engine}: the second load is {first / second:.1f} times as fast as the first")


@contextmanager
def embedded() -> Iterator[Opened]:
    """An embedded engine of its own, with nothing but reference data in it."""
    with tempfile.TemporaryDirectory() as home:
        database = open_embedded(Path(home))
        engine = EmbeddedDatabase(Path(home))
        server = engine.find()
        if server is None:
            raise SystemExit("the engine is gone")
        with GraphDatabase.driver(server.uri, auth=("root", engine.password)) as driver:
            yield database.graph, driver, DATABASE
        database.graph.close()


@contextmanager
def neo4j() -> Iterator[Opened]:
    """The Neo4j of the tests, emptied."""
    uri = os.environ["NEO4J_TEST_URI"]
    with tempfile.TemporaryDirectory() as home, GraphDatabase.driver(uri, auth=None) as driver:
        database = open_neo4j(Settings(neo4j_uri=uri, home=Path(home)))
        _empty(database)
        yield database.graph, driver, "neo4j"
        _empty(database)
        database.graph.close()


def _empty(database: TestDatabase) -> None:
    """In small transactions: a large one would outgrow the engine's memory."""
    for label in LABELS:
        statement = f"MATCH (n:{label}) WITH n LIMIT 5000 DETACH DELETE n RETURN count(n) AS gone"
        while database.graph.write(lambda transaction, text=statement: transaction.run(text))[0]["gone"]:  # type: ignore[misc]
            pass
    database.empty()


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main() -> None:
    """Print the figures of one engine."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=250_000)
    parser.add_argument("--engine", choices=["embedded", "neo4j"], default="embedded")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure(embedded if chosen.engine == "embedded" else neo4j, chosen.rows, Path(folder))


if __name__ == "__main__":
    main()
