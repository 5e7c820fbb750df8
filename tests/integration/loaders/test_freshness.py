"""How fresh the facts of a file are: the day of the row, else that of the file, else that which was said; and what has run out."""

from datetime import date
from pathlib import Path

import pytest

from graph.connection import Graph
from loaders.run import Choices, load
from tests.engines import facts_of

ROOT = Path(__file__).parents[3]
SAMPLES = ROOT / "tests" / "sample_data"
REGISTER = SAMPLES / "transport_register" / "register.csv"
LIST = SAMPLES / "resource_list" / "伊賀市社会資源リスト.csv"
REAL = ROOT.parent / "shared" / "data" / "yamaguchi_yusho" / "operators.csv"
APRIL, MAY = date(2026, 4, 1), date(2026, 5, 1)
TODAY = date(2026, 11, 23)
RUN_OUT = "MATCH (s:Service) WHERE s.valid_to < $today RETURN s.registration AS number ORDER BY number"


def days(graph: Graph, label: str = "Service") -> set[date | None]:
    """For which days the sources state the things of a label, and the ties between them."""
    ties = graph.read("MATCH (:Organization)-[r:PROVIDES]->(:Service) RETURN r.verified_on AS day")
    return {one.get("verified_on") for one in facts_of(graph, label)} | {row["day"] for row in ties}


def test_without_a_day_nothing_is_said_to_be_verified(graph: Graph) -> None:
    """Neither the day of loading nor that of the file on disk is taken for it."""
    load(lambda: graph, REGISTER)

    assert days(graph) == {None}


def test_the_day_that_was_said_holds_for_every_fact_of_the_file(graph: Graph) -> None:
    """Said with the first load, or with a later load of the same file, which changes nothing else."""
    # Arrange
    load(lambda: graph, REGISTER)

    # Act
    report = load(lambda: graph, REGISTER, Choices(as_of=APRIL))
    april = days(graph)
    load(lambda: graph, REGISTER, Choices(as_of=MAY))

    # Assert
    assert (april, days(graph)) == ({APRIL}, {MAY})
    assert set(report.changes.counts) == {"supported"}


def test_the_day_of_a_row_goes_before_that_of_the_file_and_both_before_what_was_said(graph: Graph, tmp_path: Path) -> None:
    """A list whose rows have 更新日: each fact has its row's day; a row without one has the file's, else the one that was said."""
    # Arrange
    title, head, *rows = LIST.read_text(encoding="utf-8-sig").splitlines()
    rows[2] = rows[2].removesuffix("2026/7/1")
    said = Choices(as_of=APRIL, accepts_proposal=True)
    found = []

    # Act
    for lines in ([title, head, *rows], [head, *rows]):
        (tmp_path / LIST.name).write_text("\n".join(lines), encoding="utf-8")
        load(lambda: graph, tmp_path / LIST.name, said)
        of_rows = graph.read(
            "MATCH (e:Evidence) WHERE e.row IS NOT NULL AND e.extractor STARTS WITH 'resource_list' "
            "RETURN e.row AS row, min(e.verified_on) AS first, max(e.verified_on) AS last ORDER BY row"
        )
        assert all(row["first"] == row["last"] for row in of_rows)
        found.append([row["first"] for row in of_rows])

    # Assert
    of_rows_own = [date(2026, 9, 1), date(2026, 8, 15)]
    assert found == [[*of_rows_own, date(2026, 10, 1)], [*of_rows_own, APRIL]]


def test_registrations_that_have_run_out_are_found_by_their_day(graph: Graph) -> None:
    """The last day itself is not over; a registration without a last day is not found."""
    load(lambda: graph, REGISTER)
    last = [(one["registration"], one.get("valid_to")) for one in facts_of(graph, "Service")]
    day = sorted(until for _, until in last if until)[len(last) // 2]

    found = [row["number"] for row in graph.read(RUN_OUT, today=day)]

    assert found == sorted(number for number, until in last if until and until < day)
    assert found


def test_of_the_real_register_eleven_of_23_have_run_out(graph: Graph) -> None:
    """As counted by hand in the file, on the day that the examples are about."""
    if not REAL.is_file():
        pytest.skip(f"the real file is not beside this checkout: {REAL.name}")
    load(lambda: graph, REAL)

    assert len(facts_of(graph, "Service")) == 23
    assert len(graph.read(RUN_OUT, today=TODAY)) == 11
