"""Which views there are: found by looking at the folder, so that a new view touches nothing else."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

import visualizations.views
from graph.errors import QueryMisused
from visualizations.contract import View


def names() -> list[str]:
    """The names alone: what lays pictures out takes long to load."""
    return sorted(module.name for module in iter_modules(visualizations.views.__path__))


@cache
def all_views() -> dict[str, View]:
    """Name → view, sorted by name."""
    found: list[View] = [import_module(f"visualizations.views.{name}").VIEW for name in names()]
    return {view.name: view for view in sorted(found, key=lambda view: view.name)}


def find(name: str) -> View:
    """The view of that name.

    Raises:
        QueryMisused: there is none.
    """
    views = all_views()
    if name not in views:
        raise QueryMisused("unknown_view", name=name, known=", ".join(views))
    return views[name]
