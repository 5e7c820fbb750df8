"""Backup and restore of a graph of a given size: seconds, and the most memory that this program takes.

python -m tests.benchmarks.dump [NODES] [RELATIONSHIPS]; each step runs in a program of its own, so that its memory is its own.
On the embedded engine and, where NEO4J_TEST_URI names one that is empty, Neo4j.
"""

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from graph import statements
from graph.connection import Graph, Transaction
from graph.dump.backup import backup
from graph.dump.opening import opened
from graph.dump.restore import restore
from graph.dump.verifying import verify
from graph.embedded import EmbeddedDatabase
from graph.opening import open_prepared
from graph.settings import Settings
from graph.writing import BATCH

SIZE = ("100000", "300000")
STEPS = ("fill", "backup", "verify", "restore")


def settings(home: str) -> Settings:
    """The embedded graph of a folder, or the Neo4j of the tests."""
    return Settings(home=Path(home), neo4j_uri=os.environ.get("NEO4J_TEST_URI") if home.endswith("neo4j") else None)


def fill(home: str, _file: Path, nodes: int, relationships: int) -> None:
    """Half organisations, half evidence; each piece of evidence from one source, the rest ties by chance."""
    chance = random.Random(1)  # noqa: S311 - no secret
    ids = [str(uuid.UUID(int=chance.getrandbits(128))) for _ in range(nodes + relationships + 1)]
    bodies, evidence, source, keys = ids[: nodes // 2], ids[nodes // 2 : nodes], ids[nodes], iter(ids[nodes + 1 :])
    common = {"visibility": "public", "sources": ["benchmark"]}
    with open_prepared(settings(home)) as graph:
        write(
            graph,
            statements.write_nodes("Organization"),
            ({"id": one, "properties": {"id": one, "name": "団体", **common}} for one in bodies),
        )
        quote = {"quote": "ここに引用文があります。" * 4, "dataset": "benchmark", "review": "open", **common}
        write(graph, statements.write_nodes("Evidence"), ({"id": one, "properties": {"id": one, **quote}} for one in evidence))
        write(graph, statements.write_nodes("Source"), iter([{"id": source, "properties": {"id": source, **common}}]))
        ends = {
            ("FROM", "Evidence", "Source"): ((one, source) for one in evidence),
            ("COLLABORATES_WITH", "Organization", "Organization"): (
                (chance.choice(bodies), chance.choice(bodies)) for _ in range(relationships - len(evidence))
            ),
        }
        for (type_, start, end), pairs in ends.items():
            rows = (
                {"id": key, "start": a, "end": b, "properties": {"id": key, **common}} for (a, b), key in zip(pairs, keys, strict=False)
            )
            write(graph, statements.write_relationships(type_, start, end), rows)


def write(graph: Graph, statement: str, rows: Iterator[dict[str, Any]]) -> None:
    """Rows in batches."""
    while part := [row for row, _ in zip(rows, range(BATCH), strict=False)]:
        graph.write(partial(Transaction.run, statement=statement, rows=part))


def step(name: str, home: str, file: Path, nodes: int, relationships: int) -> None:
    """One step, measured; a restore replaces what is there."""
    begin = time.monotonic()
    if name == "fill":
        fill(home, file, nodes, relationships)
    elif name == "backup":
        with open_prepared(settings(home)) as graph:
            backup(graph, file, made_at="2026-11-23T09:00:00+00:00", force=True)
    elif name == "verify":
        with opened(file) as dump:
            verify(dump)
    else:
        home = home if home.endswith("neo4j") else f"{home}-restored"
        with open_prepared(settings(home), codes=False) as graph, opened(file) as dump:
            restore(graph, dump, replace=lambda: None)
    seconds, memory = time.monotonic() - begin, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = file.stat().st_size / 2**20 if file.exists() else 0
    sys.stdout.write(f"{Path(home).name} {name}: {seconds:.1f} s, at most {memory:.0f} MB; file {size:.1f} MB\n")


def main() -> None:
    """Print the figures."""
    size = sys.argv[1:3] or list(SIZE)
    with tempfile.TemporaryDirectory() as folder:
        for engine in ("embedded", "neo4j") if os.environ.get("NEO4J_TEST_URI") else ("embedded",):
            home = Path(folder) / engine
            if engine == "embedded":
                EmbeddedDatabase(home).start()
            for name in STEPS:
                command = [
                    sys.executable,
                    "-m",
                    "tests.benchmarks.dump",
                    "step",
                    name,
                    str(home),
                    str(Path(folder) / f"{engine}.zip"),
                    *size,
                ]
                subprocess.run(command, check=True)
            if engine == "embedded":
                EmbeddedDatabase(home).stop()


if __name__ == "__main__":
    if sys.argv[1:2] == ["step"]:
        step(sys.argv[2], sys.argv[3], Path(sys.argv[4]), int(sys.argv[5]), int(sys.argv[6]))
    else:
        main()
