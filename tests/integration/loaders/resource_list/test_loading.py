"""A list of resources in a real graph, month by month."""

from pathlib import Path

import pytest

from graph import loads
from graph.connection import Graph
from graph.errors import LoadStopped
from loaders.run import Choices, load
from tests.engines import facts_of, fingerprint
from tests.unit.loaders.resource_list.lists import HEADS, PLAIN, ROWS, as_csv

MENDED = PLAIN + "rows: service\n"


def written(folder: Path, name: str, content: bytes) -> Path:
    file = folder / name
    file.write_bytes(content)
    return file


def test_a_list_is_loaded_once_kept_and_taken_back(graph: Graph, tmp_path: Path) -> None:
    """With a mapping; again without one (nothing is written); next month's file by the mapping that was kept; undone."""
    # Arrange
    october = written(tmp_path, "伊賀市社会資源リスト_R8.10.csv", as_csv(HEADS, *ROWS))
    november = written(tmp_path, "伊賀市社会資源リスト_R8.11.csv", as_csv(HEADS, ("みどりサロン", "上野地区", "毎週火曜", "200円")))

    # Act
    first = load(lambda: graph, october, Choices(mapping=MENDED + "dataset: resource_list/伊賀市/伊賀市社会資源リスト\n"))
    before = fingerprint(graph)
    again = load(lambda: graph, october)
    same = fingerprint(graph)
    next_month = load(lambda: graph, november)
    changed = {one["name"]: one["days"] for one in facts_of(graph, "Service")}
    loads.undo(graph, by="coordinator")
    back = {one["name"]: one["days"] for one in facts_of(graph, "Service")}

    # Assert
    for report in (first, again, next_month):
        assert report.rows_in == report.written + report.unchanged + report.refused + report.set_aside
    assert (first.rows_in, first.written) == (2, 2)
    assert (again.written, again.retired) == (0, 0)
    assert same == before
    assert next_month.dataset == first.dataset
    assert next_month.retired > 0
    assert changed == {"みどりサロン": "毎週火曜"}
    assert back == {"みどりサロン": "毎週月曜", "買い物おたすけ隊": "平日"}


def test_without_a_mapping_nothing_is_written_and_a_trial_shows_what_would_be(graph: Graph, tmp_path: Path) -> None:
    """A dry run reads the list as it is proposed; a load asks first."""
    # Arrange
    file = written(tmp_path, "伊賀市社会資源リスト.csv", as_csv(HEADS, *ROWS))
    before = fingerprint(graph)

    # Act
    trial = load(lambda: graph, file, Choices(dry_run=True))
    with pytest.raises(LoadStopped) as stopped:
        load(lambda: graph, file)

    # Assert
    assert [one.code for one in trial.problems] == ["mapping_proposed"]
    assert trial.rows_in == trial.written == 2
    assert stopped.value.key == "mapping_needed"
    assert fingerprint(graph) == before


def test_two_lists_of_one_town_leave_each_other_alone(graph: Graph, tmp_path: Path) -> None:
    """Lists of other heads and names are datasets of their own."""
    first = written(tmp_path, "サロン一覧.csv", as_csv(HEADS, ROWS[0]))
    second = written(tmp_path, "見守り一覧.csv", as_csv(("団体名", "住所", "対象者"), ("あおぞら会", "三重県伊賀市中瀬1", "高齢者")))
    others = "municipality: 三重県伊賀市\ncolumns:\n  団体名: name\n  住所: address\n  対象者: target\n"

    load(lambda: graph, first, Choices(mapping=PLAIN + "dataset: サロン一覧\n"))
    report = load(lambda: graph, second, Choices(mapping=others + "dataset: 見守り一覧\n"))

    assert report.retired == 0
    assert {one["name"] for one in facts_of(graph, "Organization")} == {"みどりサロン", "あおぞら会"}
