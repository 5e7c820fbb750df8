"""How a network is drawn: a colour for each kind of thing, a size for each degree, a place from a layout that never changes."""

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from threading import Lock

import igraph

from loaders.networks.carried import CarriedThing, CarriedTie

COLOURS = {
    "Organization": (0, 158, 115),
    "Council": (0, 114, 178),
    "Service": (230, 159, 0),
    "Need": (213, 94, 0),
    "Programme": (204, 121, 167),
    "Post": (86, 180, 233),
    "Observation": (153, 153, 153),
    "Area": (120, 120, 120),
}
"""Label → red, green, blue: Okabe & Ito (2008), which people with colour blindness tell apart."""
SMALLEST = 10.0
PER_TIE = 3.0
SEED = 20
ROUNDS = 200
LARGE = 1500
"""Above so many things the layout is made on a grid, which is quicker."""
APART = 40.0

_igraph_is_ours = Lock()


@dataclass(frozen=True, slots=True)
class Mark:
    """How one thing is drawn."""

    x: float
    y: float
    size: float
    colour: tuple[int, int, int]


def marks(things: Sequence[CarriedThing], ties: Iterable[CarriedTie]) -> dict[str, Mark]:
    """Id → how it is drawn: the same network gives the same picture, in whatever order it comes."""
    ordered = sorted(thing.id for thing in things)
    index = {id_: number for number, id_ in enumerate(ordered)}
    pairs = ((index[tie.start], index[tie.end]) for tie in ties)
    edges = sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]})
    degrees: Counter[int] = Counter(end for edge in edges for end in edge)
    places = _laid_out(len(ordered), edges)
    return {
        thing.id: Mark(
            x=places[index[thing.id]][0],
            y=places[index[thing.id]][1],
            size=round(SMALLEST + PER_TIE * sqrt(degrees[index[thing.id]]), 1),
            colour=COLOURS.get(thing.labels[0], COLOURS["Observation"]),
        )
        for thing in things
    }


def _laid_out(count: int, edges: list[tuple[int, int]]) -> list[tuple[float, float]]:
    """Fruchterman & Reingold (1991) from a fixed beginning, in tenths of a unit."""
    if not count:
        return []
    network = igraph.Graph(n=count, edges=edges)
    with _igraph_is_ours:
        igraph.set_random_number_generator(random.Random(SEED))  # noqa: S311 - a picture needs repeatable numbers, not secret ones
        try:
            layout = network.layout_fruchterman_reingold(
                niter=ROUNDS, seed=network.layout_circle(), grid="grid" if count > LARGE else "nogrid"
            )
        finally:
            igraph.set_random_number_generator(random)
    scale = APART if count > 1 else 0.0
    return [(round(x * scale, 1) + 0.0, round(y * scale, 1) + 0.0) for x, y in layout.coords]
