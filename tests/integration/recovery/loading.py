"""The loading program watched from outside, and what must hold of a graph in which a load broke off."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from graph.connection import Graph
from tests.building import load_facts
from tests.engines import TIMES, fingerprint
from tests.generated_graphs import generated_loads
from tests.integration.recovery import loading_program

ROOT = Path(__file__).parents[3]
DATASET = generated_loads(loading_program.SEED, size=1)[0].dataset.name
OF_THE_INSTALLATION = ("['Migration']", "['Source'] [('complete', True), ('current', False), ('dataset', 'tsunagu-tests')")
STATED_TWICE = 2
"""The source is written at the beginning and at the end of a load: progress counts more than one row for it."""


@dataclass
class Loading:
    """One run of the loading program."""

    process: "subprocess.Popen[str]"
    done: int = 0
    total: int = 0
    told: list[str] = field(default_factory=list)
    failed: str | None = None
    complete: bool = False

    def until(self, fraction: float = 2.0) -> "Loading":
        """Follow it until that part of the load is acknowledged, or to its end."""
        assert self.process.stdout is not None
        for line in iter(self.process.stdout.readline, ""):
            kind, *words = line.split()
            if kind == "done":
                self.done, self.total = int(words[0]), int(words[1])
                if self.done >= fraction * self.total:
                    break
            elif kind == "told":
                self.told.append(words[0])
            elif kind == "failed":
                self.failed = words[0]
            elif kind == "complete":
                self.complete = True
        return self

    def kill(self) -> "Loading":
        """End it without a word, and read what it had said."""
        self.process.kill()
        self.until()
        self.process.wait(60)
        return self


@contextmanager
def loading(environment: dict[str, str], *, batch: int = 40, lease: float = 25, patience: float = 75) -> Iterator[Loading]:
    """Start the program on a graph; whatever is left of it is ended."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NEO4J_", "TSUNAGU_"))}
    command = [sys.executable, "-m", "tests.integration.recovery.loading_program", str(batch), str(lease), str(patience)]
    with subprocess.Popen(command, cwd=ROOT, env=kept | environment, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        try:
            yield Loading(process)
        finally:
            process.kill()


def uninterrupted(graph: Graph) -> set[str]:
    """What the graph holds after the same load in one go."""
    invented = generated_loads(loading_program.SEED, size=loading_program.SIZE)[0]
    load_facts(graph, invented.dataset, invented.facts)
    return timeless(graph)


def timeless(graph: Graph) -> set[str]:
    """The graph's fingerprint without times, and without what each installation notes about itself."""
    return {line for line in fingerprint(graph, without=TIMES) if not line.startswith(OF_THE_INSTALLATION)}


def stated(graph: Graph) -> int:
    """How many nodes and relationships the dataset states, its source aside."""
    nodes = graph.read("MATCH (n) WHERE $dataset IN n.sources AND NOT n:Source RETURN count(n) AS found", dataset=DATASET)
    ties = graph.read("MATCH ()-[r]->() WHERE $dataset IN r.sources RETURN count(r) AS found", dataset=DATASET)
    return int(nodes[0]["found"] + ties[0]["found"])


def is_marked_unfinished(graph: Graph) -> bool:
    """Whether the load's source is there and says that it is being written."""
    rows = graph.read("MATCH (s:Source) WHERE s.dataset = $dataset RETURN s.complete AS complete", dataset=DATASET)
    return [row["complete"] for row in rows] == [False]


def doubles(graph: Graph) -> int:
    """How many relationships are there beside another one with their id."""
    (row,) = graph.read(
        "MATCH ()-[r]->() WHERE $dataset IN r.sources RETURN count(r) AS ties, count(DISTINCT r.id) AS ids", dataset=DATASET
    )
    return int(row["ties"] - row["ids"])


def see_what_is_left(graph: Graph, run: Loading, before: int, seed: str) -> int:
    """What was acknowledged is there, once; a load that has begun and not ended says so.

    Returns:
        How many nodes and relationships are there now.
    """
    now = stated(graph)
    assert now >= before + run.done - STATED_TWICE, f"acknowledged {run.done}, before {before}, there {now} ({seed})"
    assert doubles(graph) == 0, seed
    if run.done and not run.complete:
        assert is_marked_unfinished(graph), seed
    return now


def moments(seed: str, count: int) -> list[float]:
    """At which part of what is left of the load each kill comes: early ones among them, and never all of it."""
    chance = Random(seed)  # noqa: S311 - no secret
    return [chance.uniform(0.01, 0.45) for _ in range(count)]
