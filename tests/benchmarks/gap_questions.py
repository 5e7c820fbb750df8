"""How long each gap takes to answer: one municipality alone, the same in a prefecture, the whole prefecture, and a country.

python -m tests.benchmarks.gap_questions [--engine embedded] [--towns 1 20] [--asked 20] [--whole]

A town is 5,000 nodes and 15,000 relationships (`gap_towns.py`); 20 of them are a prefecture, 200 a million nodes. Each gap
is asked of one town after one warm-up; the median and the 95th percentile of `--asked` answers are printed (rows,
population and notes together), in milliseconds, and the ratio to the town alone. Questions computed from a snapshot of the
network are marked. `--whole` asks once about everything.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.connection import Graph
from graph.query_files import questions
from graph.reading import Reader
from graph.settings import Settings
from tests.benchmarks.gap_towns import TODAY, towns, write_towns
from tests.engines import open_embedded, open_neo4j


@contextmanager
def opened(engine: str) -> Iterator[Graph]:
    """An engine with nothing but reference data in it."""
    with tempfile.TemporaryDirectory() as home:
        if engine == "embedded":
            database = open_embedded(Path(home))
        else:
            database = open_neo4j(Settings(neo4j_uri=os.environ["NEO4J_TEST_URI"], home=Path(home)))
        yield database.empty()
        if engine == "neo4j":
            database.empty()
        database.graph.close()


def timed(reader: Reader, gap: str, area: str | None, times: int) -> list[float]:
    """Milliseconds of each answer, sorted."""
    found: list[float] = []
    for _ in range(times):
        begin = time.monotonic()
        reader.answer(gap, area=area)
        found.append((time.monotonic() - begin) * 1_000)
    return sorted(found)


def measure(graph: Graph, asked: int, *, whole: bool, alone: dict[str, float]) -> None:
    """Print the times of every gap; the medians of the first graph are what later ones are compared with."""
    reader = Reader(graph, audience="members", today=TODAY)
    code = next(towns(1)).area.code
    slowest = 0.0
    for gap, question in questions("gaps").items():
        timed(reader, gap, code, 1)
        times = timed(reader, gap, code, asked)
        median, p95 = times[len(times) // 2], times[max(0, int(len(times) * 0.95) - 1)]
        before = alone.setdefault(gap, median)
        snapshot = " snapshot" if question.measure else ""
        everything = f" whole {timed(reader, gap, None, 1)[0] / 1_000:.2f} s" if whole else ""
        _say(f"  {gap:28} median {median:7.1f} ms  p95 {p95:7.1f} ms  ratio {median / before:5.2f}{everything}{snapshot}")
        slowest = max(slowest, p95)
    _say(f"  slowest p95 {slowest:.0f} ms")


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main() -> None:
    """Print the figures of one engine."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--engine", choices=["embedded", "neo4j"], default="embedded")
    parser.add_argument("--towns", type=int, nargs="+", default=[1, 20])
    parser.add_argument("--asked", type=int, default=20)
    parser.add_argument("--whole", action="store_true")
    chosen = parser.parse_args()
    alone: dict[str, float] = {}
    for number in chosen.towns:
        with opened(chosen.engine) as graph:
            begin = time.monotonic()
            nodes, ties = write_towns(graph, number)
            _say(f"{graph.engine}: {number} towns, {nodes} nodes, {ties} relationships, written in {time.monotonic() - begin:.0f} s")
            _say(f"load {os.getloadavg()[0]:.1f}")
            measure(graph, chosen.asked, whole=chosen.whole and number > 1, alone=alone)


if __name__ == "__main__":
    main()
