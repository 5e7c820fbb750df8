"""Registers as files of sample_data and as rows written in the test."""

from collections.abc import Callable
from pathlib import Path

import pytest

from loaders.contract import Candidate, Transformed
from loaders.transport_register import LOADER
from loaders.transport_register.read import REQUIRED

SAMPLES = Path(__file__).parents[3] / "sample_data" / "transport_register"

USUAL = {
    "registration_no": "見本福第1号",
    "pref": "島根県",
    "transport_type": "福祉有償運送",
    "org_name": "社会福祉法人 見本会",
    "service_area": "松江市",
    "service_area_municipalities": "松江市",
    "valid_from": "2025-04-01",
    "valid_to": "2028-03-31",
}


def transformed(path: Path, content: bytes) -> Transformed:
    candidate = Candidate(path=path, content=content)
    made = LOADER.transform(LOADER.read(candidate), candidate)
    assert isinstance(made, Transformed)
    return made


@pytest.fixture(scope="session")
def load_file() -> Callable[[Path], Transformed]:
    """Path → what the loader makes of the file."""
    return lambda path: transformed(path, path.read_bytes())


@pytest.fixture(scope="session")
def load_rows() -> Callable[..., Transformed]:
    """Rows, each as what differs from a usual one → what the loader makes of them."""

    def load(*differences: dict[str, str]) -> Transformed:
        rows = [USUAL | one for one in differences]
        head = sorted(set(REQUIRED).union(*rows))
        lines = [head, *([f'"{row.get(column, "")}"' for column in head] for row in rows)]
        return transformed(Path("register.csv"), "\n".join(",".join(line) for line in lines).encode())

    return load


@pytest.fixture(scope="session")
def sample(load_file: Callable[[Path], Transformed]) -> Transformed:
    """The good sample of eight rows."""
    return load_file(SAMPLES / "register.csv")


@pytest.fixture(scope="session")
def bad_rows(load_file: Callable[[Path], Transformed]) -> Transformed:
    """The sample in which most rows have a fault."""
    return load_file(SAMPLES / "bad_rows.csv")
