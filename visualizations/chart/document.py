"""A chart as a whole HTML document: title, sentence, drawing, and the same as a table; no script in it."""

from collections.abc import Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from graph.messages import Messages
from visualizations.contract import Picture
from visualizations.render import asset, of_view

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
STYLES = ("style/page.css", "style/table.css", "style/chart.css")


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("visualizations"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def chart_document(
    picture: Picture,
    *,
    view: str,
    words: Messages,
    summary: str,
    drawing: Markup | None,
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
) -> str:
    """The document.

    Args:
        picture: what it is about: title, filters, days, sources.
        view: the view's name.
        words: the texts.
        summary: what it shows in one sentence.
        drawing: the chart; None where there is nothing to draw.
        heads: keys of the heads of the table.
        rows: the same as a table.
    """
    page = _environment().get_template("chart.html")
    return page.render(
        picture=picture,
        view=view,
        words=words,
        summary=summary,
        drawing=drawing,
        heads=heads,
        rows=rows,
        policy=POLICY,
        explanation=of_view(words, view, "page.explanation"),
        empty=of_view(words, view, "page.empty"),
        styles=[Markup(asset(name)) for name in STYLES],  # noqa: S704 - our own files
    )
