"""The model page: `graph/model/README.md`, written from the declarations.

`python -m graph.model.page` writes it; a test makes sure that it is fresh.
"""

import types
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any, Union, get_args, get_origin

from graph.model.catalogue import node_kinds, relationship_kinds
from graph.model.definitions import VISIBILITY_LEVELS, Node, NodeKind, Relationship, RelationshipKind, property_descriptions

PAGE = Path(__file__).with_name("README.md")

TYPES: dict[Any, str] = {str: "text", int: "whole number", float: "number", bool: "yes/no", date: "date"}
TYPES_OF_MANY: dict[Any, str] = {str: "texts", int: "whole numbers"}

INTRODUCTION = f"""# The model

Every kind of node and relationship that the graph holds. Written from the declarations in this folder by
`python -m graph.model.page`; change the declarations, not this page.

- A property that holds nothing is left out: absent is never an empty text and never 0. *optional* marks those.
- Every node and relationship has an `id`, the UUID v5 of its `key` (`graph/identity.py`).
- `visibility` is one of {", ".join(f"`{level}`" for level in VISIBILITY_LEVELS)}.
- A **fact** is what a source states: it has evidence and can be reviewed, retired and put back. The rest comes with the
  program or is written about facts.
- One relationship per type, start, end and qualifier.
"""


def page() -> str:
    """The whole page."""
    nodes, relationships = node_kinds().values(), relationship_kinds().values()
    parts = [
        INTRODUCTION,
        "## What every node and relationship has\n",
        _table("node", _rows(Node)),
        _table("relationship", _rows(Relationship)),
        "## Nodes\n",
        *(_node(kind) for kind in nodes),
        "## Relationships\n",
        _overview(relationships),
        *(_relationship(kind) for kind in relationships if _own_rows(kind)),
    ]
    return "\n".join(parts)


def write(path: Path = PAGE) -> None:
    """Write the page where it belongs."""
    path.write_text(page(), encoding="utf-8")


def arrow(kind: RelationshipKind) -> str:
    """(A, B) → (C); — in place of the arrow where the relationship has no direction."""
    starts, ends = (", ".join(one.label for one in side) for side in (kind.starts, kind.ends))
    return f"{starts} {'→' if kind.directed else '—'} {ends}"


def type_in_words(annotation: Any) -> str:
    """`str | None` → text, optional; `tuple[int, ...]` → whole numbers."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in {Union, types.UnionType}:
        inner = [argument for argument in arguments if argument is not type(None)]
        return " or ".join(type_in_words(argument) for argument in inner) + ", optional"
    if origin is tuple:
        return TYPES_OF_MANY[arguments[0]]
    return TYPES[annotation]


def _node(kind: NodeKind) -> str:
    return f"### {kind.label}\n\n{_sentence(kind)}{_standing(kind)}\n\n{_table('property', _own_rows(kind))}"


def _relationship(kind: RelationshipKind) -> str:
    return f"### {kind.type}\n\n{arrow(kind)}\n\n{_table('property', _own_rows(kind))}"


def _overview(kinds: Iterable[RelationshipKind]) -> str:
    lines = ["| type | from → to | qualifier | fact | what it says |", "|---|---|---|---|---|"]
    for kind in kinds:
        qualifier = ", ".join(f"`{name}`" for name in kind.qualifier)
        lines.append(f"| `{kind.type}` | {arrow(kind)} | {qualifier} | {'yes' if kind.is_fact else 'no'} | {_sentence(kind)} |")
    return "\n".join(lines) + "\n"


def _sentence(kind: NodeKind | RelationshipKind) -> str:
    return " ".join((kind.__doc__ or "").split("\n\n")[0].split())


def _standing(kind: NodeKind) -> str:
    return "" if kind.is_fact else " Not a fact."


def _rows(kind: NodeKind | RelationshipKind) -> list[tuple[str, str, str]]:
    annotations = {item.name: item.type for item in fields(kind)}
    return [(name, type_in_words(annotations[name]), text) for name, text in property_descriptions(kind).items()]


def _own_rows(kind: NodeKind | RelationshipKind) -> list[tuple[str, str, str]]:
    common = property_descriptions(Node if issubclass(kind, Node) else Relationship)
    return [row for row in _rows(kind) if row[0] not in common]


def _table(head: str, rows: list[tuple[str, str, str]]) -> str:
    if not rows:
        return "No properties of its own.\n"
    lines = [f"| {head} | type | description |", "|---|---|---|"]
    lines += [f"| `{name}` | {words} | {text.replace('|', '/')} |" for name, words, text in rows]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    write()
