"""Which parts of a query's patterns an audience's level does not limit, as far as its text shows it."""

import re

from graph.model.catalogue import node_kinds, relationship_kinds
from graph.model.definitions import Node, Relationship
from graph.query_checks.text import clauses, code

_MATCHES = {"MATCH", "OPTIONAL MATCH"}
_INSIDE = r"(?:[^(){}\[\]]|\{[^{}]*\})*"
_NODE = re.compile(rf"(?<!\w)\(({_INSIDE})\)")
_LINK = re.compile(r"\) ?<?-(?: ?\[([^\[\]]*)\] ?)?->? ?(?=\()")
_AROUND_LINK = re.compile(rf"\({_INSIDE}\)(?: ?<?-(?: ?\[[^\[\]]*\] ?)?->? ?\({_INSIDE}\))+")
_HEAD = re.compile(r"^ ?([^\W\d]\w*)? ?(?:: ?([\w |&:!]+))?")
_WITHIN_AREAS = re.compile(r"^ ?: ?PART_OF ?\*")
FREE = {"Area", "FROM"}
"""The areas asked about are those that the audience sees; evidence is as strict as its source."""


def unlimited(text: str) -> list[str]:
    """Names, or patterns without a name, that may be what the audience is not to see; codes of the taxonomy are nobody's secret."""
    plain = code(text)
    patterns = [clause.text for clause in clauses(text) if clause.keyword in _MATCHES] + _AROUND_LINK.findall(plain)
    parts: list[tuple[str, str | None, set[str]]] = []
    for pattern in patterns:
        parts += [(f"({inside})", *_head(inside)) for inside in _NODE.findall(pattern)]
        parts += [(f"-[{inside}]-", *_head(inside)) for inside in _LINK.findall(pattern) if not _WITHIN_AREAS.match(inside)]
    kinds_of: dict[str | None, set[str]] = {}
    for _, name, kinds in parts:
        kinds_of.setdefault(name, set()).update(kinds)
    free = FREE | _of_the_taxonomy()
    found = [
        name or shown
        for shown, name, kinds in parts
        if not _are_free(kinds if name is None else kinds_of[name], free) and (name is None or not _is_limited(name, kinds_of[name], plain))
    ]
    return list(dict.fromkeys(found))


def _are_free(kinds: set[str], free: set[str]) -> bool:
    return bool(kinds) and kinds <= free


def _head(inside: str) -> tuple[str | None, set[str]]:
    match = _HEAD.match(inside)
    if match is None:
        return None, set()
    return match[1], {kind for kind in re.split(r"[ |&:!]+", match[2] or "") if kind}


def _is_limited(name: str, kinds: set[str], plain: str) -> bool:
    """Whether its level is compared, or it is one of those, or another name of one, that were matched before."""
    compared = re.search(rf"\b{name}\.(?:visibility IN \$visible|id IN [^\W\d]\w*)\b", plain)
    return bool(compared) or (not kinds and bool(re.search(rf"\bAS {name}\b", plain)))


def _of_the_taxonomy() -> set[str]:
    kinds: list[tuple[str, type[Node] | type[Relationship]]] = [*node_kinds().items(), *relationship_kinds().items()]
    return {name for name, kind in kinds if not kind.is_fact and kind.__module__ == "graph.model.taxonomy"}
