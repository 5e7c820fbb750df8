"""How long each gap takes to answer: one municipality alone, the same in a prefecture, the whole prefecture, and a country.

python -m tests.benchmarks.gap_questions [--engine embedded] [--towns 1 20] [--asked 20] [--whole] [--question NAME ...]

A town is 5,000 nodes and 15,000 relationships (`gap_towns.py`); 20 of them are a prefecture, 200 a million nodes. The graphs
are open beside each other and asked in turns, after a warm-up; the median and the 95th percentile of `--asked` answers are
printed (rows, population and notes together), in milliseconds, and the ratio to the first graph. Questions computed from a
snapshot of the network are marked. `--whole` asks once about everything. Neo4j holds one graph at a time: `--towns 1`.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from graph.connection import Graph
from graph.query_files import questions
from graph.reading import Reader
from graph.settings import Settings
from tests.benchmarks.gap_towns import TODAY, towns, write_towns
from tests.engines import open_embedded, open_neo4j

WARM_UP = 3
"""Answers before the first that counts: the embedded engine compiles what it does often."""


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


def timed(readers: Sequence[Callable[[], Reader]], gap: str, area: str | None, times: int) -> list[list[float]]:
    """Milliseconds of each answer, sorted, from each graph; asked in turns, so that a busy moment strikes all alike."""
    found: list[list[float]] = [[] for _ in readers]
    for _ in range(times):
        for made, reader in zip(found, readers, strict=True):
            asking = reader()
            begin = time.monotonic()
            asking.answer(gap, area=area)
            made.append((time.monotonic() - begin) * 1_000)
    return [sorted(made) for made in found]


def reader_of(graph: Graph) -> Callable[[], Reader]:
    """A reader with nothing read but the areas, as each request has one."""
    areas = Reader(graph, audience="members", today=TODAY).areas

    def made() -> Reader:
        reader = Reader(graph, audience="members", today=TODAY)
        reader.areas = areas
        return reader

    return made


def measure(graphs: Mapping[int, Graph], asked: int, *, whole: bool, only: Sequence[str]) -> None:
    """Print the times of every gap, or of some, from each graph; the ratio is to the median of the first."""
    readers = {number: reader_of(graph) for number, graph in graphs.items()}
    code = next(towns(1)).area.code
    for gap, question in questions("gaps").items():
        if only and gap not in only:
            continue
        timed(list(readers.values()), gap, code, WARM_UP)
        times = dict(zip(readers, timed(list(readers.values()), gap, code, asked), strict=True))
        alone = _median(next(iter(times.values())))
        told = [
            f"{number} towns {_median(made):7.1f} (p95 {_p95(made):7.1f}) ratio {_median(made) / alone:5.2f}"
            for number, made in times.items()
        ]
        largest = max(readers)
        if whole:
            told.append(f"whole of {largest} {timed([readers[largest]], gap, None, 1)[0][0] / 1_000:.2f} s")
        _say(f"  {gap:28} {'  '.join(told)}{' snapshot' if question.measure else ''}")


def _median(times: Sequence[float]) -> float:
    return times[len(times) // 2]


def _p95(times: Sequence[float]) -> float:
    return times[max(0, int(len(times) * 0.95) - 1)]


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
    parser.add_argument("--question", nargs="*", default=[], choices=questions("gaps"))
    chosen = parser.parse_args()
    with ExitStack() as stack:
        graphs: dict[int, Graph] = {}
        for number in chosen.towns:
            begin = time.monotonic()
            graphs[number] = stack.enter_context(opened(chosen.engine))
            nodes, ties = write_towns(graphs[number], number)
            took = time.monotonic() - begin
            _say(f"{chosen.engine}: {number} towns, {nodes} nodes, {ties} relationships, written in {took:.0f} s")
        _say(f"load {os.getloadavg()[0]:.1f}")
        measure(graphs, chosen.asked, whole=chosen.whole, only=chosen.question)


if __name__ == "__main__":
    main()
