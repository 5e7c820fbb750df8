"""A program that loads generated facts in small batches and says how far it is: tests kill it, or what it writes to.

Arguments: rows in a batch, seconds of the writer's lease, seconds of patience with a database that is away.
"""

import os
import sys
import time

import graph.connection
import graph.writer_lease
import graph.writing
from graph.batches import batch_of, source_of
from graph.errors import TsunaguError
from graph.opening import open_prepared
from graph.planning import plan_of
from graph.settings import Settings
from graph.writing import apply_plan
from tests.building import LOADED_AT
from tests.generated_graphs import generated_loads

SEED, SIZE = 7, 260
PAUSE_SECONDS = 0.005


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def progress(done: int, total: int) -> None:
    say("done", done, total)
    time.sleep(PAUSE_SECONDS)


def main() -> int:
    graph.writing.BATCH = int(sys.argv[1])
    graph.writer_lease.LEASE_SECONDS = float(sys.argv[2])
    graph.connection.PATIENCE_SECONDS = float(sys.argv[3])
    invented = generated_loads(SEED, size=SIZE)[0]
    source = source_of(invented.dataset, loader="samples", checksum="1", file="sample.csv", loaded_at=LOADED_AT)
    try:
        with open_prepared(Settings.from_environment(os.environ), tell=lambda key, **_: say("told", key)) as opened:
            with opened.single_writer():
                apply_plan(opened, plan_of(opened, batch_of(invented.dataset, invented.facts, source)), at=LOADED_AT, progress=progress)
            say("complete")
    except TsunaguError as error:
        say("failed", error.key)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
