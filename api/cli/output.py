"""Printing: one JSON document, or plain lines for people; progress only on a terminal."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.text import Text

from api.wording import messages
from graph.messages import Messages
from graph.notices import Progress as Report
from graph.notices import unwatched
from graph.settings import Settings


def current_settings() -> Settings:
    """The settings of this process."""
    return Settings.from_environment(os.environ)


def texts(settings: Settings) -> Messages:
    """The texts in the language of the settings."""
    return messages(settings.language)


def line(text: str = "") -> None:
    """One line on standard output."""
    sys.stdout.write(text + "\n")


def note(text: str) -> None:
    """One line on standard error, so that standard output stays for the answer."""
    sys.stderr.write(text + "\n")


def document(content: Any) -> None:
    """One JSON document on standard output and nothing else."""
    line(json.dumps(content, ensure_ascii=False, indent=2))


@contextmanager
def progress_bar(description: str) -> Iterator[Report]:
    """A progress bar on a terminal; nothing in a pipe."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _done, _all: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed}/{task.total}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(description, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


@contextmanager
def progress_steps(description: str, words: Messages, *, console: Console | None = None) -> Iterator[Callable[[str], Report]]:
    """Bars of a work of several steps on a terminal, each with how many a second and how long it still takes; nothing in a pipe.

    Args:
        description: what is worked on.
        words: the texts.
        console: default: standard error.

    Yields:
        Name of a step → what its progress is told to; a step shows when it has something to tell. A total of 0 is unknown.
    """
    console = console or Console(stderr=True)
    if not console.is_terminal:
        yield lambda _step: unwatched
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed:,}/{task.fields[of]}"),
        _Speed(words),
        _Left(words),
    )
    with Progress(*columns, console=console, transient=True) as bar:

        def step(name: str) -> Report:
            task = bar.add_task(f"{description} {name}", total=None, visible=False, of="?")

            def told(done: int, total: int) -> None:
                bar.update(task, completed=done, total=total or None, visible=True, of=f"{total:,}" if total else "?")

            return told

        yield step


class _Speed(ProgressColumn):
    """How many a second."""

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._words = words

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(self._words("progress.speed", speed=f"{speed:,.0f}") if speed else "")


class _Left(TimeRemainingColumn):
    """How long it still takes."""

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._words = words

    def render(self, task: Task) -> Text:
        return Text(self._words("progress.left", time=super().render(task).plain))
