"""Charts as SVG in a page."""

import re

import altair as alt
import pytest
from lxml import etree

from tests.unit.visualizations.pictures import HOSTILE, sample
from visualizations.chart.svg import DRAWING, data, svg_of
from visualizations.registry import find

NAMES = [HOSTILE, "a & b <b>", "javascript:alert(1)", "𠮷髙﨑㈱", "datum.name + 1", "{{ 7 * 7 }}"]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_stays_text(name: str) -> None:
    """Whatever a source calls a thing: it is drawn letter by letter, and nothing of it is markup, an address or a formula."""
    chart = alt.Chart(data([{"name": name}])).mark_text().encode(text="name:N")

    drawn = svg_of(chart, described=name)

    root = etree.fromstring(drawn)
    assert {one.tag for one in root.iter()} <= DRAWING
    assert not [key for one in root.iter() for key in one.attrib if key.startswith("on") or "href" in key]
    assert name in root.itertext()


@pytest.mark.parametrize("view", ["matrix", "timeline"])
def test_a_chart_carries_no_script_and_nothing_from_outside(view: str) -> None:
    """The whole document: no script element, no address, and a policy that would let none run."""
    page = find(view).draw(sample(), language="ja", limit=150)

    assert "<script" not in page
    assert not re.search(r"(?:https?:)?//[a-z]", page)
    assert "default-src &#39;none&#39;" in page
    assert 'role="img" aria-label="' in page
