"""The real registers that lie beside the checkout: their rows are all read, and next to nothing of them is masked."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from loaders.japanese.cleaning import MASK
from loaders.people.in_tables import PersonRules, Reading

DATA = Path(__file__).parents[4] / ".." / "shared" / "data"
REGISTERS = [
    ("mhlw_kaigo/jigyosho_seed_areas.csv", ["事業所名", "法人の名称"], 3_537, 0),
    ("mhlw_kaigo/jigyosho_362_raw.csv", ["事業所名", "法人の名称"], 64, 0),
    ("yamaguchi_yusho/operators.csv", ["org_name", "office_name", "partner_operator_name"], 23, 2),
]
"""File, columns of names, rows, cells with a mask: the same house in two columns."""


def readings(file: Path, names: list[str]) -> Iterator[tuple[dict[str, str], Reading]]:
    with file.open(encoding="utf-8-sig", newline="") as text:
        rows = list(csv.DictReader(text))
    rules = PersonRules(list(rows[0]), name_heads=names)
    assert rules.left_out == ()
    yield from ((row, rules.of(row)) for row in rows)


@pytest.mark.parametrize(("file", "names", "count", "masked"), REGISTERS, ids=[file for file, *_ in REGISTERS])
def test_no_row_is_set_aside_and_next_to_nothing_masked(file: str, names: list[str], count: int, masked: int) -> None:
    """Facilities, stations, streets and companies are no persons; a private house in a route is."""
    # Arrange
    if not (DATA / file).is_file():
        pytest.skip(f"the register is not beside this checkout: {file}")

    # Act
    found = list(readings(DATA / file, names))

    # Assert
    assert len(found) == count
    assert [row for row, reading in found if reading.set_aside] == []
    assert sum(MASK in cell and MASK not in row[head] for row, reading in found for head, cell in reading.cells.items()) == masked
    assert sum(reading.cells[head] != row[head] for row, reading in found for head in names) <= 1
