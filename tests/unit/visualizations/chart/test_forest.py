"""Regions beside each other, figure by figure."""

import re

import pytest

from visualizations.chart.forest import Line, Panel, forest_of
from visualizations.chart.svg import svg_of

HOSTILE = '<img src=x onerror="alert(1)">'
TESTED = Line("三重県伊賀市", 1.4, chance_low=0.7, chance_high=1.3, told="1.40")
WITH_INTERVAL = Line("三重県伊賀市", 4.2, low=3.1, high=5.3, told="4.20")
ONLY_DESCRIBED = Line("三重県名張市", 2.0, told="2.00")
UNTOLD = Line("三重県津市", None, told="資料からは言えません")


def drawn(*panels: Panel) -> str:
    """The drawing as it stands in a page."""
    return str(svg_of(forest_of(panels), described="地域ごとの数"))


def marks(svg: str) -> tuple[int, int]:
    """How many filled circles and hollow diamonds there are."""
    symbols = re.findall(r'<path[^>]*aria-roledescription="point"[^>]*>|<path transform="[^"]*" d="M[^"]*"[^>]*>', svg)
    circles = [one for one in symbols if "A" in one.split(' d="')[1].split('"')[0] and "#0b6b5b" in one]
    diamonds = [one for one in symbols if 'fill="#ffffff"' in one or 'fill="#fff"' in one]
    return len(circles), len(diamonds)


def test_every_region_and_value_stands_there_in_words() -> None:
    """Names at the left of each row, the value at its mark, and that the sources cannot tell; shapes differ, not colours alone."""
    svg = drawn(
        Panel("一団体あたりのつながり", [WITH_INTERVAL, ONLY_DESCRIBED, UNTOLD]),
        Panel("つながりの数の偏り", [TESTED, ONLY_DESCRIBED, UNTOLD], at=1.0),
    )

    for word in ("三重県伊賀市", "三重県名張市", "三重県津市"):
        assert svg.count(f">{word}<") == 1
    assert all(word in svg for word in ("4.20", "1.40", "つながりの数の偏り"))
    assert svg.count("資料からは言えません") == 2
    assert marks(svg) == (2, 2)
    assert "<script" not in svg
    assert "style=" not in svg


def test_names_are_no_markup() -> None:
    """What a source calls a region is text."""
    svg = drawn(Panel(HOSTILE, [Line(HOSTILE, 1.0, told=HOSTILE)]))

    assert "<img" not in svg
    assert "&lt;img" in svg


@pytest.mark.parametrize("lines", [[UNTOLD], [Line("津市", 0.0, told="0")], [Line("津市", -2.0, told="-2"), Line("伊賀市", 3.0, told="3")]])
@pytest.mark.parametrize("at", [None, 0.0])
def test_nothing_zero_and_below_zero_are_drawn(lines: list[Line], at: float | None) -> None:
    """Whatever there is to show, each region has its row."""
    svg = drawn(Panel("数", lines, at=at))

    assert all(f">{one.region}<" in svg for one in lines)


def test_a_long_title_is_broken() -> None:
    """Before its bracket; nothing of it is cut off."""
    svg = drawn(Panel("同じ分野どうしの結びつきやすさ（対数オッズ比）", [ONLY_DESCRIBED]))

    assert ">同じ分野どうしの結びつきやすさ<" in svg
    assert ">（対数オッズ比）<" in svg
