"""Reading and writing a long report: a hundred copies of the report of 2013, each with municipalities of its own.

python -m tests.benchmarks.case_study_reading [--copies 100] [--only-read]

The report lies beside the repository; where it does not, the bundled example is repeated until the file is as long. Aims: under
60 seconds in all and under 500 MB on a machine of two cores.
"""

import argparse
import os
import resource
import sys
import tempfile
import time
from itertools import product
from pathlib import Path

import psutil

from graph.areas import area_index
from loaders.case_studies import LOADER
from loaders.contract import Candidate
from loaders.run import Prepared, prepare, write
from tests.engines import open_embedded

ROOT = Path(__file__).parents[2]
REPORT = ROOT.parent / "shared" / "seed" / "mhlw_coordinator_case_studies.md"
EXAMPLE = ROOT / "loaders" / "example" / "regions.md"
STEMS = ("伊賀", "高根沢", "北九州", "世田谷", "杉並", "横浜", "神戸")
"""The municipalities of the report without their 市, 区 or 町."""
LETTERS = "青赤白黒金銀桜松竹梅"
BYTES = 2_700_000
PAGE = 1_000
"""Characters."""


def copies(text: str, count: int) -> str:
    """The text so many times, the municipalities of each copy with names that no other has."""
    return "\n\n".join(_renamed(text, "".join(letters)) for letters, _ in zip(product(LETTERS, repeat=3), range(count), strict=False))


def _renamed(text: str, letters: str) -> str:
    for stem in STEMS:
        text = text.replace(stem, stem[0] + letters)
    return text


def long_report(count: int | None) -> str:
    """The report in copies, or the example in so many that they are as long."""
    text = (REPORT if REPORT.is_file() else EXAMPLE).read_text(encoding="utf-8")
    return copies(text, count or max(1, round(BYTES / len(text.encode()))))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--copies", type=int, help="default: a file of about 2.7 MB")
    parser.add_argument("--only-read", action="store_true", help="without writing to a database")
    chosen = parser.parse_args()
    area_index()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.md"
        file.write_text(long_report(chosen.copies), encoding="utf-8")
        pages = len(file.read_text(encoding="utf-8")) / PAGE
        _say(f"{file.stat().st_size / 1e6:.1f} MB, {pages:.0f} pages of {PAGE} characters; load of the machine {os.getloadavg()[0]:.1f}")
        begin, worked = time.monotonic(), time.process_time()
        prepared = measured_reading(file, pages)
        if not chosen.only_read:
            with_database(prepared, Path(folder) / "home")
        _say(f"in all: {time.monotonic() - begin:.1f} s, of which this program worked {time.process_time() - worked:.1f} s")
        _say(f"most memory of the program: {_most_megabytes():.0f} MB")


def measured_reading(file: Path, pages: float) -> Prepared:
    """Read, transform, check and batch the file, as a load does; print seconds and pages a second."""
    begin, worked = time.monotonic(), time.process_time()
    LOADER.read(Candidate(path=file, content=file.read_bytes()))
    read = time.monotonic()
    prepared = prepare(file, progress=_Shown("reading"))
    done = time.monotonic()
    _say(f"read {read - begin:.1f} s; transform, check and batch {done - read:.1f} s: {pages / (done - begin):.0f} pages a second")
    assert prepared.batch is not None
    _say(f"{prepared.rows_in} cases, {len(prepared.batch.facts())} facts, {len(prepared.batch.evidence)} quotations")
    _say(f"worked {time.process_time() - worked:.1f} s; memory of the program {_megabytes():.0f} MB, at most {_most_megabytes():.0f} MB")
    return prepared


def with_database(prepared: Prepared, home: Path) -> None:
    """Write what was read into an embedded graph; print seconds."""
    database = open_embedded(home)
    begin = time.monotonic()
    report = write(database.graph, prepared, progress=_Shown("writing"))
    seconds = time.monotonic() - begin
    database.graph.close()
    _say(f"write {seconds:.1f} s: {sum(report.facts.values())} facts; memory of the program {_megabytes():.0f} MB")


class _Shown:
    """Progress in one line that is written over, on a terminal."""

    def __init__(self, what: str) -> None:
        self.what = what

    def __call__(self, done: int, total: int) -> None:
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{self.what} {done}/{total} ")


def _megabytes() -> float:
    return psutil.Process().memory_info().rss / 1024**2


def _most_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
