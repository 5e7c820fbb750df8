"""From `tsunagu demo` to the first answered page: with an empty home, and again with the example loaded."""

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from tests.end_to_end.programs import ROOT, Program

PAGE = "areas/242161"
URL = re.compile(r"http://127\.0\.0\.1:\d+/")


def seconds_to_first_answer(program: Program) -> float:
    """Start the demo, fetch the page of one area with its three answers, stop the demo."""
    begin = time.monotonic()
    with subprocess.Popen(
        program.command("demo", "--no-browser", "--port", "0"),
        cwd=ROOT,
        env=program.environment,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as running:
        assert running.stderr is not None
        url = next(found[0] for line in running.stderr if (found := URL.search(line)))
        with urllib.request.urlopen(url + PAGE, timeout=120) as response:  # noqa: S310 - our own server on loopback
            response.read()
        taken = time.monotonic() - begin
        running.send_signal(signal.SIGINT)
        running.wait(60)
    return taken


def main() -> None:
    """Print the figures of three runs."""
    for number in range(1, 4):
        with tempfile.TemporaryDirectory() as home:
            program = Program(Path(home))
            first, second = seconds_to_first_answer(program), seconds_to_first_answer(program)
        sys.stdout.write(f"run {number}: first start {first:.1f} s, second start {second:.1f} s, load {os.getloadavg()[0]:.1f}\n")


if __name__ == "__main__":
    main()
