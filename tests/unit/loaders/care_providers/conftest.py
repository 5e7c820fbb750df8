"""Registers of care offices as files and as rows written in the test."""

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from loaders.care_providers import LOADER
from loaders.contract import Candidate, Outcome, Streamed

USUAL = {
    "都道府県コード又は市町村コード": "352039",
    "都道府県名": "山口県",
    "市区町村名": "山口市",
    "事業所番号": "3570900001",
    "事業所名": "ケアセンターみなも",
    "サービスの種類": "通所介護",
    "住所": "山口県山口市本町1丁目1番1号",
    "法人番号": "8990000000001",
    "法人の名称": "社会福祉法人みなも会",
    "利用可能曜日": "平日,土曜日",
    "定員": "18",
}


def streamed(path: Path, content: bytes) -> Streamed:
    candidate = Candidate(path=path, content=content)
    made = LOADER.transform(LOADER.read(candidate), candidate)
    assert isinstance(made, Streamed)
    return made


@pytest.fixture(scope="session")
def load_file() -> Callable[[Path], Streamed]:
    """Path → what the loader makes of the file."""
    return lambda path: streamed(path, path.read_bytes())


@pytest.fixture(scope="session")
def load_rows() -> Callable[..., Streamed]:
    """Rows, each as what differs from a usual one → what the loader makes of them."""

    def load(*differences: dict[str, str]) -> Streamed:
        rows = [USUAL | one for one in differences]
        text = io.StringIO(newline="")
        writer = csv.DictWriter(text, fieldnames=list(dict.fromkeys(key for row in rows for key in row)))
        writer.writeheader()
        writer.writerows(rows)
        return streamed(Path("offices.csv"), text.getvalue().encode("utf-8-sig"))

    return load


@pytest.fixture(scope="session")
def outcomes(load_rows: Callable[..., Streamed]) -> Callable[..., Iterator[Outcome]]:
    """Rows → what became of each."""
    return lambda *rows: load_rows(*rows).outcomes()
