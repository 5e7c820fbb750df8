"""From a chart to an SVG that stands in a page: only drawing elements and plain attributes are left of it."""

from collections.abc import Iterable, Mapping
from typing import Any

import altair as alt
import vl_convert
from lxml import etree
from markupsafe import Markup

FONT = '"Hiragino Sans", "Yu Gothic UI", Meiryo, "Noto Sans CJK JP", "Noto Sans JP", sans-serif'
DRAWING = {"svg", "g", "path", "rect", "line", "circle", "text", "tspan", "title", "desc", "defs", "clipPath"}
VERSION = ".".join(alt.SCHEMA_VERSION.removeprefix("v").split(".")[:2])
"""Of Vega-Lite, as the converter wants it."""
SVG = "{http://www.w3.org/2000/svg}"


def data(rows: Iterable[Mapping[str, Any]]) -> alt.InlineData:
    """Rows that lie inside the chart."""
    return alt.InlineData(values=[dict(row) for row in rows])


def svg_of(chart: Any, *, described: str) -> Markup:
    """The drawing, to be put into a page as it is.

    Args:
        chart: an Altair chart with its data inside.
        described: what it shows, for those who do not see it.
    """
    configured = chart.configure(font=FONT, padding=10, background="white").configure_view(stroke=None)
    made = vl_convert.vegalite_to_svg(configured.to_dict(), vl_version=VERSION, allowed_base_urls=[])
    root = etree.fromstring(made.encode(), etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    for one in [*root.iter()]:
        name = one.tag.removeprefix(SVG) if isinstance(one.tag, str) else ""
        parent = one.getparent()
        if name not in DRAWING and parent is not None:
            parent.remove(one)
            continue
        one.tag = name
        for key in [key for key in one.attrib if ":" in key or "}" in key or key.startswith(("on", "href", "aria-", "role"))]:
            del one.attrib[key]
    etree.cleanup_namespaces(root)
    root.set("role", "img")
    root.set("aria-label", described)
    return Markup(etree.tostring(root, encoding="unicode"))  # noqa: S704 - drawing elements only, every text escaped by the serialiser
