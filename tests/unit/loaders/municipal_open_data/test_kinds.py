"""Kinds of table: each is known by its own columns, in the older and the newer form."""

import csv
import io
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from loaders.contract import Candidate, Streamed
from loaders.municipal_open_data import LOADER
from loaders.municipal_open_data.kinds import KINDS

ROOT = Path(__file__).parents[4]
STANDARD = ROOT / ".." / "shared" / "data" / "standards" / "recommended_dataset_columns_2020.csv"


def head_only(heads: list[str]) -> Candidate:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([heads, ["見本"] * len(heads)])
    return Candidate(path=Path("table.csv"), content=text.getvalue().encode())


@pytest.mark.skipif(not STANDARD.exists(), reason="the columns of the standard are not beside this checkout")
def test_each_kind_of_the_standard_is_known_and_no_other() -> None:
    """Of the 14 datasets of 2020 our six are recognised as themselves; AED, Wi-Fi, toilets and the others are not taken."""
    columns: dict[str, list[str]] = defaultdict(list)
    with STANDARD.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            columns[row["dataset"]].append(row["column"])
    taken = {name for name, heads in columns.items() if LOADER.recognise(head_only(heads)).score >= 0.5}

    assert len(columns) == 14
    assert taken == {kind.name for kind in KINDS}
    for name in taken:
        assert LOADER.read(head_only(columns[name])).kind.name == name


def test_the_newer_form_is_the_same_kind(load_sample: Callable[[str], Streamed]) -> None:
    """地方公共団体名 and 所在地_連結表記 in place of 市区町村名 and 住所."""
    assert load_sample("public_facilities.csv").dataset.name == "municipal_open_data/公共施設一覧/山口県山口市"
    assert load_sample("public_facilities_newer.csv").dataset.name == "municipal_open_data/公共施設一覧/神奈川県横浜市"
