"""Persons' names in what a directory says in free words: masked, one ＊ each; a body whose name is a person's is set aside."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from loaders.contract import Problem
from loaders.people.masking import hidden
from loaders.people.persons import persons_in
from loaders.tables.row import Row


def masked(row: Row, columns: Iterable[str]) -> tuple[Row, tuple[Problem, ...]]:
    """The row with the names in some columns masked, and a warning for each of these cells."""
    cells, problems = dict(row.cells), []
    for name in columns:
        text = row.cell(name)
        if text and (spans := persons_in(text)):
            cells[name] = hidden(text, {place for start, end in spans for place in range(start, end)})
            problems.append(Problem(code="name_masked", place=row.place_of(name), kind="warning"))
    return (replace(row, cells=cells) if problems else row), tuple(problems)


@lru_cache(maxsize=1 << 16)
def is_a_person(name: str) -> bool:
    """Whether a name is a person's and nothing else."""
    return persons_in(name) == [(0, len(name))]
