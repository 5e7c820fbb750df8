"""Tables of the standard as files and as rows written in the test."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from loaders.contract import Candidate, Streamed
from loaders.municipal_open_data import LOADER

SAMPLES = Path(__file__).parents[3] / "sample_data" / "municipal_open_data"


def streamed(path: Path, content: bytes) -> Streamed:
    candidate = Candidate(path=path, content=content)
    made = LOADER.transform(LOADER.read(candidate), candidate)
    assert isinstance(made, Streamed)
    return made


@pytest.fixture(scope="session")
def load_sample() -> Callable[[str], Streamed]:
    """Name of a sample → what the loader makes of it."""
    return lambda name: streamed(SAMPLES / name, (SAMPLES / name).read_bytes())


@pytest.fixture(scope="session")
def load_rows() -> Callable[..., Streamed]:
    """Rows with all their columns → what the loader makes of them."""

    def load(*rows: dict[str, str]) -> Streamed:
        text = io.StringIO(newline="")
        writer = csv.DictWriter(text, fieldnames=list(dict.fromkeys(key for row in rows for key in row)))
        writer.writeheader()
        writer.writerows(rows)
        return streamed(Path("table.csv"), text.getvalue().encode())

    return load
