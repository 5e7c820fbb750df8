"""所轄庁: the prefecture or designated city that registers a body, and the municipalities for which its register is complete."""

from collections.abc import Iterable
from functools import cache

from graph.areas import CodedArea, area_index
from graph.errors import AreaNotResolved
from graph.facts import Scope

CATEGORY = "NPO"
BEFORE_2012 = "内閣府"
"""Registered bodies with offices in several prefectures until then: no area of its own."""


@cache
def authority_called(text: str) -> CodedArea | None:
    """The prefecture or city of an authority's name; None for one that has no area, or that there is not."""
    try:
        return area_index().resolve(text)
    except AreaNotResolved:
        return None


@cache
def designated_cities() -> frozenset[str]:
    """Ids of the cities with wards: authorities of their own for bodies that have offices in them alone."""
    areas = area_index().by_code
    return frozenset(areas[one.parent_code].area.id for one in areas.values() if one.area.level == "ward" and one.parent_code)


def scopes_of(authorities: Iterable[CodedArea]) -> tuple[Scope, ...]:
    """Every registered body of an authority's municipalities is in its register; of a designated city in another's only some are."""
    coverage: dict[str, str] = {}
    for authority in authorities:
        if authority.area.level != "prefecture":
            coverage[authority.area.id] = "exhaustive"
            continue
        for one in area_index().municipalities_of(authority):
            coverage.setdefault(one.area.id, "examples" if one.area.id in designated_cities() else "exhaustive")
    return tuple(Scope(area_id=id_, kind="bodies", coverage=found, categories=(CATEGORY,)) for id_, found in coverage.items())
