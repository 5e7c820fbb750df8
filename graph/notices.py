"""What the program says while it works: a key of the message catalogue and its values, for whoever shows it.

Nothing is printed here: the command line puts the words on standard error, a web application says nothing.
"""

from collections.abc import Callable
from typing import Protocol, TypeAlias

Progress: TypeAlias = Callable[[int, int], None]
"""Told how many pieces of a long work are done, of how many; 0: nobody knows of how many."""


class Tell(Protocol):
    """Takes a notice: the key of its text, and the values of its placeholders."""

    def __call__(self, key: str, **values: object) -> None:
        """Say it, or not."""


def silent(key: str, **values: object) -> None:
    """Say nothing."""


def unwatched(done: int, total: int) -> None:
    """Take no notice of progress."""
