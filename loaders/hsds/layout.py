"""Which table holds which kind of thing of the model, and which column which property: what is written is read back by this.

What the standard has no column for stands in columns and tables that begin with `x_`.
"""

from collections.abc import Mapping
from functools import cache

from graph.model.areas import Area
from graph.model.catalogue import relationship_kinds
from graph.model.councils import Council
from graph.model.definitions import Node
from graph.model.needs import Need
from graph.model.observations import Observation
from graph.model.organizations import Organization, Post
from graph.model.programmes import Programme
from graph.model.services import Service
from loaders.hsds.cells import properties_of

RECORDS: Mapping[str, tuple[type[Node], ...]] = {
    "x_areas": (Area,),
    "organization": (Organization, Council),
    "x_programmes": (Programme,),
    "service": (Service,),
    "x_needs": (Need,),
    "x_posts": (Post,),
    "x_observations": (Observation,),
}
"""Table → the kinds of thing in it. A body that is a council too is one row."""
RELATIONSHIPS = "x_relationships"
LINK = {"id": "string", "type": "string", "start_id": "string", "end_id": "string"}
LINK_WORDS = ("statement",)
"""Beside them in x_relationships: the relationship in words, for people."""
ASSURED = "assured_date"
STATED = "stated"
"""In x_areas: whether a source speaks of the area itself; the others are there because something names them."""
PLACEHOLDER = "x_placeholder"
"""In organization: a row that only stands where the standard wants one."""

NATIVE = {
    "organization": {"name": "name"},
    "service": {"name": "name", "fees_description": "fee", "eligibility_description": "target"},
}
"""Columns of the standard that hold a property as it is."""
KIND_OF_RECORD = "KindOfRecord"
"""Our list of kinds of record: an organisation that is a council has an attribute of it."""


@cache
def columns(table: str) -> Mapping[str, tuple[str, str]]:
    """Column → the property in it and its type."""
    native = NATIVE.get(table, {})
    types = {name: type_ for kind in RECORDS[table] for name, type_ in properties_of(kind).items()}
    found = {column: (name, types[name]) for column, name in native.items()}
    prefix = "" if table.startswith("x_") else "x_"
    return found | {prefix + name: (name, type_) for name, type_ in types.items() if name not in native.values()}


@cache
def own_columns(table: str) -> Mapping[str, str]:
    """Columns that are ours → their type."""
    found = {column: type_ for column, (_, type_) in columns(table).items() if column not in NATIVE.get(table, {})}
    if table == "organization":
        return found | {f"x_{ASSURED}": "date", PLACEHOLDER: "boolean"}
    if table == "service":
        return found
    more = {STATED: "boolean", "parent_id": "string"} if table == "x_areas" else {"area": "string"}
    return {"id": "string"} | found | {ASSURED: "date"} | more


@cache
def relationship_columns() -> Mapping[str, str]:
    """The columns of x_relationships → their type."""
    own = {name: type_ for kind in relationship_kinds().values() if kind.is_fact for name, type_ in properties_of(kind).items()}
    return LINK | dict.fromkeys(LINK_WORDS, "string") | dict(sorted(own.items())) | {ASSURED: "date"}
