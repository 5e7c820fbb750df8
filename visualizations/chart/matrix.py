"""The matrix of an area: bodies by bodies, those of one group beside each other; symmetric, a mark for each recorded tie."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import altair as alt
import igraph

from graph.messages import Messages
from graph.model.joining import BETWEEN_BODIES
from visualizations.appearance import ACCENT, INK, MARKS, QUIET_LINE, mark_key, strength
from visualizations.chart.svg import data
from visualizations.contract import Picture, PictureNode
from visualizations.summary import direct_pairs, pairs_by_service

CELL = 20
"""Pixels."""
SHAPES = {"confirmed": "square", "recorded": "circle", "one_source": "diamond", "by_service": "triangle-up", "absent": "cross"}
"""How well a tie is known → its mark."""
ORDER = tuple(SHAPES)


@dataclass(frozen=True)
class Matrix:
    """What the matrix shows."""

    bodies: tuple[PictureNode, ...]
    """In their order."""
    groups: tuple[tuple[int, int], ...]
    """First and last place of each group of bodies that recorded ties join."""
    cells: Mapping[tuple[int, int], str]
    """Places of the two → how the tie is known, the smaller place first."""
    quotes: Mapping[frozenset[str], str]
    """Ids of two bodies → the sentence on which their tie rests, with its source and place."""
    left_out: int
    """Bodies of the picture for which no tie is recorded."""


def matrix_of(picture: Picture) -> Matrix:
    """Bodies with recorded ties, the largest group first, alike kinds beside each other within a group."""
    known = _known(picture)
    tied = {end for pair in known for end in pair}
    nodes = {node.id: node for node in picture.nodes if node.id in tied}
    order = sorted(nodes)
    place = {id_: number for number, id_ in enumerate(order)}
    joined = [[place[end] for end in sorted(pair)] for pair, how in known.items() if how != "absent"]
    parts = [[order[number] for number in part] for part in igraph.Graph(n=len(order), edges=joined).connected_components()]
    ranks = {key: rank for rank, key in enumerate(MARKS)}
    parts = [sorted(part, key=lambda id_: (ranks[mark_key(nodes[id_])], nodes[id_].name, id_)) for part in parts]
    parts.sort(key=lambda part: (-len(part), nodes[part[0]].name, part[0]))
    ids = [id_ for part in parts for id_ in part]
    at = {id_: number for number, id_ in enumerate(ids)}
    cells = {(min(at[a], at[b]), max(at[a], at[b])): how for (a, b), how in ((sorted(pair), how) for pair, how in known.items())}
    bounds, first = [], 0
    for part in parts:
        bounds.append((first, first + len(part) - 1))
        first += len(part)
    bodies = sum(node.label == "Organization" for node in picture.nodes)
    return Matrix(tuple(nodes[id_] for id_ in ids), tuple(bounds), cells, _quotes(picture), bodies - len(ids))


def only_matrix(picture: Picture, matrix: Matrix) -> Picture:
    """The picture with the bodies of the matrix alone, by which its size is judged."""
    return replace(picture, nodes=matrix.bodies)


def _quotes(picture: Picture) -> dict[frozenset[str], str]:
    found: dict[frozenset[str], str] = {}
    for tie in picture.ties:
        if tie.type in BETWEEN_BODIES and tie.quotations:
            one = tie.quotations[0]
            place = " ".join(part for part in (one.source, one.as_of, one.place) if part)
            found.setdefault(frozenset((tie.start, tie.end)), f"「{one.quote}」（{place}）")
    return found


def _known(picture: Picture) -> dict[frozenset[str], str]:
    """Pair → how its tie is known best; ties through a service where there is none between the two themselves."""
    bodies = {node.id for node in picture.nodes if node.label == "Organization"}
    found: dict[frozenset[str], str] = {}
    for pair in pairs_by_service(picture, bodies):
        found[pair] = "by_service"
    for tie in picture.ties:
        ends = frozenset((tie.start, tie.end))
        if tie.type in BETWEEN_BODIES and tie.state == "absent" and len(ends) > 1 and ends <= bodies:
            found.setdefault(ends, "absent")
    for tie in picture.ties:
        for pair in direct_pairs(replace(picture, ties=(tie,)), bodies):
            how = strength(tie)
            found[pair] = min(how, found.get(pair, how), key=ORDER.index)
    return found


def chart_of(matrix: Matrix, words: Messages) -> Any:
    """The drawing: numbers above, names with the same numbers at the left."""
    size = len(matrix.bodies)
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, size], nice=False, zero=False))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[0, size], reverse=True, nice=False, zero=False))
    names = [{"x": 0, "y": place + 0.5, "name": label_of(place, node, words)} for place, node in enumerate(matrix.bodies)]
    numbers = [{"x": place + 0.5, "y": 0, "name": str(place + 1)} for place in range(size)]
    groups = [{"x": first, "x2": last + 1, "y": first, "y2": last + 1} for first, last in matrix.groups]
    lines = [{"x": 0, "x2": size, "y": place, "y2": place} for place in range(size + 1)]
    lines += [{"x": place, "x2": place, "y": 0, "y2": size} for place in range(size + 1)]
    return alt.layer(
        alt.Chart(data(groups)).mark_rect(fill="#e3f1ee", stroke=ACCENT, strokeWidth=1.5).encode(x=x, y=y, x2="x2:Q", y2="y2:Q"),
        alt.Chart(data(lines)).mark_rule(stroke="#d9e0e3", strokeWidth=0.6).encode(x=x, y=y, x2="x2:Q", y2="y2:Q"),
        alt.Chart(data([{"x": p + 0.5, "y": p + 0.5} for p in range(size)]))
        .mark_point(shape="stroke", angle=45, color=QUIET_LINE, size=60)
        .encode(x=x, y=y),
        *_marks(matrix, words, x, y),
        alt.Chart(data(names)).mark_text(align="right", dx=-6, fontSize=12, color=INK).encode(x=x, y=y, text="name:N"),
        alt.Chart(data(numbers)).mark_text(dy=-9, fontSize=10, color="#55636c").encode(x=x, y=y, text="name:N"),
    ).properties(width=size * CELL, height=size * CELL)


def label_of(place: int, node: PictureNode, words: Messages) -> str:
    """Number and name; a kind of body says that it is one."""
    return f"{node.name}{words('label.generic') if node.generic else ''} {place + 1}"


def _marks(matrix: Matrix, words: Messages, x: alt.X, y: alt.Y) -> Sequence[Any]:
    told = {how: words(f"matrix.{how}") for how in ORDER}
    values = [{"x": a + 0.5, "y": b + 0.5, "how": told[how]} for a, b, how in _both_halves(matrix.cells)]
    shape = alt.Shape(
        "how:N",
        scale=alt.Scale(domain=list(told.values()), range=list(SHAPES.values())),
        legend=alt.Legend(
            title=None, orient="bottom", direction="vertical", labelLimit=600, labelFontSize=12, symbolFillColor=INK, symbolSize=90
        ),
    )
    return [alt.Chart(data(values)).mark_point(size=90, fill=INK, stroke=INK).encode(x=x, y=y, shape=shape)]


def _both_halves(cells: Mapping[tuple[int, int], str]) -> Iterator[tuple[int, int, str]]:
    for (a, b), how in cells.items():
        yield a, b, how
        yield b, a, how
