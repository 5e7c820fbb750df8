"""Puts the document together: pyvis, our template, and everything inlined, so that one file works without a network."""

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cache, partial
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

from markupsafe import Markup
from pyvis.network import Network

from graph.messages import Messages, catalogue
from visualizations.appearance import MARKS, STROKES
from visualizations.compact import LISTS, OFTEN, Compacting
from visualizations.composed import Composed, composed
from visualizations.content import words_for_the_browser, words_of_types
from visualizations.contract import Picture
from visualizations.drawing import FONT_SIZE, LINE_HEIGHT

TEMPLATE = "network.html"
OWN_NETWORK = "area_network"
"""Draws the network of an area, and what was gathered for something else."""

SCRIPTS = (
    "vendor/vis-network-9.1.2.min.js",
    "picture/data.js",
    "picture/elements.js",
    "picture/labels.js",
    "picture/graph.js",
    "picture/visible.js",
    "picture/panel.js",
    "picture/selection.js",
    "picture/legend.js",
    "picture/search.js",
    "picture/link.js",
    "picture/table.js",
    "picture/export.js",
    "picture/pan.js",
    "picture/keyboard.js",
    "picture/start.js",
)
"""In the order in which they build on each other."""

STYLES = ("style/page.css", "style/graph.css", "style/panel.css", "style/table.css", "style/narrow.css", "style/print.css")

OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "hideEdgesOnDrag": False, "keyboard": False, "selectConnectedEdges": False, "multiselect": False},
    "edges": {"smooth": False, "selectionWidth": 1.5, "hoverWidth": 0.5, "arrows": {"to": {"scaleFactor": 0.45}}},
}
"""What vis-network is told; positions are ours, so nothing moves by itself."""


def document(picture: Picture, *, view: str, language: str) -> str:
    """One picture as a whole HTML document.

    Args:
        picture: what to show; its size has been checked.
        view: the view's name, which the document carries.
        language: one of `graph.messages.LANGUAGES`.
    """
    words = Messages(("visualizations",), language)
    if picture.view == OWN_NETWORK:
        picture = replace(picture, view=view)
    made = composed(picture, words)
    network = Network(heading=picture.title)
    network.options = OPTIONS
    # Filled directly: pyvis looks through all edges for each edge that is added through its methods.
    network.nodes, network.edges = made.drawn_nodes, made.drawn_lines
    types = words_of_types(picture, words)
    return _filled(
        network,
        words=words,
        of_view=partial(of_view, words, picture.view),
        view=view,
        picture=picture,
        summary=made.summary,
        legend=made.legend,
        things=made.nodes,
        lines=made.lines,
        types=types,
        lines_at=Counter(end for tie in made.ties for end in {tie.start, tie.end}),
        content=_content(picture, language) | _things(made) | {"types": types},
    )


def _things(made: Composed) -> dict[str, Any]:
    """What the browser is told of nodes and lines, and how they stand in the legend."""
    compacting = Compacting()
    nodes, lines = compacting.things(made.nodes), compacting.things(made.lines)
    return {
        "summary": made.summary,
        "legend": made.legend,
        "off": [entry.key for entry in made.legend if entry.off],
        "nodes": nodes,
        "lines": lines,
        "said": compacting.said,
        "often": OFTEN,
        "lists": LISTS,
    }


def of_view(words: Messages, view: str, key: str) -> str:
    """A text of the page; some views word it in their own way."""
    own = f"{key}.{view}"
    return words(own if words.knows(own) else key)


def _content(picture: Picture, language: str) -> dict[str, Any]:
    """What the browser is told of the picture as a whole."""
    return {
        "view": picture.view,
        "language": language,
        "title": picture.title,
        "filters": picture.filters,
        "as_of": picture.as_of,
        "start": picture.start,
        "opened": picture.opened,
        "pages": picture.pages,
        "room": picture.room,
        "sources": picture.source_titles,
        "font": {"size": FONT_SIZE, "line": LINE_HEIGHT},
        "marks": MARKS,
        "strokes": STROKES,
        "words": words_for_the_browser(catalogue("visualizations", language)),
    }


def _filled(network: Network, **values: Any) -> str:
    """The template filled in by pyvis, which passes on only its own values: ours go in beside them."""
    network.set_template((Path(str(files("visualizations"))) / "templates" / TEMPLATE).as_posix())
    environment = network.templateEnv
    environment.autoescape = True
    environment.trim_blocks = environment.lstrip_blocks = True
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":"), "default": vars}
    scripts = [asset(name) for name in SCRIPTS]
    environment.globals.update(values, scripts=_as_they_are(scripts), styles=_as_they_are(map(asset, STYLES)), policy=policy(scripts))
    html: str = network.generate_html()
    return html


def _as_they_are(texts: Iterable[str]) -> list[Markup]:
    return [Markup(text) for text in texts]  # noqa: S704 - our own files, held to their checksums


@cache
def asset(name: str) -> str:
    """Text of a file in `assets/`, without a pointer to a source map: it would be a request to another file."""
    text = (files("visualizations") / "assets" / name).read_text(encoding="utf-8").replace("\r\n", "\n")
    return re.sub(r"^//# sourceMappingURL=.*$", "", text, flags=re.MULTILINE)


def policy(scripts: Iterable[str]) -> str:
    """The content security policy: only these scripts run, and nothing is fetched from anywhere."""
    hashes = " ".join(f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in scripts)
    return f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
