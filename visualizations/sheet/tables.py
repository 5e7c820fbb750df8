"""The tables behind a sheet: what is drawn, and each line with the first sentence on which it rests."""

from typing import Any

from graph.messages import Messages
from visualizations.composed import Composed
from visualizations.content import Plain, words_of_types
from visualizations.contract import Picture


def tables_of(picture: Picture, made: Composed, nodes: list[Plain], lines: list[Plain], words: Messages) -> list[dict[str, Any]]:
    """Two tables, each with `title`, `heads` and `rows`, all in words.

    Args:
        picture: what is known.
        made: the picture in words.
        nodes: what is drawn.
        lines: what is drawn.
        words: the texts.
    """
    types = words_of_types(picture, words)
    things = sorted((made.nodes[node["id"]] for node in nodes), key=lambda one: (one["mark"], one["kana"] or one["name"], one["name"]))
    bodies = [[one["name"], words(f"mark.{one['mark']}"), one["area"] or "", *_sentence(one, words)] for one in things]
    ties = []
    for line in reversed(lines):
        said = made.lines[line["id"]]
        start, end = made.nodes[line["from"]]["name"], made.nodes[line["to"]]["name"]
        ties.append([start, types[said["type"]]["word"], end, said["known"], *_sentence(said, words)])
    return [
        _table("table.nodes", ("table.name", "table.kind", "table.area"), bodies, words),
        _table("table.ties", ("table.from", "table.type", "table.to", "table.known"), ties, words),
    ]


def _table(title: str, heads: tuple[str, ...], rows: list[list[str]], words: Messages) -> dict[str, Any]:
    return {
        "title": f"{words(title)} {len(rows)}",
        "heads": [words(head) for head in (*heads, "table.quote", "sheet.table.source")],
        "rows": rows,
    }


def _sentence(told: Plain, words: Messages) -> tuple[str, str]:
    """The first sentence with where it stands, and how many more there are; nothing where none is kept."""
    if not told["quotations"]:
        return "", ""
    first, *more = told["quotations"]
    others = f" {words('table.more_quotes', count=len(more))}" if more else ""
    return f"「{first['quote']}」{others}", " ".join(part for part in (first["source"], first["place"]) if part)
