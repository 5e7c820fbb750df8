"""How long a page takes at the size of a municipality, while several people click.

python -m tests.benchmarks.pages [--users 20] [--every 2] [--seconds 60]

A town of 5,000 nodes and 15,000 relationships is written (`gap_towns.py`) and served by the program itself. Each page is
opened once before (its time is printed: that is what the first reader after a change waits); then each user opens pages by
chance, one every so many seconds. Printed are the median and the 95th percentile of each kind of page, in milliseconds,
from the request to the last byte, and of all together.
"""

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from random import Random

import httpx

from graph.opening import open_prepared
from graph.settings import Settings
from tests.benchmarks.gap_towns import towns, write_towns
from tests.end_to_end.programs import Program, serving

PARTS = (
    "",
    "/gaps",
    "/needs",
    "/needs/N_SHOP",
    "/network",
    "/resources",
    "/findings",
    "/gaps/actors_without_ties",
    "/gaps/bridging_candidates",
    "/gaps/needs_without_service",
    "/gaps/services_missing_by_district",
    "/gaps/stale",
    "/gaps/coverage_matrix",
)
"""What is opened of the area."""
PATIENCE = 120.0


async def opened(client: httpx.AsyncClient, part: str) -> float:
    """Milliseconds until a page is there."""
    begin = time.monotonic()
    # The page of the area itself has no part, and no slash at its end.
    answer = await client.get(f"{str(client.base_url).rstrip('/')}{part}")
    answer.raise_for_status()
    return (time.monotonic() - begin) * 1_000


async def user(client: httpx.AsyncClient, number: int, every: float, until: float, times: dict[str, list[float]]) -> None:
    """One person, who reads for a while between two clicks and does not begin together with the others."""
    chance = Random(number)  # noqa: S311 - no secret
    await asyncio.sleep(chance.random() * every)
    while time.monotonic() < until:
        part = chance.choice(PARTS)
        took = await opened(client, part)
        times[part].append(took)
        await asyncio.sleep(max(0.0, every - took / 1_000))


async def measured(url: str, users: int, every: float, seconds: float) -> None:
    """Open every page once, then let the users click."""
    times: dict[str, list[float]] = defaultdict(list)
    async with httpx.AsyncClient(base_url=url, timeout=PATIENCE) as client:
        first = {part: await opened(client, part) for part in PARTS}
        until = time.monotonic() + seconds
        await asyncio.gather(*(user(client, number, every, until, times) for number in range(users)))
    for part in PARTS:
        _say(f"  {part or '/':40} first {first[part]:7.0f}  {_told(times[part])}")
    _say(f"  {'all':40} {'':13}  {_told([one for some in times.values() for one in some])}")


def _told(times: list[float]) -> str:
    if not times:
        return "not opened"
    ordered = sorted(times)
    return f"median {ordered[len(ordered) // 2]:6.0f}  p95 {ordered[int(len(ordered) * 0.95)]:6.0f}  of {len(ordered)}"


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main() -> None:
    """Print the figures of one run."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--users", type=int, default=20)
    parser.add_argument("--every", type=float, default=2.0)
    parser.add_argument("--seconds", type=float, default=60.0)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        program = Program(Path(home))
        assert program("database", "start").status == 0
        try:
            with open_prepared(Settings(home=Path(home))) as graph:
                nodes, ties = write_towns(graph, 1)
            clicks = f"{chosen.users} users, a click every {chosen.every:g} s"
            _say(f"{nodes} nodes, {ties} relationships; {clicks}; load {os.getloadavg()[0]:.1f}")
            with serving(program, "serve") as url:
                area = f"{url}areas/{next(towns(1)).area.code}"
                asyncio.run(measured(area, chosen.users, chosen.every, chosen.seconds))
        finally:
            program("database", "stop")


if __name__ == "__main__":
    main()
