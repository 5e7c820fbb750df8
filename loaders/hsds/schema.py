"""The tables and fields of HSDS 3, as the standard describes them (`schema.csv`).

`schema.csv` is the schema of the Human Services Data Specification 3 by Open Referral (openreferral.org), CC BY-SA 4.0.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

YES = "true"


@dataclass(frozen=True, kw_only=True)
class Field:
    """One field of a table, or what a JSON document nests in its place."""

    table: str
    name: str
    type: str
    description: str
    required: bool
    """Whether a row of a table has to fill it."""
    unique: bool
    format: str
    enum: tuple[str, ...]
    many: str
    """The table whose rows a JSON document lists here; empty for a field of the table."""
    one: str
    """The table of which a JSON document nests one row here; empty for a field of the table."""

    @property
    def is_column(self) -> bool:
        """Whether a table has it as a column."""
        return not self.many and not self.one


@cache
def schema() -> Mapping[str, tuple[Field, ...]]:
    """Table → its fields, in the order of the standard."""
    text = (files("loaders.hsds") / "schema.csv").read_text(encoding="utf-8")
    found: dict[str, list[Field]] = {}
    for row in csv.DictReader(text.splitlines(keepends=True)):
        found.setdefault(row["table_name"], []).append(
            Field(
                table=row["table_name"],
                name=row["name"],
                type=row["type"] or "string",
                description=row["description"],
                required=YES in {row["constraints_required"], row["constraints_tablular_required"]},
                unique=row["constraints_unique"] == YES,
                format=row["format"],
                enum=tuple(row["enum"].split(",")) if row["enum"] else (),
                many=row["one_to_many"].removesuffix(".json"),
                one=row["one_to_one"].removesuffix(".json"),
            )
        )
    return {table: tuple(fields) for table, fields in found.items()}


@cache
def columns_of(table: str) -> tuple[Field, ...]:
    """The columns of a table; none where the standard has no such table."""
    return tuple(field for field in schema().get(table, ()) if field.is_column)


def referred_to(field: Field) -> str | None:
    """The table whose id a column holds; None where it holds none, or those of several tables (link_id, resource_id)."""
    if not field.name.endswith("_id"):
        return None
    named = {"parent_organization_id": "organization", "parent_id": "taxonomy_term"}.get(field.name, field.name.removesuffix("_id"))
    return named if named in schema() else None
