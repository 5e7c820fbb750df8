"""What a column may say of persons, told by its head alone: once for each table, however many rows it has."""

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from enum import Enum, auto
from functools import cache

from loaders.people.rule_data import rule_data

JOINING = re.compile(r"[\s_・()\[\]【】〔〕<>:*※/／-]")


class Column(Enum):
    """How the cells of a column are treated."""

    PERSONS = auto()
    """Nothing but persons' names: never read."""
    OPEN = auto()
    """A person or a body: the cell decides."""
    NAMES = auto()
    """The name of what the row is about."""
    BODIES = auto()
    """Names of bodies, kinds and places: public."""
    ADDRESSES = auto()
    """Places, as addresses and in words: a person is named there as a host only."""
    TEXT = auto()
    """Whatever people write."""
    PLAIN = auto()
    """Numbers, codes, dates, readings."""


def plain_head(head: str) -> str:
    """The head as it is compared: usual width, small letters, nothing between its words."""
    return JOINING.sub("", unicodedata.normalize("NFKC", head)).lower()


def columns_of(heads: Sequence[str], name_heads: Collection[str], free_text_heads: Collection[str] | None) -> dict[str, Column]:
    """Head → what its cells are.

    Args:
        heads: all heads of the table, in their order.
        name_heads: those that name what a row is about, whatever else the head would say.
        free_text_heads: those that hold free text; None: every column that is not known to hold something else.
    """
    found: dict[str, Column] = {}
    before = Column.PLAIN
    for head in heads:
        before = found[head] = Column.NAMES if head in name_heads else _column(head, before, free_text_heads)
    return found


def _column(head: str, before: Column, free_text_heads: Collection[str] | None) -> Column:
    plain = plain_head(head)
    bare = _without_reading(plain)
    if not bare:
        return Column.PERSONS if before is Column.PERSONS else Column.PLAIN
    if _names_persons(bare):
        return Column.PERSONS
    if bare in _listed("open") or any(part in bare for part in _listed("person_parts")):
        return Column.OPEN
    if holds(head, "addresses") or holds(head, "places"):
        return Column.ADDRESSES
    if free_text_heads is not None:
        return Column.TEXT if head in free_text_heads else Column.BODIES
    return Column.PLAIN if bare != plain else _by_ending(plain)


def _by_ending(plain: str) -> Column:
    if plain.endswith(_endings("plain")):
        return Column.PLAIN
    return Column.BODIES if plain.endswith(_endings("names_of_bodies")) and not plain.endswith(_endings("told")) else Column.TEXT


def holds(head: str, key: str) -> bool:
    """Whether a head holds a word of a list of `rules/tables.yaml`."""
    plain = plain_head(head)
    return any(word in plain for word in _listed(key))


def _names_persons(bare: str) -> bool:
    if bare.endswith(_endings("posts")):
        return False
    if bare in _listed("alone"):
        return True
    if any(part in bare for part in _listed("person_parts")):
        return "名称" not in bare
    if bare.endswith("名前"):
        return not any(word in bare for word in _listed("named_bodies"))
    return bare.endswith("名") and bare not in _listed("open") and bare.removesuffix("名").endswith(_endings("person_kinds"))


def _without_reading(plain: str) -> str:
    reading = next((one for one in sorted(_listed("readings"), key=len, reverse=True) if plain.endswith(one)), "")
    return plain.removesuffix(reading)


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(rule_data("tables")[key])


@cache
def _endings(key: str) -> tuple[str, ...]:
    return tuple(rule_data("tables")[key])


def heads_that_hold(columns: Mapping[str, Column], key: str) -> tuple[str, ...]:
    """The heads of a table that hold a word of a list, without those that name persons."""
    return tuple(head for head, column in columns.items() if column is not Column.PERSONS and holds(head, key))
