"""A coordinator's own list: how its columns are read is shown, mended, given back, and kept for next month."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.programs import Program

OCTOBER = "名称,対象地区,曜日,料金,その他\nみどりサロン,上野地区,毎週月曜,100円,お茶\n買い物おたすけ隊,中瀬地区,平日,無料,\n"
NOVEMBER = OCTOBER.replace("100円", "150円")


@pytest.fixture
def tsunagu(tmp_path: Path) -> Iterator[Program]:
    """The program, with an engine of its own."""
    program = Program(tmp_path / "home")
    assert program("database", "start").status == 0
    yield program
    assert program("database", "stop").status == 0


def test_a_list_is_proposed_mended_loaded_and_read_alike_next_month(tsunagu: Program, tmp_path: Path) -> None:
    """--propose-mapping, an edit, --mapping, and next month's file without a word."""
    # Arrange
    october, november = tmp_path / "社会資源リスト_R8.10.csv", tmp_path / "社会資源リスト_R8.11.csv"
    october.write_text(OCTOBER, encoding="cp932")
    november.write_text(NOVEMBER, encoding="utf-8-sig")
    mapping = tmp_path / "読み方.yaml"

    # Act
    asked = tsunagu("load", october)
    proposed = tsunagu("load", october, "--propose-mapping")
    mended = proposed.out.replace("municipality:\n", "municipality: 三重県伊賀市\n").replace("料金: fee", "料金: ignore")
    mapping.write_text(mended, encoding="utf-8-sig")
    first = tsunagu("load", october, "--mapping", mapping, "--json").document
    second = tsunagu("load", november, "--json").document
    mapping.write_text(mended.replace("料金: ignore", "料金: fee"), encoding="utf-8")
    third = tsunagu("load", november, "--mapping", mapping, "--json").document

    # Assert
    assert asked.status == 2
    assert "--propose-mapping" in asked.err
    assert mended != proposed.out
    assert (first["source"], first["rows_in"], first["written"]) == ("resource_list", 2, 2)
    assert (second["dataset"], second["written"], second["problems"]) == (first["dataset"], 0, [])
    assert third["written"] == 2
