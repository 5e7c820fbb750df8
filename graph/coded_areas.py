"""The code table as nodes and relationships: every coded area, and what it is part of."""

from collections.abc import Iterator, Mapping
from functools import cache

from graph.areas import area_index
from graph.model.definitions import Node, Relationship
from graph.model.places import PartOf

AREA_CODES_DATASET = "area_codes"


def area_things() -> Iterator[Node | Relationship]:
    """Every coded area, and what it is part of."""
    index = area_index()
    for coded in index.by_code.values():
        yield coded.area
    for coded in index.by_code.values():
        if coded.parent_code:
            yield PartOf(start=coded.area.reference, end=index.by_code[coded.parent_code].area.reference)


@cache
def coded_things() -> Mapping[str, Node | Relationship]:
    """Id → what the code table says."""
    return {thing.id: thing for thing in area_things()}
