"""What stands between a table and the rules of a source: persons. All columns are looked at, those that nobody reads too."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from graph.places import Place
from loaders.contract import Problem
from loaders.people.in_tables import PersonRules
from loaders.tables.book import Cells
from loaders.tables.heads import LONGEST_HEAD, Column, Heading
from loaders.tables.row import Row

SPACES = str.maketrans("01", " \u3000")
"""A number as spaces: thousands of columns without a head are told apart by a few characters."""


@dataclass(frozen=True, kw_only=True)
class Screened:
    """A row as it may be read."""

    cells: Cells
    """By position; the very cells that were given where nothing had to be hidden."""
    problem: Problem | None = None
    """Why the row is set aside: place and reason, nothing of its content."""
    notices: tuple[Problem, ...] = ()


class Screen:
    """The rules about persons for one table.

    Args:
        heading: the heads of the table.
        columns: the columns that the source knows.
    """

    def __init__(self, heading: Heading, columns: Sequence[Column]) -> None:
        self._heads = _each_once(heading.heads)
        names = [self._heads[heading.where[one.key]] for one in columns if one.names_a_body and one.key in heading.where]
        self._rules = PersonRules(self._heads, name_heads=names)

    def of(self, row: Row, cells: Cells) -> Screened:
        """What may be read of a row."""
        given = dict(zip(self._heads, cells, strict=False))
        reading = self._rules.of(given)
        if reading.set_aside:
            units: dict[str, int | str] = {"sheet": row.sheet} if row.sheet else {}
            place = Place.of(**units, row=row.number, column=reading.set_aside.head.strip())
            values = {name: str(value).strip() for name, value in reading.set_aside.values.items()}
            return Screened(cells=(), problem=Problem(code=reading.set_aside.code, place=place, kind="set_aside", values=dict(values)))
        if reading.cells is given:
            return Screened(cells=cells)
        masked = tuple(reading.cells.get(head, "") for head in self._heads)
        if not reading.masked:
            return Screened(cells=masked)
        notice = Problem(code="people.masked", place=row.place, kind="warning", values={"characters": reading.masked})
        return Screened(cells=masked, notices=(notice,))

    @property
    def left_out(self) -> frozenset[int]:
        """Positions of the columns that are never read."""
        return frozenset(position for position, head in enumerate(self._heads) if head in self._rules.left_out)

    def notices(self, place: str) -> tuple[Problem, ...]:
        """Which columns are never read, once for the table."""
        if not self._rules.left_out:
            return ()
        columns = "、".join(head.strip() for head in self._rules.left_out)
        return (Problem(code="people.left_out", place=place, kind="warning", values={"columns": columns}),)


class Unscreened:
    """For a source that looks for persons itself: every row as it stands."""

    left_out: frozenset[int] = frozenset()

    def of(self, row: Row, cells: Cells) -> Screened:  # noqa: ARG002 - as a screen is asked
        """What may be read of a row: all of it."""
        return Screened(cells=cells)

    def notices(self, place: str) -> tuple[Problem, ...]:  # noqa: ARG002 - as a screen is asked
        """Nothing is left out."""
        return ()


def _each_once(heads: Sequence[str]) -> tuple[str, ...]:
    """Heads under which columns are known, none of them a text of its own; to a double one spaces are added, which no rule sees."""
    seen: Counter[str] = Counter()
    found: dict[str, None] = {}
    for one in heads:
        head = known = one[:LONGEST_HEAD]
        while known in found:
            seen[head] += 1
            known = head + f"{seen[head]:b}".translate(SPACES)
        found[known] = None
    return tuple(found)
