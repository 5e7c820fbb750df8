"""Regions: which prefecture and municipality a heading or the head of a table names."""

import re
from dataclasses import dataclass
from functools import cache

from graph.areas import CodedArea, Renaming, area_index
from graph.identity import area_key
from graph.model.areas import Area
from loaders.japanese.cleaning import Stretch


@dataclass(frozen=True)
class Region:
    """A municipality named with its prefecture, and where."""

    area: Area
    prefecture: Area
    where: Stretch
    city: Area | None = None
    """The city of a ward."""
    renamed_from: Renaming | None = None
    """The old name that stands there for the present municipality."""


@cache
def _pattern() -> re.Pattern[str]:
    prefectures = "|".join(one.area.name for one in area_index().prefectures())
    return re.compile(rf"({prefectures})([^、。,\s　()「」・/／|]{{1,8}}?[市区町村])")


@cache
def _turned() -> re.Pattern[str]:
    """A municipality with its prefecture in the bracket behind it: 樫尾町(宮崎県)."""
    prefectures = "|".join(one.area.name for one in area_index().prefectures())
    return re.compile(rf"(?<![一-龯ァ-ヺー])([一-龯々ぁ-んァ-ヶー]{{1,7}}[市区町村])\s?\(({prefectures})\)")


@cache
def _opening() -> re.Pattern[str]:
    """The first words of a paragraph that tells of one municipality: 京都府丹栄市の北端、…."""
    prefectures = "|".join(one.area.name for one in area_index().prefectures())
    county = r"(?:[一-龯ぁ-ん]{1,4}郡)?"
    return re.compile(rf"[\s　]*({prefectures}){county}([^、。,\s　()「」・/／|]{{1,7}}?[市区町村])(?=[のはにでが、(]|では)")


NAME_ALONE = re.compile(r"[#【\s　]*([一-龯々ぁ-んァ-ヶー]{1,7}[市区町村])[】\s　]*")


def candidates_for(stretch: Stretch) -> tuple[str, list[Region]]:
    """A head or heading that is nothing but a municipality's name, and every municipality that is called so."""
    match = NAME_ALONE.fullmatch(stretch.text)
    if not match:
        return "", []
    where = stretch.part(*match.span(1))
    return match[1], [_region(one, where) for one in area_index().candidates(match[1]) if one.parent_code]


def _region(found: CodedArea, where: Stretch) -> Region:
    prefecture = area_index().prefecture_of(found).area
    city = area_index().municipality_of(found).area
    of_ward = city if city.id != found.area.id else None
    return Region(area=found.area, prefecture=prefecture, where=where, city=of_ward, renamed_from=found.renamed_from)


def regions_in(stretch: Stretch) -> list[Region]:
    """Every municipality that is named with its prefecture, in the order of the text.

    A municipality that the code table does not know is kept under its prefecture; it is never replaced by a known one.
    """
    found = [_turned_region(stretch, match) for match in _turned().finditer(stretch.text)]
    for match in _pattern().finditer(stretch.text):
        known = area_index().beginning_of(stretch.text[match.start() :])
        if known:
            found.append(_region(known.area, stretch.part(match.start(), match.start() + known.length)))
            continue
        prefecture = next(one for one in area_index().prefectures() if one.area.name == match[1]).area
        area = Area(key=area_key(parent_id=prefecture.id, name=match[2]), name=match[2], level="municipality")
        found.append(Region(area=area, prefecture=prefecture, where=stretch.part(*match.span())))
    return found


def _turned_region(stretch: Stretch, match: re.Match[str]) -> Region:
    """The region of a name with its prefecture behind it."""
    prefecture = next(one for one in area_index().prefectures() if one.area.name == match[2])
    known = area_index().beginning_of(match[2] + match[1])
    where = stretch.part(*match.span())
    if known and known.length == len(match[2] + match[1]):
        return _region(known.area, where)
    area = Area(key=area_key(parent_id=prefecture.area.id, name=match[1]), name=match[1], level="municipality")
    return Region(area=area, prefecture=prefecture.area, where=where)


def opening_region(stretch: Stretch) -> Region | None:
    """The municipality with whose full name a paragraph opens."""
    match = _opening().match(stretch.text)
    return next(iter(regions_in(stretch.part(0, match.end()))), None) if match else None
