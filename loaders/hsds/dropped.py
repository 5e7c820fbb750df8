"""What a directory says that the graph has no place for: counted and told, a line for each column or table."""

from collections import Counter
from collections.abc import Iterator

from loaders.contract import Problem
from loaders.hsds.package import NAMING_PERSONS, Package

LINKS = frozenset({"id", "organization_id", "service_id", "location_id", "program_id", "service_at_location_id", "taxonomy_term_id"})
DAYS = frozenset({"last_modified"})
TAKEN = {
    "organization": {"name", "alternate_name", "parent_organization_id"},
    "service": {"name", "status", "fees_description", "eligibility_description", "assured_date"},
    "program": {"name"},
    "service_at_location": set[str](),
    "location": {"location_type"},
    "address": {"address_1", "address_2", "city", "region", "state_province", "country", "address_type"},
    "schedule": {"description", "freq", "interval", "byday", "bymonthday", "opens_at", "closes_at"},
    "service_area": {"name", "description"},
    "service_capacity": {"maximum"},
    "funding": {"source"},
    "organization_identifier": {"identifier_scheme", "identifier_type", "identifier"},
    "attribute": {"link_id", "link_entity", "link_type"},
    "taxonomy_term": {"code", "name", "description", "taxonomy_id"},
    "taxonomy": {"name", "description", "uri"},
    "metadata": {"resource_id", "resource_type", "last_action_date", "last_action_type"},
    "x_relationships": set[str](),
}
"""Table → columns that are read; the tables' links are read too."""
EXTENSION = "x_"


def dropped(package: Package) -> Iterator[Problem]:
    """One warning for each column and table that was not taken, with how many rows fill it."""
    for table in package.unread:
        yield Problem(code="persons_not_read", place=table, kind="warning")
    for table, rows in sorted(package.tables.items()):
        if table not in TAKEN:
            if rows:
                yield Problem(code="table_not_taken", place=table, kind="warning", values={"table": table, "count": len(rows)})
            continue
        known = TAKEN[table] | LINKS | NAMING_PERSONS | DAYS
        filled = Counter(name for row in rows for name, text in row.cells.items() if text.strip() and name not in known)
        for name, count in sorted(filled.items()) if not table.startswith(EXTENSION) else ():
            yield Problem(
                code="column_not_taken", place=f"{table}.{name}", kind="warning", values={"table": table, "column": name, "count": count}
            )
