"""The area at the beginning of an address, and how much of the text it takes."""

import csv
from pathlib import Path

import pytest

from graph.areas import area_index

REAL_OFFICES = Path(__file__).parents[4] / ".." / "shared" / "data" / "mhlw_kaigo" / "jigyosho_seed_areas.csv"


@pytest.mark.parametrize(
    ("address", "prefecture", "full_name", "named"),
    [
        ("神奈川県横浜市中区見本町1番地", None, "神奈川県横浜市中区", "神奈川県横浜市中区"),
        ("福島県大沼郡会津美里町字見本1", None, "福島県会津美里町", "福島県大沼郡会津美里町"),
        ("奈良県高市郡明日香村大字見本", None, "奈良県明日香村", "奈良県高市郡明日香村"),
        ("奈良県大和郡山市北郡山町1", None, "奈良県大和郡山市", "奈良県大和郡山市"),
        ("福岡県小郡市小郡1", None, "福岡県小郡市", "福岡県小郡市"),
        ("福岡県筑紫郡那珂川町1", None, "福岡県那珂川市", "福岡県筑紫郡那珂川町"),
        ("兵庫県篠山市北新町41", None, "兵庫県丹波篠山市", "兵庫県篠山市"),
        ("茨城県竜ヶ崎市1", None, "茨城県龍ケ崎市", "茨城県竜ヶ崎市"),
        ("山口県 下関市 南部町", None, "山口県下関市", "山口県 下関市"),
        ("下関市南部町", "山口県", "山口県下関市", "下関市"),
        ("静岡県浜松市天竜区見本", None, "静岡県浜松市天竜区", "静岡県浜松市天竜区"),
        ("下関市南部町", None, None, None),
        ("山口県", None, None, None),
        ("山口県大字下関市", None, None, None),
        ("福島県大沼郡会津若松市見本", None, None, None),
        ("", "山口県", None, None),
    ],
)
def test_the_area_at_the_beginning_of_an_address(address: str, prefecture: str | None, full_name: str | None, named: str | None) -> None:
    """The longest name that begins it, and how much of the text it takes as it stands there."""
    # Act
    found = area_index().beginning_of(address, prefecture=prefecture)

    # Assert
    assert (found and found.area == area_index().resolve(full_name or "-")) if full_name else found is None
    assert (address[: found.length] if found else None) == named


@pytest.mark.skipif(not REAL_OFFICES.exists(), reason="the offices of the care register are not beside this checkout")
def test_addresses_of_real_offices_lie_where_their_register_says() -> None:
    """Of 3,537 addresses 3,344 begin with a municipality; each of these is the one of the register, none another."""
    # Arrange
    index = area_index()
    rows = list(csv.DictReader(REAL_OFFICES.read_text(encoding="utf-8-sig").splitlines()))

    # Act
    found = [(index.municipality_in_text(row["住所"], prefecture=row["都道府県名"]), row) for row in rows]
    known = [(index.municipality_of(area), row) for area, row in found if area]

    # Assert
    assert (len(rows), len(known)) == (3537, 3344)
    assert [row["住所"] for area, row in known if area != index.municipality_of(index.resolve(row["都道府県コード又は市町村コード"]))] == []
