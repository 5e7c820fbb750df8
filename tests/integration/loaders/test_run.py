"""Loading a file into a real graph: counts that add up, nothing written twice, newer versions retiring their own."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from graph.connection import Graph
from graph.errors import LoadStopped
from loaders.run import Choices, load
from tests.engines import facts_of, fingerprint

ROOT = Path(__file__).parents[3]
REGISTER = ROOT / "tests" / "sample_data" / "transport_register" / "register.csv"
REAL = {
    "transport_register": ROOT.parent / "shared" / "data" / "yamaguchi_yusho" / "operators.csv",
    "case_studies": ROOT.parent / "shared" / "seed" / "mhlw_coordinator_case_studies.md",
}
COUNTS = {"transport_register": 23, "case_studies": 7}


def real(name: str) -> Path:
    if not REAL[name].is_file():
        pytest.skip(f"the real file is not beside this checkout: {REAL[name].name}")
    return REAL[name]


def test_the_same_file_twice_writes_nothing(graph: Graph) -> None:
    """The second report is all unchanged, and every node and relationship is as it was."""
    first = load(lambda: graph, REGISTER)
    before = fingerprint(graph)
    second = load(lambda: graph, REGISTER)

    assert first.written == first.rows_in > 0
    assert (second.written, second.unchanged) == (0, first.rows_in)
    assert fingerprint(graph) == before


@pytest.mark.parametrize("name", sorted(REAL))
def test_the_real_files_load_with_counts_that_add_up(graph: Graph, name: str) -> None:
    """Every row or case of the real file is accounted for, and the same load again writes nothing."""
    first = load(lambda: graph, real(name))
    before = fingerprint(graph)
    second = load(lambda: graph, real(name))

    for report in (first, second):
        assert report.rows_in == report.written + report.unchanged + report.refused + report.set_aside == COUNTS[name]
    assert (second.written, second.retired) == (0, 0)
    assert fingerprint(graph) == before


def test_a_newer_file_retires_what_it_no_longer_has(graph: Graph, tmp_path: Path) -> None:
    """A row that is gone goes to Withdrawn with its evidence; the other rows stay as they were."""
    load(lambda: graph, REGISTER)
    before = facts_of(graph, "Service")
    head, first, *rest = REGISTER.read_text(encoding="utf-8").splitlines()
    newer = tmp_path / "register.csv"
    newer.write_text("\n".join([head, *rest]), encoding="utf-8")

    report = load(lambda: graph, newer)

    assert report.retired > 0
    gone = [one for one in before if one not in facts_of(graph, "Service")]
    assert [one["registration"] for one in gone] == [first.split(",")[0]]
    withdrawn = [one for one in facts_of(graph, "Withdrawn") if one["why"] == "retired" and one["kind"] != "evidence"]
    assert len(withdrawn) == report.retired
    assert any('"quote"' in one["content"] for one in withdrawn)


def test_a_dry_run_tells_the_same_and_writes_nothing(graph: Graph) -> None:
    """The report of a dry run equals that of the load, and the graph stays empty."""
    before = fingerprint(graph)
    dry = load(lambda: graph, REGISTER, Choices(dry_run=True))

    assert fingerprint(graph) == before
    assert replace(dry, dry_run=False) == load(lambda: graph, REGISTER)


def test_what_is_known_about_a_file_is_kept_with_its_source(graph: Graph) -> None:
    """Date, licence and title given with the load stand on the source."""
    load(lambda: graph, REGISTER, Choices(as_of=date(2026, 8, 9), licence="CC BY 4.0", title="登録簿の写し"))

    (source,) = [one for one in facts_of(graph, "Source") if one["dataset"].startswith("transport_register")]
    known = (source["as_of"], source["licence"], source["title"], source["complete"])
    assert known == (date(2026, 8, 9), "CC BY 4.0", "登録簿の写し", True)


def test_a_file_that_cannot_be_taken_opens_no_database(tmp_path: Path) -> None:
    """The graph is asked for only after the file was read."""

    def never() -> Graph:
        raise AssertionError("the database was opened")

    for name, content in (("missing.csv", None), ("empty.csv", b""), ("prose.txt", "今日は晴れ。".encode())):
        if content is not None:
            (tmp_path / name).write_bytes(content)
        with pytest.raises(LoadStopped):
            load(never, tmp_path / name)


def test_a_file_of_which_nothing_can_be_taken_retires_nothing(graph: Graph, tmp_path: Path) -> None:
    """Every row refused: the load stops, and what an earlier version stated stays."""
    load(lambda: graph, REGISTER)
    before = fingerprint(graph)
    head, *rows = REGISTER.read_text(encoding="utf-8").splitlines()
    column = head.split(",").index("valid_to")
    broken = [",".join([*row.split(",")[:column], "いつか", *row.split(",")[column + 1 :]]) for row in rows if '"' not in row]
    (tmp_path / "register.csv").write_text("\n".join([head, *broken]), encoding="utf-8")

    with pytest.raises(LoadStopped) as stopped:
        load(lambda: graph, tmp_path / "register.csv")

    assert stopped.value.key == "nothing_taken"
    assert fingerprint(graph) == before
