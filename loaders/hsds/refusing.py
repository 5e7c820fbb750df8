"""A row as its facts or as the one problem for which it has none."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from graph.errors import RecordRejected
from graph.facts import Fact
from loaders.contract import Outcome, Problem
from loaders.hsds.package import Package
from loaders.tables.row import Row
from loaders.tables.table import LONGEST_CELL, problem_of

OF_PERSONS = frozenset({"body_is_a_person"})
"""Refusals of what is about a person: set aside, never written."""

Take = Callable[[], tuple[Iterable[Fact], Iterable[Problem]]]


class Seen:
    """Which things rows have stated already."""

    def __init__(self) -> None:
        self._first: dict[str, str] = {}

    def refuse_twice(self, id_: str, row: Row) -> None:
        """Remember what a row states.

        Raises:
            RecordRejected: an earlier row states it (duplicate_row).
        """
        if first := self._first.get(id_):
            raise RecordRejected("duplicate_row", row.place, first=first)
        self._first[id_] = row.place


def outcome_of(package: Package, table: str, row: Row, take: Take) -> Outcome:
    """What became of a row."""
    try:
        see_cells(package, table, row)
        facts, problems = take()
        return Outcome(place=row.place, facts=tuple(facts), problems=tuple(problems))
    except RecordRejected as refused:
        problem = problem_of(refused)
        return Outcome(place=row.place, problems=(replace(problem, kind="set_aside") if refused.key in OF_PERSONS else problem,))


def see_cells(package: Package, table: str, row: Row) -> None:
    """See that the cells of a row have not slipped, and that none holds what no cell of a table holds.

    Raises:
        RecordRejected: surplus_cells or cell_too_long.
    """
    if count := package.surplus.get((table, row.number)):
        raise RecordRejected("surplus_cells", row.place, count=count)
    if long := next((key for key, text in row.cells.items() if len(text) > LONGEST_CELL), None):
        raise RecordRejected("cell_too_long", row.place_of(long), limit=LONGEST_CELL, length=len(row.cell(long)))
