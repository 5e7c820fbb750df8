"""Commands that are loaded when somebody asks for them: the others' libraries would keep every command waiting."""

from collections import UserDict
from collections.abc import Mapping
from importlib import import_module
from typing import Any, ClassVar

import typer
from typer.core import TyperCommand, TyperGroup

Command = Any
"""A command as Typer builds it; its base class is none of Typer's own names."""


class LazyGroup(TyperGroup):
    """A group whose commands are given as places, `module:function` or `module:app`, by their names.

    The module says in `HELP` what the command is for, and in `COMMAND_CLASS` of what class it is where that is another than
    Typer's own. Whoever asks for help has all of them loaded.
    """

    places: ClassVar[Mapping[str, str]] = {}

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = _Loaded(self.places)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - as Typer asks
        """Names in the order of the places; nothing is loaded."""
        return [*self.places]


class _Loaded(UserDict[str, Command]):
    """Name → command; a place becomes the command there when it is first asked for."""

    def __getitem__(self, name: str) -> Command:
        found = self.data[name]
        if isinstance(found, str):
            found = self.data[name] = _built(name, found)
        return found


def _built(name: str, place: str) -> Command:
    module_name, _, attribute = place.partition(":")
    module = import_module(module_name)
    what = getattr(module, attribute)
    holder = typer.Typer(pretty_exceptions_enable=False, add_completion=False)
    holder.callback()(_nothing)
    if isinstance(what, typer.Typer):
        holder.add_typer(what, name=name, help=module.HELP)
    else:
        holder.command(name, cls=getattr(module, "COMMAND_CLASS", TyperCommand), help=module.HELP)(what)
    group: Any = typer.main.get_command(holder)
    return group.commands[name]


def _nothing() -> None:
    """Makes Typer build a group though it has one command."""
