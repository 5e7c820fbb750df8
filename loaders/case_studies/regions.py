"""Regions: which prefecture and municipality a heading or the head of a table names."""

import re
from dataclasses import dataclass
from functools import cache

from graph.areas import CodedArea, Renaming, area_index
from graph.identity import area_key
from graph.model.areas import Area
from loaders.case_studies.cleaning import Stretch


@dataclass(frozen=True)
class Region:
    """A municipality named with its prefecture, and where."""

    area: Area
    prefecture: Area
    where: Stretch
    renamed_from: Renaming | None = None
    """The old name that stands there for the present municipality."""


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
    where = stretch.part(*match.span(1))
    return match[1], [_region(one, where) for one in area_index().candidates(match[1]) if one.parent_code]


def _region(found: CodedArea, where: Stretch) -> Region:
    prefecture = area_index().prefecture_of(found).area
    return Region(area=found.area, prefecture=prefecture, where=where, renamed_from=found.renamed_from)


def regions_in(stretch: Stretch) -> list[Region]:
    """Every municipality that is named with its prefecture, in the order of the text.

    A municipality that the code table does not know is kept under its prefecture; it is never replaced by a known one.
    """
    found = []
    for match in _pattern().finditer(stretch.text):
        known = area_index().beginning_of(stretch.text[match.start() :])
        if known:
            found.append(_region(known.area, stretch.part(match.start(), match.start() + known.length)))
            continue
        prefecture = next(one for one in area_index().prefectures() if one.area.name == match[1]).area
        area = Area(key=area_key(parent_id=prefecture.id, name=match[2]), name=match[2], level="municipality")
        found.append(Region(area=area, prefecture=prefecture, where=stretch.part(*match.span())))
    return found
