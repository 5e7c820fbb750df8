"""Which cell of a tie says of what kind it is, and in which direction it goes."""

from loaders.networks.words import kind_of_tie
from loaders.tables.heads import plain_head
from loaders.tables.row import Row

DIRECTED = frozenset({"directed", "有向", "一方向"})
UNDIRECTED = frozenset({"undirected", "無向", "none"})
MUTUAL = frozenset({"mutual", "双方向", "相互"})
DIRECTIONS = DIRECTED | UNDIRECTED | MUTUAL
FIELDS = ("relationship", "kind_of_edge", "label")
"""From the most particular on."""


def word_field(row: Row) -> str | None:
    """The field whose cell says of what kind a tie is; None where none is filled.

    A field of the file's own for it stands before the label that is shown beside the line, unless nobody knows its word.
    """
    filled = [key for key in FIELDS if row.cell(key).strip() and row.cell(key).strip() not in {"-", "—"}]
    known = [key for key in filled if kind_of_tie(row.cell(key).strip())]
    return next(iter(known or filled), None)


def direction_of(row: Row) -> str:
    """directed, undirected or mutual; directed where the file does not say."""
    word = plain_head(row.cell("direction"))
    if word in UNDIRECTED:
        return "undirected"
    return "mutual" if word in MUTUAL else "directed"
