"""Every municipality of a country compared with chance: how long, how much memory, how much sooner with two workers, and after a kill.

python -m tests.benchmarks.national FILE [--every 1] [--draws 1000] [--workers 1 2] [--scheduler local] [--kill]

FILE is a table of municipalities with `lg_code` and `insured_65plus` (people of 65 and over). Networks are generated: a
municipality has ten named bodies and one more for each 500 people of 65 and over, 300 at most, and two ties a body (mean
degree 4), drawn from the code; from 20 bodies on it is tested. `--every 10` takes each tenth. `--kill` kills a run of one
process after some municipalities, goes on, and counts which are examined twice.
"""

import argparse
import csv
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import psutil

from graph.executors import executor
from graph.metrics.comparison.by_chance import with_ties
from graph.metrics.comparison.kept import Kept
from graph.metrics.comparison.many import Examinable, Terms, examine_all
from graph.metrics.comparison.resampled import FEWEST

PEOPLE_A_BODY, SMALLEST, LARGEST = 500, 10, 300
KILLED_AFTER = 20


def municipalities(file: Path, every: int) -> Iterator[Examinable]:
    """Networks of realistic sizes."""
    with file.open(encoding="utf-8", newline="") as table:
        for place, row in enumerate(csv.DictReader(table)):
            if place % every == 0:
                bodies = min(LARGEST, SMALLEST + int(float(row["insured_65plus"] or 0)) // PEOPLE_A_BODY)
                network = next(with_ties(bodies, 2 * bodies, 1, np.random.default_rng(int(row["lg_code"]))))
                reasons = ("too_few_bodies",) if bodies < FEWEST else ()
                yield Examinable(row["lg_code"], row["lg_code"], bodies, tuple(network.get_edgelist()), reasons)


@contextmanager
def most_memory() -> Iterator[list[int]]:
    """The largest memory of this process and those it began, in bytes, in a list of one."""
    found, ended, own = [0], threading.Event(), psutil.Process()

    def look() -> None:
        while not ended.wait(0.5):
            each = [own, *own.children(recursive=True)]
            found[0] = max(found[0], sum(_memory(one) for one in each))

    looking = threading.Thread(target=look)
    looking.start()
    try:
        yield found
    finally:
        ended.set()
        looking.join()


def _memory(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0


def run(file: Path, every: int, terms: Terms, *, workers: int = 1, scheduler: str | None = None) -> tuple[float, int, str]:
    """Seconds, bytes, and what was found as one text."""
    begin = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, most_memory() as memory:
        depends_on = {"seed": terms.seed, "draws": terms.draws}
        with Kept(Path(folder) / "kept.jsonl", depends_on) as kept, executor(workers=workers, scheduler=scheduler) as machines:
            found = sorted(json.dumps(one, sort_keys=True) for one in examine_all(municipalities(file, every), terms, machines, kept))
    return time.monotonic() - begin, memory[0], "\n".join(found)


def killed(file: Path, every: int, terms: Terms) -> str:
    """Kill a run without warning, go on, and tell how often what was examined."""
    with tempfile.TemporaryDirectory() as folder:
        kept_in = Path(folder) / "kept.jsonl"
        command = [sys.executable, "-m", "tests.benchmarks.national", str(file), "--every", str(every), "--draws", str(terms.draws)]
        with subprocess.Popen([*command, "--keep", str(kept_in)]) as process:
            while not kept_in.exists() or kept_in.read_bytes().count(b"\n") <= KILLED_AFTER:
                time.sleep(0.01)
            process.send_signal(signal.SIGKILL)
        before = _names(kept_in)
        done = subprocess.run([*command, "--keep", str(kept_in)], check=True)
        after = _names(kept_in)
    twice = len(after) - len(set(after))
    return f"killed after {len(before)} municipalities, {len(after)} at the end, {twice} kept twice, status {done.returncode}"


def _names(file: Path) -> list[str]:
    lines = file.read_text(encoding="utf-8").split("\n")[1:-1]
    return [json.loads(line)["name"] for line in lines]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--draws", type=int, default=1_000)
    parser.add_argument("--workers", type=int, nargs="*", default=[2])
    parser.add_argument("--scheduler", choices=["local"])
    parser.add_argument("--kill", action="store_true")
    parser.add_argument("--keep", type=Path)
    chosen = parser.parse_args()
    terms = Terms(seed=20, draws=chosen.draws)
    if chosen.keep:
        with Kept(chosen.keep, {"seed": terms.seed, "draws": terms.draws}) as kept, executor() as here:
            list(examine_all(municipalities(chosen.file, chosen.every), terms, here, kept))
        return
    if chosen.kill:
        _say(killed(chosen.file, chosen.every, terms))
        return
    networks = list(municipalities(chosen.file, chosen.every))
    sizes = sorted(one.bodies for one in networks)
    _say(f"{len(networks)} municipalities, {sizes[0]}-{sizes[-1]} bodies (median {sizes[len(sizes) // 2]}), load {os.getloadavg()[0]:.1f}")
    texts = set()
    for workers in chosen.workers:
        took, memory, text = run(chosen.file, chosen.every, terms, workers=workers)
        texts.add(text)
        _say(f"  {workers} workers: {took:.0f} s, {memory / 1e6:.0f} MB")
    if chosen.scheduler:
        from distributed import LocalCluster  # noqa: PLC0415 - an optional extra

        with LocalCluster(n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None) as cluster:  # type: ignore[no-untyped-call]
            took, memory, text = run(chosen.file, chosen.every, terms, scheduler=cluster.scheduler_address)
        texts.add(text)
        _say(f"  Dask, 2 workers: {took:.0f} s, {memory / 1e6:.0f} MB")
    _say(f"  all the same numbers: {len(texts) == 1}")


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
