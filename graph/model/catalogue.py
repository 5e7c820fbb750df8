"""Every declared kind of node and relationship, found by looking at this folder."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

import graph.model
from graph.model.definitions import Node, Relationship


def _modules() -> Iterator[ModuleType]:
    for module in iter_modules(graph.model.__path__):
        if module.name not in {"catalogue", "definitions", "page"}:
            yield import_module(f"graph.model.{module.name}")


@cache
def node_kinds() -> dict[str, type[Node]]:
    """Label → declaration, sorted by label."""
    found: dict[str, type[Node]] = {}
    for module in _modules():
        for kind in vars(module).values():
            if isinstance(kind, type) and issubclass(kind, Node) and "label" in vars(kind):
                found[kind.label] = kind
    return dict(sorted(found.items()))


@cache
def relationship_kinds() -> dict[str, type[Relationship]]:
    """Type → declaration, sorted by type."""
    found: dict[str, type[Relationship]] = {}
    for module in _modules():
        for kind in vars(module).values():
            if isinstance(kind, type) and issubclass(kind, Relationship) and "type" in vars(kind):
                found[kind.type] = kind
    return dict(sorted(found.items()))
