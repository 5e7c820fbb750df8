"""Rows of tables by chance: no name of a person is given on, and no cell breaks the rules."""

import re

from hypothesis import given
from hypothesis import strategies as st

from loaders.japanese.cleaning import MASK
from loaders.people.in_tables import PersonRules

GROUPS = ["名称", "代表者氏名", "電話番号", "所在地", "備考"]
SURNAMES = st.sampled_from(["山田", "佐藤", "鈴木", "高橋", "渡辺", "伊藤", "小林", "加藤", "長谷川", "五十嵐"])
GIVEN = st.sampled_from(["太郎", "花子", "一郎", "正夫", "美智子", "健", "久美子", "ハナ"])


@given(surname=SURNAMES, given_name=GIVEN, space=st.sampled_from(["", " ", "　"]), call=st.sampled_from(["", "さん", "様", " 氏"]))
def test_no_name_of_a_row_is_given_on(surname: str, given_name: str, space: str, call: str) -> None:
    """Wherever a full name stands, the reading has it not: set aside, left out or masked."""
    name = f"{surname}{space}{given_name}{call}"
    for head, cell in {
        "名称": name,
        "代表者氏名": name,
        "担当": name,
        "備考": f"会長の{name}が開く",
        "所在地": f"紅沢町5番地 {name}方",
    }.items():
        cells = {"名称": "みのり園", "代表者氏名": "", "担当": "", "備考": "", "所在地": "", head: cell}
        found = PersonRules(list(cells), name_heads=["名称"]).of(cells)
        assert not [one for one in found.cells.values() if surname in one or given_name in one], head


@given(cells=st.lists(st.text(alphabet="山田花子のさん様宅方（）()・ 　1-0９要介護\n＊ーAa", max_size=12), min_size=5, max_size=5))
def test_whatever_stands_in_a_row_it_is_read_or_set_aside(cells: list[str]) -> None:
    """No cell breaks the rules; a masked cell is as long as it was; a second look finds nothing new to mask."""
    row = dict(zip(GROUPS, cells, strict=True))
    rules = PersonRules(GROUPS, name_heads=["名称"])
    found = rules.of(row)
    if found.set_aside is None:
        assert set(found.cells) == set(GROUPS) - {"代表者氏名"}
        assert all(len(cell) in {0, len(row[head])} for head, cell in found.cells.items())
        assert re.sub(MASK, "", "".join(found.cells.values())) == "" or found.cells["名称"] in {"", row["名称"]}
    else:
        assert found.cells == {}
