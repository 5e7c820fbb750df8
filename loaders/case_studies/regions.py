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
