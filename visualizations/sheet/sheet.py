"""What stands on a sheet, in words: chosen from a picture, counted from what is really drawn."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.errors import QueryMisused
from graph.messages import Messages
from visualizations.appearance import MARKS, STROKES
from visualizations.composed import Composed, composed
from visualizations.content import Plain
from visualizations.contract import Picture
from visualizations.legend import OFF_AT_FIRST, Entry
from visualizations.sheet.tables import tables_of
from visualizations.size import refuse_if_too_large
from visualizations.views.area_network import without_many_areas

GENERIC_KEY = "generic"
KEYS = (*MARKS, GENERIC_KEY, *STROKES)
"""Everything that can be hidden, by its key in the legend."""


@dataclass(frozen=True)
class Sheet:
    """One picture with everything by which it is understood."""

    title: str
    language: str
    summary: str
    about: tuple[str, ...]
    """Filters, the day for which the sources hold, and the day on which the sheet was made."""
    made_on: date
    nodes: list[Plain]
    """What is drawn: mark (`group`, `hollow` for a kind of body), position and lines of the name (`label`)."""
    names: dict[str, str]
    """Id → name in full."""
    lines: list[Plain]
    """What is drawn, the quiet ones first; each with its `stroke`."""
    legend: list[Entry]
    """Counts are of what is drawn."""
    left_out: str | None
    """What the picture has and the sheet does not draw, with counts."""
    sources_head: str
    sources: tuple[str, ...]
    """Titles with their licences."""
    words: Messages
    tables: Sequence[dict[str, Any]] = ()
    """What is drawn as tables, with sentences, for those who want them on pages of their own."""
    banner: str | None = None
    empty: str | None = None
    """Said in the place of the picture where there is nothing to draw."""


def sheet_of(picture: Picture, *, language: str, made_on: date, limit: int, off: Collection[str] | None = None) -> Sheet:
    """The sheet of a picture.

    Args:
        picture: what is known.
        language: one of `graph.messages.LANGUAGES`.
        made_on: the day that the sheet carries.
        limit: the most nodes that are wanted at once.
        off: keys of the legend that are left out; None: those that are hidden when the page opens.

    Raises:
        ViewTooLarge: there are more nodes than the limit.
        QueryMisused: a key that no legend has.
    """
    refuse_if_too_large(picture, limit)
    hidden = _hidden(off)
    picture = without_many_areas(picture)
    words = Messages(("visualizations",), language)
    made = composed(picture, words)
    nodes = _shown_nodes(made, hidden)
    lines = _shown_lines(made, {node["id"] for node in nodes}, hidden)
    counted = _counted(made, nodes, lines)
    return Sheet(
        title=picture.title,
        language=language,
        summary=made.summary,
        about=_about(picture, made_on, words),
        made_on=made_on,
        nodes=nodes,
        names={node["id"]: made.nodes[node["id"]]["name"] for node in nodes},
        lines=lines,
        legend=[entry for entry in counted if entry.count],
        left_out=_left_out(made.legend, counted, words),
        sources_head=words("sheet.sources", count=len(picture.source_titles)),
        sources=_sources(picture, words),
        words=words,
        tables=tables_of(picture, made, nodes, lines, words),
        banner=picture.banner,
        empty=None if nodes else words("sheet.nothing_shown" if picture.nodes else "page.empty"),
    )


def _hidden(off: Collection[str] | None) -> set[str]:
    """The keys of the legend that are left out."""
    hidden = set(OFF_AT_FIRST if off is None else off)
    if unknown := sorted(hidden - set(KEYS)):
        raise QueryMisused("unknown_legend_key", name=unknown[0], known=", ".join(KEYS))
    return hidden


def _shown_nodes(made: Composed, hidden: Collection[str]) -> list[Plain]:
    shown = (node for node in made.drawn_nodes if _is_shown(made.nodes[node["id"]], hidden))
    return [node | {"hollow": bool(made.nodes[node["id"]]["generic"])} for node in shown]


def _is_shown(node: Plain, hidden: Collection[str]) -> bool:
    return node["mark"] not in hidden and not (node["generic"] and GENERIC_KEY in hidden)


def _shown_lines(made: Composed, shown: Collection[str], hidden: Collection[str]) -> list[Plain]:
    # An area without its lines would tell nothing, and lines to areas nothing without them.
    return [
        line | {"stroke": stroke}
        for line in made.drawn_lines
        if (stroke := made.lines[line["id"]]["stroke"]) not in hidden and line["from"] in shown and line["to"] in shown
    ]


def _counted(made: Composed, nodes: list[Plain], lines: list[Plain]) -> list[Entry]:
    """The legend's entries with the counts of what is drawn."""
    counts = Counter(node["group"] for node in nodes) + Counter(line["stroke"] for line in lines)
    counts[GENERIC_KEY] = sum(1 for node in nodes if made.nodes[node["id"]]["generic"])
    return [Entry(entry.key, entry.kind, entry.label, counts[entry.key], entry.mark, entry.stroke) for entry in made.legend]


def _left_out(everything: list[Entry], drawn: list[Entry], words: Messages) -> str | None:
    missing: list[tuple[str, Any]] = [
        (entry.label, entry.count - shown.count)
        for entry, shown in zip(everything, drawn, strict=True)
        if entry.count > shown.count and entry.key != GENERIC_KEY
    ]
    told = words("sheet.between").join(words("sheet.left_out.one", label=label, count=count) for label, count in missing)
    return words("sheet.left_out", what=told) if told else None


def _about(picture: Picture, made_on: date, words: Messages) -> tuple[str, ...]:
    as_of = (words("page.as_of", day=picture.as_of),) if picture.as_of else ()
    return (*picture.filters, *as_of, words("sheet.made_on", day=made_on.isoformat()))


def _sources(picture: Picture, words: Messages) -> tuple[str, ...]:
    licences: dict[str, list[str]] = {}
    for title, licence in picture.licences:
        licences.setdefault(title, []).append(licence)
    return tuple(
        words("sheet.source", title=title, licence=words("sheet.between").join(licences.get(title, ())) or words("sheet.no_licence"))
        for title in picture.source_titles
    )
