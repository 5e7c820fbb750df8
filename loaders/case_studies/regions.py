"""Regions: which prefecture and municipality a heading or the head of a table names."""

import re
from dataclasses import dataclass
from functools import cache

from graph.areas import area_index
from graph.identity import area_key
from graph.model.areas import Area
from loaders.case_studies.cleaning import Stretch

LONGEST_NAME = 12


@dataclass(frozen=True)
class Region:
    """A municipality named with its prefecture, and where."""

    area: Area
    prefecture: Area
    where: Stretch


@cache
def _pattern() -> re.Pattern[str]:
    prefectures = "|".join(one.area.name for one in area_index().prefectures())
    return re.compile(rf"({prefectures})([^、。,\s　()「」・/／|]{{1,8}}?[市区町村])")


NAME_ALONE = re.compile(r"[#【\s　]*([一-龯々ぁ-んァ-ヶー]{1,7}[市区町村])[】\s　]*")


def candidates_for(stretch: Stretch) -> tuple[str, list[Region]]:
    """A head or heading that is nothing but a municipality's name, and every municipality that is called so."""
    match = NAME_ALONE.fullmatch(stretch.text)
    if not match:
        return "", []
    index, where = area_index(), stretch.part(*match.span(1))
    found = [one for one in index.find(match[1]) if one.parent_code]
    return match[1], [Region(area=one.area, prefecture=index.prefecture_of(one).area, where=where) for one in found]


def regions_in(stretch: Stretch) -> list[Region]:
    """Every municipality that is named with its prefecture, in the order of the text.

    A municipality that the code table does not know is kept under its prefecture; it is never replaced by a known one.
    """
    found = []
    for match in _pattern().finditer(stretch.text):
        prefecture = next(one for one in area_index().prefectures() if one.area.name == match[1])
        known = area_index().municipality_in_text(stretch.text[match.start() : match.start() + LONGEST_NAME])
        if known and known.parent_code:
            name, area = known.full_name[len(match[1]) :], known.area
        else:
            name = match[2]
            area = Area(key=area_key(parent_id=prefecture.area.id, name=name), name=name, level="municipality")
        where = stretch.part(match.start(), match.start(2) + len(name))
        found.append(Region(area=area, prefecture=prefecture.area, where=where))
    return found
