"""Running `tsunagu` as a user does: as a program of its own."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
URL = re.compile(r"http://127\.0\.0\.1:\d+/")
KEPT = ("PATH", "HOME", "LANG", "SYSTEMROOT", "TMPDIR")
SHORT_LIVED = {"JAVA_TOOL_OPTIONS": "-XX:TieredStopAtLevel=1"}
"""Engines of these tests live for seconds: compiling thoroughly what they do takes longer than doing it (7 s of work instead of 19)."""


@dataclass(frozen=True)
class Outcome:
    """What a run of the program left behind."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """Standard output as one JSON document."""
        return json.loads(self.out)


@dataclass(frozen=True)
class Program:
    """The command line with a graph of its own."""

    home: Path
    more: tuple[tuple[str, str], ...] = ()

    @property
    def environment(self) -> dict[str, str]:
        """What the program sees: nothing of the tests' own databases."""
        kept = {name: os.environ[name] for name in KEPT if name in os.environ}
        return kept | SHORT_LIVED | {"TSUNAGU_HOME": str(self.home)} | dict(self.more)

    def command(self, *arguments: object) -> list[str]:
        """The command line for some arguments."""
        return [sys.executable, "-m", "api.cli.main", *map(str, arguments)]

    def __call__(self, *arguments: object) -> Outcome:
        """Run it to its end."""
        done = subprocess.run(
            self.command(*arguments),
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            stdin=subprocess.DEVNULL,
        )
        return Outcome(done.returncode, done.stdout, done.stderr)

    def with_settings(self, **more: str) -> "Program":
        """The same with more settings."""
        return Program(self.home, tuple(more.items()))


def facts(program: Program, folder: Path) -> list[str]:
    """Every fact of its graph, a line each, by way of a file in the folder."""
    out = folder / "facts.jsonl"
    assert program("facts", "--out", out).status == 0
    return out.read_text(encoding="utf-8").splitlines()


@contextmanager
def serving(program: Program, *arguments: object, ending: signal.Signals = signal.SIGINT) -> Iterator[str]:
    """A command that serves: its address, once it has said it; ended by a signal, and well."""
    command = program.command(*arguments, "--port", 0)
    with subprocess.Popen(command, cwd=ROOT, env=program.environment, stderr=subprocess.PIPE, text=True, encoding="utf-8") as running:
        assert running.stderr is not None
        said: list[str] = []
        for line in iter(running.stderr.readline, ""):
            said.append(line)
            if found := URL.search(line):
                break
        else:
            raise AssertionError(f"it ended: {said}")
        try:
            yield found[0]
        finally:
            running.send_signal(ending)
            status = running.wait(60)
        assert status == 0
