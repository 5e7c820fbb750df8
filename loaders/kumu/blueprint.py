"""A blueprint of Kumu: elements and connections as JSON."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from graph.errors import LoadStopped
from loaders.contract import Candidate
from loaders.kumu.fields import CONNECTIONS, ELEMENTS, KUMU, SOURCE
from loaders.networks.fields import THINGS, TIES
from loaders.networks.naming import stem_of
from loaders.networks.records import Collected, NetworkFile
from loaders.networks.values import text_of

BEGINNING = 64
NESTED = "attributes"
"""Where a project's backup keeps what a blueprint keeps beside label and type."""


def is_blueprint(candidate: Candidate) -> bool:
    """Whether a file is a JSON object with a list of elements or connections of Kumu."""
    try:
        content = _opened(candidate)
    except LoadStopped:
        return False
    elements, connections = content.get(ELEMENTS, []), content.get(CONNECTIONS, [])
    named = all("label" in _flat(one) or "_id" in _flat(one) for one in elements)
    joined = all({"from", "to"} <= _flat(one).keys() for one in connections)
    return bool(elements or connections) and named and joined


def read_blueprint(candidate: Candidate) -> NetworkFile:
    """The elements and connections of a blueprint.

    Raises:
        LoadStopped: it is no JSON (broken_json), or has no such lists (no_network).
    """
    content = _opened(candidate)
    things = Collected(source=SOURCE, of=THINGS, dialect=(), called=ELEMENTS)
    ties = Collected(source=SOURCE, of=TIES, dialect=KUMU, called=CONNECTIONS)
    for element in content.get(ELEMENTS, []):
        things.add(_cells(element), {})
    for connection in content.get(CONNECTIONS, []):
        ties.add(_cells(connection), {})
    if not (things.listed or ties.listed):
        raise LoadStopped("no_network")
    title = content.get("name") or content.get("title")
    return NetworkFile(
        source=SOURCE,
        title=title if isinstance(title, str) and title.strip() else stem_of(candidate.name),
        things=things.records(),
        ties=ties.records(),
        things_listed=bool(things.listed),
        has_types="type" in things.fields,
        unread=tuple(dict.fromkeys((*things.unread(), *ties.unread()))),
    )


def _opened(candidate: Candidate) -> Mapping[str, Any]:
    """The object of the file; read once, however often it is asked for.

    Raises:
        LoadStopped: broken_json, no_network.
    """
    if "kumu" not in candidate.opened:
        candidate.opened["kumu"] = _parsed(candidate.content)
    found = candidate.opened["kumu"]
    if isinstance(found, LoadStopped):
        raise LoadStopped(found.key, **found.values)
    return dict(found)


def _parsed(content: bytes) -> dict[str, Any] | LoadStopped:
    if not content[:BEGINNING].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        return LoadStopped("no_network")
    try:
        found = json.loads(content.decode("utf-8-sig"))
    except json.JSONDecodeError as reason:
        return LoadStopped("broken_json", line=reason.lineno)
    except (UnicodeDecodeError, RecursionError, ValueError):
        return LoadStopped("broken_json", line=1)
    lists = [found.get(name, []) for name in (ELEMENTS, CONNECTIONS)]
    if all(isinstance(one, list) and all(isinstance(entry, dict) for entry in one) for one in lists):
        return dict(found)
    return LoadStopped("no_network")


def _flat(entry: Mapping[str, Any]) -> dict[str, Any]:
    nested = entry.get(NESTED)
    return {name: value for name, value in entry.items() if name != NESTED} | (nested if isinstance(nested, dict) else {})


def _cells(entry: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in _flat(entry).items():
        if value is not None and not isinstance(value, dict):
            yield name.removeprefix("_") if name == "_id" else name, value if isinstance(value, str) else text_of(value)
