"""What was read of a file, whatever its form: the rows of each table of HSDS, each cell as it stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from loaders.tables.heads import Heading
from loaders.tables.row import Row

SOURCE = "hsds"
PERSONS = frozenset({"contact"})
"""Tables of persons: never opened."""
NAMING_PERSONS = frozenset({"attention", "updated_by", "assurer_email"})
"""Fields that name a person: never read."""


@dataclass(frozen=True, kw_only=True)
class Package:
    """The tables of a file."""

    tables: Mapping[str, tuple[Row, ...]]
    name: str | None = None
    """As its description names it; the same from version to version."""
    title: str | None = None
    licence: str | None = None
    page: int | None = None
    """The number of the page, where the file is one of several of an answer."""
    has_all_ties: bool = False
    """Whether x_relationships has every relationship, as in what we write: the standard's own links only repeat them."""
    unread: tuple[str, ...] = ()
    """Tables that are there and were not opened."""
    surplus: Mapping[tuple[str, int], int] = field(default_factory=dict)
    """Table and row → filled cells to the right of the last head."""

    def rows(self, table: str) -> tuple[Row, ...]:
        """The rows of a table; none where the file does not have it."""
        return self.tables.get(table, ())

    def rows_by(self, table: str, column: str) -> dict[str, list[Row]]:
        """The rows of a table by what a column holds; those where it is empty are left out."""
        found: dict[str, list[Row]] = {}
        for row in self.rows(table):
            if key := row.cell(column).strip():
                found.setdefault(key, []).append(row)
        return found


def row_of(sheet: str, number: int, heads: Iterable[str], cells: Mapping[str, str]) -> Row:
    """A row whose columns are called as the standard calls them."""
    names = tuple(heads)
    heading = Heading(row=0, heads=names, where={name: position for position, name in enumerate(names)})
    return Row(source=SOURCE, sheet=sheet, number=number, cells=cells, heading=heading)
