"""From `tsunagu demo` to the first answered page: with an empty home, and again with the example loaded."""

import os
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from tests.end_to_end.programs import Program, serving

PAGE = "areas/242161"


def seconds_to_first_answer(program: Program) -> float:
    """Start the demo, fetch the page of one area with its three answers, stop the demo."""
    begin = time.monotonic()
    with serving(program, "demo", "--no-browser") as url:
        with urllib.request.urlopen(url + PAGE, timeout=120) as response:  # noqa: S310 - our own server on loopback
            response.read()
        return time.monotonic() - begin


def main() -> None:
    """Print the figures of three runs."""
    for number in range(1, 4):
        with tempfile.TemporaryDirectory() as home:
            program = Program(Path(home))
            first, second = seconds_to_first_answer(program), seconds_to_first_answer(program)
        sys.stdout.write(f"run {number}: first start {first:.1f} s, second start {second:.1f} s, load {os.getloadavg()[0]:.1f}\n")


if __name__ == "__main__":
    main()
