"""Suggestions of doubles among real offices."""

import csv
from itertools import combinations
from pathlib import Path

import pytest

from graph.areas import area_index
from graph.doubles.bodies import Body
from graph.doubles.suggesting import suggest

REAL_OFFICES = Path(__file__).parents[4] / ".." / "shared" / "data" / "mhlw_kaigo" / "jigyosho_seed_areas.csv"


@pytest.mark.skipif(not REAL_OFFICES.exists(), reason="the offices of the care register are not beside this checkout")
def test_doubles_among_real_offices_are_found() -> None:
    """Of 195 pairs of names of one office 87 % are found, and 94 % of what is found is one corporation at one address."""
    # Arrange
    entries: dict[tuple[str, str], tuple[Body, str]] = {}
    for row in csv.DictReader(REAL_OFFICES.read_text(encoding="utf-8-sig").splitlines()):
        area = area_index().resolve(row["都道府県コード又は市町村コード"])
        path = list(dict.fromkeys((area, area_index().municipality_of(area), area_index().prefecture_of(area))))
        office = Body(
            id=f"{len(entries):05d}",
            name=row["事業所名"],
            areas=tuple(one.area.id for one in path),
            area_names=tuple(one.area.name for one in path),
            municipality=area_index().municipality_of(area).area.id,
            address=row["住所"],
        )
        entries.setdefault((row["事業所番号"], row["事業所名"]), (office, row["法人番号"]))
    number = {office.id: key[0] for key, (office, _) in entries.items()}
    owner = {office.id: corporation for office, corporation in entries.values()}
    of_one = sum(number[one] == number[other] for one, other in combinations(sorted(number), 2))

    # Act
    found = suggest(office for office, _ in entries.values())

    # Assert
    right = [one for one in found if number[one.first] == number[one.second]]
    assert (len(entries), of_one) == (2771, 195)
    assert len(right) / of_one > 0.85
    assert sum(owner[one.first] == owner[one.second] for one in found) / len(found) > 0.93
