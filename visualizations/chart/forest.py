"""Regions beside each other, figure by figure: a forest plot, and small multiples of the same kind.

Each figure is a panel with a scale of its own; the regions stand in one order in all of them. What is told by colour is told by
shape as well: a filled circle has an interval or a test, a hollow diamond describes only; where the sources cannot tell, words
say so.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

import altair as alt

from visualizations.appearance import ACCENT, INK, QUIET_LINE
from visualizations.chart.svg import data
from visualizations.wording import columns

ROW = 30
WIDTH = 235
NAMES = 150
"""Pixels."""
TITLE = 34
"""Columns of one line of a title."""
SPACE = 0.12
"""Of the width of a scale that is kept free at its ends."""
CHANCE = "#dfe5e8"


@dataclass(frozen=True)
class Line:
    """One region in one panel."""

    region: str
    value: float | None
    """None where the sources cannot tell."""
    low: float | None = None
    high: float | None = None
    """Interval of the value."""
    chance_low: float | None = None
    chance_high: float | None = None
    """Where chance alone would have it."""
    told: str = ""
    """The value in words, beside its mark."""


@dataclass(frozen=True)
class Panel:
    """One figure of all regions."""

    title: str
    lines: Sequence[Line]
    at: float | None = None
    """A value to compare with, drawn as a dashed line: 1 for a ratio, 0 for log odds."""


def forest_of(panels: Sequence[Panel], *, abreast: int = 3) -> Any:
    """The drawing: panels in rows, the regions named at the left of each row."""
    rows = [panels[first : first + abreast] for first in range(0, len(panels), abreast)]
    drawn = [alt.hconcat(*(_panel(one, named=not place) for place, one in enumerate(row)), spacing=14) for row in rows]
    return alt.vconcat(*drawn, spacing=22)


def _panel(panel: Panel, *, named: bool) -> Any:
    low, high = _scale(panel)
    grid = alt.Axis(title=None, tickCount=4, labelFontSize=10, labelColor="#46535c", grid=True, gridColor="#e6eaee", domain=False)
    scale: dict[str, Any] = {"scale": alt.Scale(domain=[low, high], nice=False, zero=False), "axis": grid}
    names = [one.region for one in panel.lines]
    axis = (
        alt.Axis(title=None, labelLimit=NAMES, labelFontSize=12, ticks=False, domain=False, labelColor=INK, labelPadding=8)
        if named
        else None
    )
    y = alt.Y("region:N", sort=names, scale=alt.Scale(domain=names, paddingInner=0.4, paddingOuter=0.3), axis=axis)
    layers = [
        _chance(panel, alt.X("low:Q", **scale), y),
        _reference(panel, alt.X("at:Q", **scale)),
        _intervals(panel, alt.X("low:Q", **scale), y),
        *_marks(panel, alt.X("value:Q", **scale), y),
        *_words(panel, alt.X("value:Q", **scale), y, middle=(low + high) / 2),
    ]
    return (
        alt.layer(*(one for one in layers if one is not None))
        .properties(
            width=WIDTH,
            height=len(names) * ROW,
            title=alt.TitleParams(_lines(panel.title), anchor="start", fontSize=12, color=INK),
        )
        .resolve_scale(y="shared")
    )


def _lines(title: str) -> list[str]:
    """A title that is too long for its panel, before its bracket and else between words."""
    bracket = re.search(r"\s?[(（]", title)
    parts = [title[: bracket.start()], title[bracket.start() :].strip()] if bracket and columns(title) > TITLE else [title]
    return [line for part in parts for line in wrap(part, TITLE)]


def _scale(panel: Panel) -> tuple[float, float]:
    """From the smallest to the largest of everything that is drawn, with some space."""
    known = [value for one in panel.lines for value in (one.value, one.low, one.high, one.chance_low, one.chance_high) if value is not None]
    known += [panel.at] if panel.at is not None else []
    low, high = min(known, default=0.0), max(known, default=1.0)
    low = min(low, 0.0) if panel.at is None else low
    space = (high - low) * SPACE or 0.5
    return (low - space if low < 0 or panel.at is not None else low), high + space


def _chance(panel: Panel, x: alt.X, y: alt.Y) -> Any:
    rows = [{"region": one.region, "low": one.chance_low, "high": one.chance_high} for one in panel.lines if one.chance_low is not None]
    bar = alt.Chart(data(rows)).mark_bar(height=12, fill=CHANCE, stroke=QUIET_LINE, strokeWidth=0.8)
    return bar.encode(x=x, x2="high:Q", y=y) if rows else None


def _reference(panel: Panel, x: alt.X) -> Any:
    if panel.at is None:
        return None
    return alt.Chart(data([{"at": panel.at}])).mark_rule(strokeDash=[4, 3], stroke=INK, strokeWidth=1).encode(x=x)


def _intervals(panel: Panel, x: alt.X, y: alt.Y) -> Any:
    rows = [{"region": one.region, "low": one.low, "high": one.high} for one in panel.lines if one.low is not None]
    return alt.Chart(data(rows)).mark_rule(stroke=INK, strokeWidth=2).encode(x=x, x2="high:Q", y=y) if rows else None


def _marks(panel: Panel, x: alt.X, y: alt.Y) -> list[Any]:
    """A filled circle where there is an interval or a test, else a hollow diamond."""
    known = [one for one in panel.lines if one.value is not None]
    borne = [one for one in known if one.low is not None or one.chance_low is not None]
    only = [one for one in known if one not in borne]
    looks: tuple[dict[str, Any], ...] = (
        {"shape": "circle", "size": 70, "fill": ACCENT},
        {"shape": "diamond", "size": 80, "fill": "#ffffff", "strokeWidth": 1.6},
    )
    return [
        alt.Chart(data({"region": one.region, "value": one.value} for one in some))
        .mark_point(stroke=INK, opacity=1, **look)
        .encode(x=x, y=y)
        for some, look in zip((borne, only), looks, strict=True)
    ]


def _words(panel: Panel, x: alt.X, y: alt.Y, *, middle: float) -> list[Any]:
    """The value above its mark; in the middle of the row, that the sources cannot tell."""
    above = [{"region": one.region, "value": one.value, "told": one.told} for one in panel.lines if one.value is not None]
    instead = [{"region": one.region, "value": middle, "told": one.told} for one in panel.lines if one.value is None]
    return [
        alt.Chart(data(rows)).mark_text(dy=dy, fontSize=10, color=INK).encode(x=x, y=y, text="told:N")
        for rows, dy in ((above, -13), (instead, 0))
    ]
