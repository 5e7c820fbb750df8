"""Names of files without what changes from version to version."""

import pytest

from loaders.networks.naming import stem_of


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("支え合いマップ.xlsx", "支え合いマップ"),
        ("支え合いマップ_20260401.xlsx", "支え合いマップ"),
        ("支え合いマップ 2026-04-01 (2).xlsx", "支え合いマップ"),
        ("支え合いマップ（令和8年4月時点）.gexf", "支え合いマップ"),
        ("2026年度 支え合いマップ 最新版.csv", "支え合いマップ"),
        ("map_v2.1.json", "map"),
        ("伊賀市第2層.graphml", "伊賀市第2層"),
        ("20260401.csv", "network"),
    ],
)
def test_a_name_stays_the_same_from_version_to_version(file: str, name: str) -> None:
    """Dates, eras, numbers of copies and of versions are no part of it; other numbers are."""
    assert stem_of(file) == name
