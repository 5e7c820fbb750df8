"""Many regions, each examined for itself, on one processor or on many machines: the same numbers wherever and in whatever order.

Every region has chance of its own, that follows from the seed and its name. What is done is kept in a file (`kept.py`), so that
a run that broke off goes on where it was.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import asdict, dataclass
from typing import Any

import igraph

from graph.metrics.comparison.described import described, tested
from graph.metrics.comparison.kept import Kept

WAITING = 32
"""Regions that are handed out and not yet done: enough for every processor, and few in memory."""


@dataclass(frozen=True)
class Examinable:
    """The network of a region as it travels to whoever examines it."""

    name: str
    """Tells it from all others; its chance follows from it."""
    title: str
    """What it is called."""
    bodies: int
    ties: tuple[tuple[int, int], ...]
    reasons: tuple[str, ...] = ()
    """Codes of why nothing is tested."""

    @property
    def digest(self) -> str:
        """Another one where anything of it is other."""
        return hashlib.sha256(repr((self.bodies, sorted(self.ties), sorted(self.reasons))).encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Terms:
    """On what the numbers of a run depend beside the networks."""

    seed: int
    draws: int
    given: str = "ties"

    def seed_of(self, name: str) -> int:
        """The seed of one region."""
        return int.from_bytes(hashlib.sha256(f"{self.seed}|{name}".encode()).digest()[:6])


def examined(region: Examinable, terms: Terms) -> dict[str, Any]:
    """Describe a region's network, and test it where it may be; as it is written down."""
    network = igraph.Graph(n=region.bodies, edges=list(region.ties))
    found: dict[str, Any] = {
        "name": region.name,
        "title": region.title,
        "digest": region.digest,
        "reasons": list(region.reasons),
        "figures": described(network),
        "against_chance": {},
        "estimates": {},
    }
    if not region.reasons:
        beyond = tested(network, seed=terms.seed_of(region.name), draws=terms.draws, given=terms.given, across=None)
        ratios = {name: one.ratio for name, one in beyond.against_chance.items() if one}
        found["against_chance"] = {
            name: asdict(one) | {"ratio": ratios[name]} if one else None for name, one in beyond.against_chance.items()
        }
        found["estimates"] = {name: asdict(one) if one else None for name, one in beyond.estimates.items()}
    return found


def examine_all(
    regions: Iterable[Examinable],
    terms: Terms,
    executor: Executor,
    kept: Kept,
    *,
    told: Callable[[int], None] = lambda _done: None,
) -> Iterator[dict[str, Any]]:
    """Examine regions wherever the executor does it, and keep each as soon as it is done.

    Args:
        regions: read as they are needed.
        terms: seed, draws and what random networks have in common with the observed one.
        executor: any of `concurrent.futures`, or one that behaves alike.
        kept: what is done already is taken from it where the network is still the same.
        told: hears how many are done, those kept from before among them.

    Yields:
        What `examined` gives, as it is done.
    """
    done = 0
    running: set[Future[dict[str, Any]]] = set()
    waiting = iter(regions)
    try:
        while (ready := _hand_out(waiting, running, terms, executor, kept)) or running:
            if not ready:
                finished, running = wait(running, return_when=FIRST_COMPLETED)
                for future in finished:
                    ready.append(future.result())
                    kept.add(ready[-1])
            for found in ready:
                done += 1
                told(done)
                yield found
    finally:
        for future in running:
            future.cancel()


def _hand_out(
    waiting: Iterator[Examinable], running: set[Future[dict[str, Any]]], terms: Terms, executor: Executor, kept: Kept
) -> list[dict[str, Any]]:
    """Hand out regions until enough are running; those that are done already are given back."""
    known: list[dict[str, Any]] = []
    while len(running) + len(known) < WAITING and (region := next(waiting, None)) is not None:
        if (found := kept.of(region.name, region.digest)) is not None:
            known.append(found)
        else:
            running.add(executor.submit(examined, region, terms))
    return known
