"""Many regions, each examined for itself."""

import json
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from graph.executors import executor
from graph.metrics.comparison.by_chance import with_ties
from graph.metrics.comparison.kept import Kept
from graph.metrics.comparison.many import WAITING, Examinable, Terms, examine_all

TERMS = Terms(seed=3, draws=20)
DEPENDS_ON = {"seed": 3}


def regions(number: int, size: int = 22) -> list[Examinable]:
    """Regions by chance, every third too small to be tested."""
    made = []
    for place in range(number):
        few = place % 3 == 0
        network = next(with_ties(6 if few else size + place % 5, 7 if few else 2 * size, 1, np.random.default_rng(place)))
        ties, reasons = tuple(network.get_edgelist()), ("too_few_bodies",) if few else ()
        made.append(Examinable(f"area-{place}", f"第{place}市", network.vcount(), ties, reasons))
    return made


def examine(where: Executor, some: list[Examinable], file: Path | None = None) -> dict[str, dict[str, Any]]:
    """Name → what was found, as it is after it was written down and read again."""
    with Kept(file, DEPENDS_ON) as kept:
        return {one["name"]: json.loads(json.dumps(one)) for one in examine_all(some, TERMS, where, kept)}


@pytest.fixture(scope="module")
def alone() -> dict[str, dict[str, Any]]:
    """What one process finds."""
    with executor() as here:
        return examine(here, regions(9))


def test_every_region_is_described_and_only_those_are_tested_that_bear_it(alone: dict[str, dict[str, Any]]) -> None:
    """Reasons stand beside the description; figures against chance have what random networks give."""
    assert sorted(alone) == sorted(one.name for one in regions(9))
    assert {len(one["against_chance"]) > 0 for one in alone.values() if one["reasons"]} == {False}
    tested = [one for one in alone.values() if not one["reasons"]]
    assert len(tested) == 6
    assert all(one["against_chance"]["transitivity"]["ratio"] is not None and one["estimates"]["mean_degree"] for one in tested)
    assert all(one["figures"]["bodies"] for one in alone.values())


def test_the_order_of_the_regions_changes_no_number(alone: dict[str, dict[str, Any]]) -> None:
    """Each has chance of its own, and two that are alike but for their names have not the same."""
    network = regions(2)[1]
    twin = Examinable("area-x", network.title, network.bodies, network.ties)
    with ThreadPoolExecutor(2) as two:
        found = examine(two, [*reversed(regions(9)), twin])

    assert {name: one for name, one in found.items() if name != "area-x"} == alone
    assert found["area-x"]["figures"] == found["area-1"]["figures"]
    assert found["area-x"]["estimates"] != found["area-1"]["estimates"]


def test_processes_find_the_same(alone: dict[str, dict[str, Any]]) -> None:
    """Not a digit differs."""
    with executor(workers=2) as processes:
        assert examine(processes, regions(9)) == alone


def test_a_dask_cluster_finds_the_same(alone: dict[str, dict[str, Any]]) -> None:
    """By the address of its scheduler, as anywhere."""
    distributed = pytest.importorskip("distributed")
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None) as cluster,
        executor(scheduler=cluster.scheduler_address) as machines,
    ):
        assert examine(machines, regions(9)) == alone


class Counting(ThreadPoolExecutor):
    """Counts what is handed to it, and breaks off after some."""

    def __init__(self, most: int = 1_000) -> None:
        super().__init__(1)
        self.asked: list[str] = []
        self.most = most

    def submit(self, work: Any, /, *given: Any, **more: Any) -> Any:
        """Hand out a region."""
        if len(self.asked) == self.most:
            raise KeyboardInterrupt
        self.asked.append(given[0].name)
        return super().submit(work, *given, **more)


def test_a_run_goes_on_where_it_was(tmp_path: Path, alone: dict[str, dict[str, Any]]) -> None:
    """What is kept is not examined again; what another network is now, is."""
    file = tmp_path / "kept.jsonl"
    with executor() as here:
        examine(here, regions(4), file)
    changed = [
        Examinable(one.name, one.title, one.bodies, one.ties[1:], one.reasons) if one.name == "area-2" else one for one in regions(9)
    ]

    with Counting() as counting:
        found = examine(counting, changed, file)

    assert counting.asked == ["area-2", *(f"area-{place}" for place in range(4, 9))]
    assert found["area-2"]["figures"]["ties"] == alone["area-2"]["figures"]["ties"] - 1
    assert {name: one for name, one in found.items() if name != "area-2"} == {name: one for name, one in alone.items() if name != "area-2"}


def test_a_run_that_breaks_off_keeps_what_it_did(tmp_path: Path) -> None:
    """The next one has only the rest to do."""
    file, some = tmp_path / "kept.jsonl", regions(WAITING + 6, size=20)
    with Counting(most=WAITING + 3) as counting, pytest.raises(KeyboardInterrupt):
        examine(counting, some, file)
    kept = file.read_text(encoding="utf-8").count("\n") - 1

    with Counting() as again:
        found = examine(again, some, file)

    assert 0 < kept < len(some)
    assert len(again.asked) == len(some) - kept
    assert len(found) == len(some)


def test_few_regions_wait_at_once() -> None:
    """They are read as they are needed, and each is told."""
    read: list[str] = []
    told: list[int] = []

    def reading() -> Iterator[Examinable]:
        for one in regions(WAITING + 20, size=20):
            read.append(one.name)
            yield one

    with executor() as here, Kept(None, {}) as kept:
        going = examine_all(reading(), TERMS, here, kept, told=told.append)
        next(going)
        assert len(read) <= WAITING + 1
        rest = list(going)

    assert len(rest) == len(read) - 1
    assert told == list(range(1, WAITING + 21))
