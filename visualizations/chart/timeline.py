"""The timeline of an area: from when until when each thing is stated to be, and on which days a source records it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from graph.messages import Messages
from visualizations.appearance import ACCENT, INK, MARKS, mark_key
from visualizations.chart.svg import data
from visualizations.contract import Picture, PictureNode

ROW = 22
WIDTH = 620
"""Pixels."""
HEIGHTS = {"timeline.term": 11, "timeline.open": 5}
"""A term of which one end is not stated is drawn thin and pale."""
PALE = "#4f8f83"


@dataclass(frozen=True)
class Line:
    """One thing with its time; days are ISO 8601."""

    node: PictureNode
    begins: str | None
    ends: str | None
    seen: tuple[str, ...]
    """The days of the sources that record it, each once."""

    @property
    def is_stated(self) -> bool:
        """Whether a source states a term of the thing itself."""
        return bool(self.begins or self.ends)

    @property
    def first(self) -> str:
        """The earliest day that is known of it."""
        return min((day for day in (self.begins, self.ends, *self.seen) if day), default="")


def lines_of(picture: Picture) -> list[Line]:
    """Every thing of which any day is known, kind by kind, the earliest first."""
    ranks = {key: rank for rank, key in enumerate(MARKS)}
    lines = [
        Line(node, node.begins, node.ends, tuple(sorted({one.as_of for one in node.quotations if one.as_of}))) for node in picture.nodes
    ]
    return sorted(
        (line for line in lines if line.first), key=lambda line: (ranks[mark_key(line.node)], line.first, line.node.name, line.node.id)
    )


def chart_of(lines: Sequence[Line], words: Messages) -> Any:
    """The drawing: a bar for each stated term, a dot for each day of a source."""
    days = [day for line in lines for day in (line.begins, line.ends, *line.seen) if day]
    first, last = min(days), max(days)
    rows: list[dict[str, Any]] = []
    dots: list[dict[str, Any]] = []
    for place, line in enumerate(lines):
        if line.is_stated:
            kind = words("timeline.term" if line.begins and line.ends else "timeline.open")
            rows.append({"y": place + 0.5, "from": line.begins or first, "to": line.ends or last, "how": kind})
        dots += [{"y": place + 0.5, "day": day, "how": words("timeline.seen")} for day in line.seen]
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[0, len(lines)], reverse=True, nice=False, zero=False))
    axis = alt.Axis(title=None, format="%Y-%m", labelFontSize=11, orient="top", grid=True, gridColor="#e6eaee", labelOverlap=True)
    names = [{"y": place + 0.5, "name": _label(line.node, words)} for place, line in enumerate(lines)]
    return alt.layer(
        *(_bars([row for row in rows if row["how"] == words(key)], height, axis, y, words) for key, height in HEIGHTS.items()),
        alt.Chart(data(dots))
        .mark_point(size=52, fill="#ffffff", stroke=INK, strokeWidth=1.6)
        .encode(x=alt.X("day:T", axis=axis), y=y, shape=_dot(words)),
        alt.Chart(data(names)).mark_text(align="right", dx=-8, fontSize=12, color=INK).encode(x=alt.value(0), y=y, text="name:N"),
    ).properties(width=WIDTH, height=len(lines) * ROW)


def table_of(lines: Sequence[Line], words: Messages) -> list[tuple[str, ...]]:
    """The same as rows: name, kind, begin, end, days of the sources."""
    return [
        (line.node.name, words(f"mark.{mark_key(line.node)}"), line.begins or "", line.ends or "", "、".join(line.seen)) for line in lines
    ]


def _label(node: PictureNode, words: Messages) -> str:
    return f"{node.name}{words('label.generic') if node.generic else ''}"


def _legend() -> alt.Legend:
    return alt.Legend(title=None, orient="bottom", labelLimit=600, labelFontSize=12)


def _bars(rows: Sequence[dict[str, Any]], height: int, axis: alt.Axis, y: alt.Y, words: Messages) -> Any:
    told = [words(key) for key in HEIGHTS]
    colour = alt.Color("how:N", scale=alt.Scale(domain=told, range=[ACCENT, PALE]), legend=_legend())
    return alt.Chart(data(rows)).mark_bar(height=height).encode(x=alt.X("from:T", axis=axis), x2="to:T", y=y, color=colour)


def _dot(words: Messages) -> alt.Shape:
    return alt.Shape("how:N", scale=alt.Scale(domain=[words("timeline.seen")], range=["circle"]), legend=_legend())
