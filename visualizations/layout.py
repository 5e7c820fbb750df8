"""Where each thing lies: computed here once, so that the same network always gives the same picture.

Each connected part is laid out by igraph, turned to lie wide, and freed of overlaps with the names' widths taken into
account; then the parts are packed into one landscape page. The order in which things come in does not matter.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import igraph
import numpy as np

from graph.seeded import seeded
from visualizations.overlaps import Floats, remove_overlaps

SEED = 20
ASPECT = 1.75
"""Width to height of the page: a screen and an A4 sheet lying wide."""

SMALL, LARGE = 70, 1200
"""Up to `SMALL` nodes Kamada–Kawai, up to `LARGE` UMAP, above DrL: the best of each size, as measured."""

ROOM = 2.1
"""How much page each box gets before boxes are pushed apart, as a multiple of its own area."""

GAP = 26
"""Pixels between two parts."""


@dataclass(frozen=True)
class Box:
    """A mark with its name: the room one node takes, in pixels."""

    id: str
    width: float
    height: float
    rank: int = 0
    """Of two parts of the same size, the lower rank comes first."""


def positions(boxes: Iterable[Box], links: Iterable[tuple[str, str]]) -> dict[str, tuple[int, int]]:
    """Id → centre of its box, in whole pixels around (0, 0).

    Args:
        boxes: what to place, in any order.
        links: what lies near to what; links to unknown ids, loops and doubles are left out.
    """
    ordered = sorted(boxes, key=lambda box: box.id)
    if not ordered:
        return {}
    index = {box.id: number for number, box in enumerate(ordered)}
    edges = sorted({(min(a, b), max(a, b)) for a, b in _known(links, index) if a != b})
    network = igraph.Graph(n=len(ordered), edges=edges)
    sizes = np.array([(box.width, box.height) for box in ordered], dtype=float)
    parts = sorted(
        (sorted(part) for part in network.connected_components()),
        key=lambda part: (-len(part), min(ordered[number].rank for number in part), part),
    )
    placed = [_lay_out(network.induced_subgraph(part), sizes[part]) for part in parts]
    centres = np.zeros((len(ordered), 2))
    for part, places in zip(parts, _packed(placed, [sizes[part] for part in parts]), strict=True):
        centres[part] = places
    low, high = (centres - sizes / 2).min(axis=0), (centres + sizes / 2).max(axis=0)
    centres -= (low + high) / 2
    return {box.id: (round(x), round(y)) for box, (x, y) in zip(ordered, centres.tolist(), strict=True)}


def _known(links: Iterable[tuple[str, str]], index: dict[str, int]) -> Iterator[tuple[int, int]]:
    for start, end in links:
        if start in index and end in index:
            yield index[start], index[end]


def _lay_out(part: igraph.Graph, sizes: Floats) -> Floats:
    """Centres of one connected part, free of overlaps."""
    if part.vcount() == 1:
        return np.zeros((1, 2))
    places = _turned(np.array(_drawn(part), dtype=float))
    room = float((sizes[:, 0] * sizes[:, 1]).sum()) * ROOM
    extent = np.maximum(np.ptp(places, axis=0), 1e-9)
    # Wide parts become landscape; a thin part (a path) keeps some height instead of being blown up.
    wanted = np.array([np.sqrt(room * ASPECT), np.sqrt(room / ASPECT)])
    factors = wanted / extent
    if factors.max() > factors.min() * 3:
        factors = np.full(2, factors.min())
    return remove_overlaps(places * factors, sizes)


def _drawn(part: igraph.Graph) -> list[list[float]]:
    with seeded(SEED):
        if part.vcount() <= SMALL:
            coords = part.layout_kamada_kawai(maxiter=60 * part.vcount()).coords
        elif part.vcount() <= LARGE:
            coords = part.layout_umap(min_dist=0.6, epochs=500).coords
        else:
            coords = part.layout_drl().coords
    return [list(point) for point in coords]


def _turned(places: Floats) -> Floats:
    """Turned so that the longest extent lies horizontally; the side that comes first by number lies left."""
    centred = places - places.mean(axis=0)
    _, axes = np.linalg.eigh(np.cov(centred.T))
    turned: Floats = centred @ axes[:, ::-1]
    return turned * np.where(turned[0] > 0, -1.0, 1.0)


def _packed(placed: list[Floats], sizes: list[Floats]) -> list[Floats]:
    """Parts in rows from the top, the largest first, on the page that can be shown largest."""
    corners = [((part - size / 2).min(axis=0), (part + size / 2).max(axis=0)) for part, size in zip(placed, sizes, strict=True)]
    extents = [high - low for low, high in corners]
    rows = min((_rows(extents, page) for page in _pages(extents)), key=_size_of_page)
    page = max(row.width for row in rows)
    found: list[Floats] = []
    for row in rows:
        for number, left in zip(row.members, row.lefts(page), strict=True):
            found.append(placed[number] - corners[number][0] + np.array([left, row.top]))
    return found


def _pages(extents: list[Floats]) -> list[float]:
    """Widths of page to try: from the widest part, or the square of the area, to three times as wide."""
    area = sum(float((extent + GAP).prod()) for extent in extents)
    narrowest = max(float(np.sqrt(area)), *(float(extent[0]) for extent in extents))
    return [narrowest * (1 + step / 20) for step in range(41)]


def _size_of_page(rows: list["_Row"]) -> float:
    """Height of the smallest page of the wanted proportions that holds the rows."""
    return max(max(row.width for row in rows) / ASPECT, rows[-1].top + rows[-1].height)


@dataclass
class _Row:
    """Parts beside each other."""

    top: float
    members: list[int]
    widths: list[float]
    height: float

    @property
    def width(self) -> float:
        """Width of its parts with the gaps between them."""
        return sum(self.widths) + GAP * (len(self.widths) - 1)

    def lefts(self, page: float) -> list[float]:
        """Left edges: the row stands in the middle of the page."""
        left = (page - self.width) / 2
        found = []
        for width in self.widths:
            found.append(left)
            left += width + GAP
        return found


def _rows(extents: list[Floats], page: float) -> list[_Row]:
    rows = [_Row(0.0, [], [], 0.0)]
    for number, (width, height) in enumerate(extents):
        row = rows[-1]
        if row.members and sum(row.widths) + GAP * len(row.widths) + width > page:
            rows.append(row := _Row(row.top + row.height + GAP, [], [], 0.0))
        row.members.append(number)
        row.widths.append(float(width))
        row.height = max(row.height, float(height))
    return rows
