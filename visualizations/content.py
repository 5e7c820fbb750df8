"""What the document says: every thing in words of the reader's language, as plain data for the panel and the table."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from graph.messages import Messages
from graph.taxonomy import taxonomy
from visualizations.appearance import AREA, has_direction, mark_key, stroke_key
from visualizations.contract import Picture, PictureNode, PictureTie, Quotation
from visualizations.readings import reading

Words: TypeAlias = Messages
Plain: TypeAlias = dict[str, Any]

TYPES = (
    "COLLABORATES_WITH",
    "SUPPORTS",
    "FUNDS",
    "COMMISSIONS",
    "ESTABLISHED",
    "CONNECTS",
    "REFERS_TO",
    "PROVIDES",
    "MEMBER_OF",
    "PART_OF",
    "OPERATES_IN",
    "COVERS",
    "DELIVERED_IN",
    "HAS_NEED",
    "ADDRESSES",
    "ANSWERS",
    "RAISED_IN",
    "ACTS_FOR",
    "HOLDS",
    "USES",
    "PRECEDES",
    "ADJACENT_TO",
    "SPEAKS_OF",
)
"""Relationship types that have words of their own; any other is called a relation."""

_FOR_THE_BROWSER = ("panel.", "search.", "live.", "export.", "review.")


def drawn_ties(picture: Picture) -> list[PictureTie]:
    """The ties whose two ends are in the picture, once each."""
    ids = {node.id for node in picture.nodes}
    return list({tie.id: tie for tie in picture.ties if tie.start in ids and tie.end in ids}.values())


def nodes_in_words(picture: Picture, words: Words) -> dict[str, Plain]:
    """Id → everything the panel says of a node."""
    return {node.id: _node(node, words) for node in picture.nodes}


def lines_in_words(picture: Picture, words: Words) -> dict[str, Plain]:
    """Id → everything the panel says of a line."""
    areas = {node.id for node in picture.nodes if node.label == AREA}
    return {tie.id: _line(tie, stroke_key(tie, not areas.isdisjoint((tie.start, tie.end))), words) for tie in drawn_ties(picture)}


def words_of_types(picture: Picture, words: Words) -> dict[str, Plain]:
    """Type → its name, and how it reads from either end."""
    return {
        tie_type: {"word": word(words, "tie", tie_type), "out": _end(words, tie_type, "out"), "in": _end(words, tie_type, "in")}
        for tie_type in sorted({tie.type for tie in picture.ties})
    }


def words_for_the_browser(texts: Mapping[str, str]) -> dict[str, str]:
    """The part of the catalogue that the page's own JavaScript shows."""
    return {key: text for key, text in texts.items() if key.startswith(_FOR_THE_BROWSER)}


def word(words: Words, kind: str, code: str) -> str:
    """The catalogue's word for a code; the code's family where the catalogue does not know it."""
    key = f"{kind}.{code}"
    return words(key if words.knows(key) else f"{kind}.other")


def _end(words: Words, tie_type: str, end: str) -> str:
    key = f"tie.{tie_type}.{end}"
    return words(key) if words.knows(key) else word(words, "tie", tie_type)


def _node(node: PictureNode, words: Words) -> Plain:
    return {
        "name": node.name,
        "kana": node.kana,
        "aliases": node.aliases,
        "label": node.label,
        "kind": word(words, "kind", node.label),
        "mark": mark_key(node),
        "types": _coded(node, words.language),
        "generic": generic_in_words(node, words),
        "status": word(words, "status", node.status) if node.status else None,
        "area": node.area,
        "reading": None if node.kana else reading(node.name),
        "verified": node.verified_on,
        "beyond": node.beyond,
        "sources": node.sources,
        "quotations": [_quotation(quotation, words) for quotation in node.quotations],
    }


def generic_in_words(node: PictureNode, words: Words) -> str | None:
    """How the node is told to be a kind and no single body; None where it is one."""
    if not node.generic:
        return None
    return words("generic.counted", count=node.count) if node.count else words("generic")


def _coded(node: PictureNode, language: str) -> list[str]:
    """Actor types and categories in the reader's language; an unknown code is shown as it is."""
    codes = taxonomy()
    known = {"Organization": codes.actor_types, "Need": codes.need_categories}.get(node.label, codes.service_categories)
    found = []
    for code in (*node.actor_types, *node.categories):
        entry = known.get(code)
        found.append(code if entry is None else entry.ja if language == "ja" else entry.en)
    return found


def _line(tie: PictureTie, stroke: str, words: Words) -> Plain:
    return {
        "type": tie.type,
        "stroke": stroke,
        "known": words(f"line.{stroke}"),
        "directed": has_direction(tie),
        "status": word(words, "status", tie.status) if tie.status else None,
        "function": word(words, "function", tie.function) if tie.function else None,
        "sources": tie.sources,
        "quotations": [_quotation(quotation, words) for quotation in tie.quotations],
    }


def _quotation(quotation: Quotation, words: Words) -> Plain:
    place = quotation.place or (words("quotation.line", line=quotation.line) if quotation.line is not None else None)
    return {
        "id": quotation.id,
        "quote": quotation.quote,
        "certainty": word(words, "certainty", quotation.certainty),
        "review": quotation.review,
        "reviewed": word(words, "review", quotation.review),
        "source": quotation.source,
        "place": place,
        "as_of": quotation.as_of,
    }
