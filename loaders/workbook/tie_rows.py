"""What the columns that name other things, and the rows of つながり, state: relationships between what the workbook names."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graph.identity import identifier
from graph.model.catalogue import relationship_kinds
from graph.model.definitions import Reference, Relationship
from graph.model.places import PartOf
from loaders.contract import Problem
from loaders.workbook.cells import parts
from loaders.workbook.names import Names
from loaders.workbook.read import Entry, rejected
from loaders.workbook.sheet_kinds import END_KEY, KEY, START_KEY, Field
from loaders.workbook.things import BODY_AND_COUNCIL, value
from loaders.workbook.tie_kinds import TIE_KINDS

AND_OTHERS = ("等", "など", "ほか", "他")
"""How a list ends that does not name everybody."""
AT_THE_END = ("等", "など", " ほか", "　ほか", " 他", "　他")
"""The same behind the last name."""
BESIDE = ("role", "detail", "amount_yen", "begins", "ends_on")
"""Columns of つながり that only some kinds of tie take."""
INFERRED = {"Need": "HAS_NEED", "Observation": "OBSERVED_IN"}
"""What the area of a row says of it, where nobody says otherwise."""


@dataclass(frozen=True, kw_only=True)
class Stated:
    """A relationship and the column that says it."""

    relationship: Relationship
    column: str
    certainty: str = "explicit"


def names_in(entry: Entry, field: Field, names: Names) -> tuple[list[str], bool]:
    """The names in a cell, and whether the list says that there are others (等)."""
    listed = parts(entry.text(field.key) or "")
    if field.key != "members" or not listed or entry.is_copy or names.knows(listed[-1]):
        return listed, False
    if listed[-1] in AND_OTHERS:
        return listed[:-1], True
    ending = next((one for one in AT_THE_END if listed[-1].endswith(one)), None)
    return ([*listed[:-1], listed[-1].removesuffix(ending).strip()], True) if ending else (listed, False)


def of_columns(entry: Entry, node: Reference, names: Names, *, visibility: str) -> Iterator[Stated]:
    """The relationships that a row's own columns name.

    Raises:
        RecordRejected: a name means nothing in the workbook, or several things.
    """
    for field in entry.sheet.ties:
        tie = field.tie
        if tie is None:
            continue
        for name in names_in(entry, field, names)[0]:
            other = names.find(entry, field.key, name, tie.labels)
            start, end = directed(tie.type, node, other, inward=tie.inward)
            if start.id == end.id:
                raise rejected(entry, field.key, "tie_to_itself", name=name)
            yield Stated(relationship=relationship_kinds()[tie.type](start=start, end=end, visibility=visibility), column=field.key)


def of_the_area(entry: Entry, node: Reference, area: Reference | None, *, visibility: str) -> Iterator[Stated]:
    """What the area of a need or figure says: whose it is. Only of rows that are filled in by hand."""
    type_ = INFERRED.get(str(entry.sheet.label))
    if type_ is None or area is None or entry.text(KEY) or entry.text("of_areas"):
        return
    start, end = directed(type_, node, area, inward=False)
    column = "area" if entry.texts.get("area", "").strip() else next(key for key in ("categories", "indicator") if key in entry.texts)
    relationship = relationship_kinds()[type_](start=start, end=end, visibility=visibility)
    yield Stated(relationship=relationship, column=column, certainty="structural")


def of_the_default(node: Reference, area: Reference, *, visibility: str) -> Stated:
    """An area whose row names none above it lies in the area of the whole workbook."""
    return Stated(relationship=PartOf(start=node, end=area, visibility=visibility), column="name", certainty="structural")


def of_row(entry: Entry, names: Names) -> tuple[Relationship, list[Problem]]:
    """The relationship of a row of つながり, and warnings about cells that its kind does not take.

    Raises:
        RecordRejected: a name means nothing or several things, the kind is unknown, or does not join such things.
    """
    fields = entry.sheet.by_key
    code = value(entry, fields["tie"])
    kind = TIE_KINDS[code]
    start = _end(entry, names, "start", START_KEY, {one.label for one in kind.kind.starts})
    end = _end(entry, names, "end", END_KEY, {one.label for one in kind.kind.ends})
    if start.id == end.id:
        raise rejected(entry, "end", "tie_to_itself", name=entry.text("end"))
    said: dict[str, Any] = {column: found for column in BESIDE if (found := value(entry, fields[column])) is not None}
    properties: dict[str, Any] = {kind.columns[column]: found for column, found in said.items() if column in kind.columns}
    properties |= kind.says
    visibility = value(entry, fields["visibility"]) or "public"
    warnings = [
        Problem(
            code="column_not_of_tie",
            place=entry.place_of(column),
            kind="warning",
            values={"column": entry.row.heading.head(column), "tie": str(entry.text("tie"))},
        )
        for column in said
        if column not in kind.columns
    ]
    return kind.kind(start=start, end=end, visibility=visibility, **properties), warnings


def _end(entry: Entry, names: Names, column: str, key: str, labels: set[str]) -> Reference:
    text = entry.text(column)
    if text is None:
        raise rejected(entry, column, "missing_value", column=entry.row.heading.head(column))
    if entry.is_copy and labels & BODY_AND_COUNCIL:
        # That a body is a council too, or the other way round, may be told to fewer people than its own row.
        thing = names.by_id.get(identifier(entry.text(key) or ""))
        if thing and thing.labels & BODY_AND_COUNCIL:
            return thing.reference
    return names.find(entry, column, text, labels, key=entry.text(key))


def directed(type_: str, node: Reference, other: Reference, *, inward: bool) -> tuple[Reference, Reference]:
    """Start and end: HAS_NEED goes from the area to the need, the others from the row's thing unless the column says otherwise."""
    return (other, node) if inward or type_ == "HAS_NEED" else (node, other)
