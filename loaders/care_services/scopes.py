"""Of which places and kinds of service a register of care offices speaks in full.

A file does not say whether it was cut. So it is taken to speak of the municipalities that occur in it; of all of a
prefecture where at least half of its municipalities occur (who cuts out a few takes no half); of the whole country where 40
prefectures occur. It speaks of the kinds that occur, by their names: no category of the taxonomy is covered in full by
insured services.
"""

from collections.abc import Iterable

from graph.areas import CodedArea, area_index
from graph.facts import Scope
from loaders.care_services.kinds import CareKind

NATIONAL = 40
"""Prefectures from which on a file is one of the whole country: a kind that is rare lacks some."""


def places_spoken_of(areas: Iterable[CodedArea]) -> tuple[CodedArea, ...]:
    """The municipalities and wards that a file with offices in these areas speaks of in full, by code."""
    index = area_index()
    occurring = set(areas)
    municipalities = {index.municipality_of(one) for one in occurring}
    by_prefecture: dict[CodedArea, set[CodedArea]] = {}
    for one in municipalities:
        by_prefecture.setdefault(index.prefecture_of(one), set()).add(one)
    whole = index.prefectures() if is_national(by_prefecture) else [one for one in by_prefecture if _is_whole(one, by_prefecture[one])]
    spoken_of = {one for prefecture in whole for one in index.municipalities_of(prefecture)} | occurring
    for city in municipalities - spoken_of:
        wards = [one for one in index.by_code.values() if one.parent_code == city.area.code and one.area.until is None]
        if wards and occurring.issuperset(wards):
            spoken_of.add(city)
    return tuple(sorted(spoken_of, key=lambda one: one.area.code or ""))


def is_national(prefectures: Iterable[CodedArea]) -> bool:
    """Whether so many prefectures occur that a file is one of the whole country."""
    return len(set(prefectures)) >= NATIONAL


def scopes_of(areas: Iterable[CodedArea], kinds: Iterable[CareKind]) -> tuple[Scope, ...]:
    """What a file of these places and kinds could have shown."""
    names = tuple(sorted({kind.name for kind in kinds}))
    return tuple(
        scope
        for one in areas
        for scope in (
            Scope(area_id=one.area.id, kind="services", coverage="exhaustive", categories=names),
            Scope(area_id=one.area.id, kind="bodies", coverage="examples"),
        )
    )


def _is_whole(prefecture: CodedArea, occurring: set[CodedArea]) -> bool:
    return 2 * len(occurring) >= len(area_index().municipalities_of(prefecture))
