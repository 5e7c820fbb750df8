"""Reading a list by the mapping that was given, kept from the last version, or proposed."""

import pytest

from graph.errors import LoadStopped
from graph.messages import Messages
from loaders.resource_list.mapping import kept, mapping_of
from loaders.resource_list.proposing import proposed
from loaders.resource_list.read import MappedList, read_list
from tests.unit.loaders.resource_list.lists import HEADS, PLAIN, ROWS, as_csv, as_workbook, candidate

LIST = as_csv(HEADS, *ROWS)


def kept_of(content: bytes, name: str = "伊賀市社会資源リスト_R8.10.csv") -> str:
    """What a source keeps of a list that was read as it was proposed."""
    found = proposed(candidate(content, name))
    assert found is not None
    return kept(found)


def read(
    content: bytes, name: str = "伊賀市社会資源リスト_R8.11.csv", *, versions: tuple[str, ...] = (), mapping: str | None = None
) -> MappedList:
    return read_list(candidate(content, name, kept=lambda: versions, mapping=mapping))


def refused(
    content: bytes, *, versions: tuple[str, ...] = (), mapping: str | None = None, name: str = "伊賀市社会資源リスト.csv"
) -> LoadStopped:
    with pytest.raises(LoadStopped) as stopped:
        read(content, name, versions=versions, mapping=mapping)
    return stopped.value


def test_without_a_mapping_it_is_asked_for() -> None:
    """Nothing is read by guessing; what would be is shown."""
    stopped = refused(LIST)

    assert stopped.key == "mapping_needed"
    assert "対象地区 → 対象の地区" in Messages(("loaders.resource_list",), "ja")(stopped.key, **stopped.values)


def test_a_trial_reads_it_as_proposed_and_says_so() -> None:
    """A dry run shows what would come of it."""
    found = read_list(candidate(LIST, trial=True))

    assert [one.code for one in found.notices] == ["mapping_proposed"]
    assert [row.text("name") for row in found.table.rows()] == ["みどりサロン", "買い物おたすけ隊"]


def test_the_next_version_is_read_as_the_last_one() -> None:
    """The same name without its date: no question, no notice."""
    found = read(LIST, versions=(kept_of(LIST),))

    assert found.mapping.dataset == "resource_list/伊賀市/伊賀市社会資源リスト"
    assert found.notices == ()


def test_what_somebody_mended_is_kept() -> None:
    """A meaning that was changed by hand holds for the next version, too."""
    mended = kept_of(LIST).replace("料金: fee", "料金: ignore").replace("rows: both", "rows: service")

    found = read(LIST, versions=(mended,))

    assert (found.mapping.columns["料金"], found.mapping.rows) == ("ignore", "service")


def test_a_new_column_is_said_and_not_read() -> None:
    """Until somebody says what it means."""
    found = read(as_csv((*HEADS, "対象者"), *((*row, "高齢者") for row in ROWS)), versions=(kept_of(LIST),))

    assert [(one.code, one.values["columns"]) for one in found.notices] == [("mapping_new_columns", "対象者")]
    assert all(row.cell("target") == "" for row in found.table.rows())


def test_columns_in_another_order_are_the_same_list() -> None:
    """Cells go by their heads."""
    found = read(as_csv(HEADS[::-1], *(row[::-1] for row in ROWS)), versions=(kept_of(LIST),))

    assert [row.text("area") for row in found.table.rows()] == ["上野地区", "中瀬地区"]


def test_a_list_of_another_name_with_the_same_heads_is_read_alike_and_stays_another() -> None:
    """An office keeps several lists of one form: none takes another's place, and which name it has is said."""
    found = read(LIST, "一覧（最新）.csv", versions=(kept_of(LIST),))

    assert [one.code for one in found.notices] == ["mapping_by_heads"]
    assert found.mapping.municipality == "三重県伊賀市"
    assert found.mapping.dataset not in {None, mapping_of(kept_of(LIST)).dataset}


def test_of_two_lists_of_one_form_each_is_followed_by_its_own_version() -> None:
    """Whichever was loaded last; nothing is said, since the name tells."""
    first, second = kept_of(LIST), kept_of(LIST).replace("resource_list/", "resource_list/別の")
    for versions in ((first, second), (second, first)):
        found = read(LIST, versions=versions)
        assert found.notices == ()
        assert found.mapping.dataset == mapping_of(first).dataset


def test_the_list_of_another_municipality_is_another_list() -> None:
    """The same heads in the list of the next town are asked about."""
    assert refused(LIST, versions=(kept_of(LIST),), name="名張市社会資源リスト.csv").key == "mapping_needed"


