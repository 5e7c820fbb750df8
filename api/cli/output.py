"""Printing: one JSON document, or plain lines for people; progress only on a terminal."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from api.wording import messages
from graph.messages import Messages
from graph.notices import Progress as Report
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
