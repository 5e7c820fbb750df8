"""Writing and asking on generated graphs of several sizes, on the embedded engine and, where NEO4J_TEST_URI names one, Neo4j."""

import os
import sys
import tempfile
import time
from pathlib import Path

from graph.batches import batch_of, source_of
from graph.connection import Graph
from graph.planning import plan_of
from graph.query_files import questions
from graph.reading import Reader
from graph.settings import Settings
from graph.writing import apply_plan
from tests.engines import open_embedded, open_neo4j
from tests.generated_graphs import generated_loads
from tests.generated_things import TODAY

SIZES = (50, 500, 2_000)


def measure(graph: Graph, size: int) -> None:
    """Load two invented sources and ask every gap; print seconds."""
    for load in generated_loads(1, size=size):
        source = source_of(load.dataset, loader="generated", checksum="1", file="generated", loaded_at="2026-11-23T00:00:00+00:00")
        batch = batch_of(load.dataset, load.facts, source)
        begin = time.monotonic()
        plan = plan_of(graph, batch)
        planned = time.monotonic()
        apply_plan(graph, plan, at="2026-11-23T00:00:00+00:00")
        written = time.monotonic()
        things = len(plan.nodes) + len(plan.relationships)
        sys.stdout.write(f"{graph.engine} size {size}: {things} things, plan {planned - begin:.2f} s, write {written - planned:.2f} s\n")
    reader = Reader(graph, today=TODAY)
    for gap in questions("gaps"):
        begin = time.monotonic()
        rows = len(reader.answer(gap).rows)
        sys.stdout.write(f"{graph.engine} size {size}: {gap} {time.monotonic() - begin:.2f} s, {rows} rows\n")


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as home:
        databases = [open_embedded(Path(home))]
        if uri := os.environ.get("NEO4J_TEST_URI"):
            databases.append(open_neo4j(Settings(neo4j_uri=uri, home=Path(home))))
        for database in databases:
            for size in SIZES:
                measure(database.empty(), size)
            database.graph.close()


if __name__ == "__main__":
    main()