def test_without_a_column_that_was_read_the_kept_mapping_does_not_hold() -> None:
    """A version that lacks it is asked about, not read by half."""
    assert refused(as_csv(HEADS[:3], *(row[:3] for row in ROWS)), versions=(kept_of(LIST),)).key == "mapping_needed"


def test_a_kept_mapping_that_nobody_understands_any_more_is_passed_over() -> None:
    """Words of another version of the program stop no load."""
    unknown = kept_of(LIST).replace("fee", "price")

    assert refused(LIST, versions=(unknown, "[")).key == "mapping_needed"
    assert read(LIST, versions=(unknown, kept_of(LIST))).notices == ()


def test_a_mapping_of_other_heads_is_refused() -> None:
    """The columns that are missing are named."""
    stopped = refused(as_csv(("団体", "対象地区", "曜日", "住所", "電話"), ("a", "b", "c", "d", "e")), mapping=PLAIN)

    assert stopped.key == "mapping_other_heads"
    assert "名称" in str(stopped.values["columns"])


def test_heads_that_no_list_has_are_read_where_a_mapping_names_them() -> None:
    """Whatever they are called, in whichever of the first rows they stand."""
    mapping = "municipality: 三重県伊賀市\nrows: body\ncolumns:\n  yes: name\n  2026-13-45: area\n"
    found = read(as_csv(("わたしたちの表",), (), ("yes", "2026-13-45"), ("みどり会", "上野")), mapping=mapping)

    assert [(row.text("name"), row.text("area")) for row in found.table.rows()] == [("みどり会", "上野")]


def test_heads_alike_but_for_spaces_are_told_apart() -> None:
    """The column that is named is the one that is read."""
    mapping = PLAIN.replace("対象地区: area", "対象地区: ignore\n  対象 地区: area")
    content = as_csv(("名称", "対象地区", "対象 地区", "曜日", "料金"), ("みどり会", "東", "西", "月曜", "無料"))

    assert [row.text("area") for row in read(content, mapping=mapping).table.rows()] == ["西"]


def test_one_head_over_columns_that_differ_is_refused() -> None:
    """Which of them is meant is not guessed; where they say the same (merged cells) there is nothing to ask."""
    twice = ("名称", "対象地区", "対象地区", "曜日", "料金")

    stopped = refused(as_csv(twice, ("みどり会", "東", "西", "月曜", "無料")), mapping=PLAIN)
    found = read(as_csv(twice, ("みどり会", "東", "東", "月曜", "無料"), ("あおぞら会", "西", "", "火曜", "")), mapping=PLAIN)

    assert (stopped.key, stopped.values["columns"]) == ("repeated_columns", "対象地区")
    assert [row.text("area") for row in found.table.rows()] == ["東", "西"]


def test_the_sheet_that_the_mapping_names_is_read() -> None:
    """Not the one that is most like a list."""
    content = as_workbook({"古い": [(*HEADS, "対象者"), (*ROWS[0], "高齢者")], "新しい": [HEADS, ROWS[1]]})

    found = read(content, "list.xlsx", mapping=PLAIN + "sheet: 新しい\n")

    assert [row.text("name") for row in found.table.rows()] == ["買い物おたすけ隊"]


def test_the_day_is_that_of_the_title() -> None:
    """令和8年10月1日現在 above the heads."""
    found = read(as_csv(("資源リスト（令和8年10月1日現在）",), HEADS, *ROWS), mapping=PLAIN)

    assert str(found.as_of) == "2026-10-01"


@pytest.mark.parametrize(
    ("content", "key"), [(as_csv(HEADS), "no_records"), (as_csv(HEADS, ("", " ", "", "")), "no_records"), (b"\n", "empty_file")]
)
def test_without_rows_nothing_is_taken(content: bytes, key: str) -> None:
    """An empty table would take away what the last one stated."""
    assert refused(content, mapping=PLAIN).key == key


def test_a_given_mapping_needs_no_kept_one() -> None:
    """The graph is not asked."""

    def unasked() -> tuple[str, ...]:
        raise AssertionError

    assert read_list(candidate(LIST, mapping=PLAIN, kept=unasked)).mapping.columns == mapping_of(PLAIN).columns


@pytest.mark.parametrize("content", [LIST, as_csv(("yes", "対象地区", "曜日", "料金"), *ROWS)])
def test_a_mapping_without_a_name_for_the_dataset_takes_it_from_the_file(content: bytes) -> None:
    """Two lists without names do not take each other's place."""
    mapping = PLAIN if content == LIST else PLAIN.replace("名称", "yes")

    names = {read(content, name, mapping=mapping).mapping.dataset for name in ("サロン_R8.10.csv", "サロン_R8.11.csv", "見守り.csv")}

    assert names == {"resource_list/サロン", "resource_list/見守り"}
