"""The bundled code table, read once."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.resources import files

from graph.areas.index import AreaIndex, CodedArea
from graph.areas.renamed import renamings
from graph.areas.spelling import spelling
from graph.identity import area_key, normalised
from graph.model.areas import Area


@cache
def area_index() -> AreaIndex:
    """The bundled code table (code4fukui/localgovjp, CC0)."""
    rows = list(csv.DictReader((files("graph.areas") / "codes.csv").read_text(encoding="utf-8").splitlines()))
    prefecture_codes = {row["prefecture"]: row["code"] for row in rows if row["level"] == "prefecture"}
    city_codes = {(row["prefecture"], row["municipality"]): row["code"] for row in rows if row["level"] == "municipality"}
    by_code: dict[str, CodedArea] = {}
    by_name: dict[str, list[CodedArea]] = defaultdict(list)
    for row in rows:
        parent = {
            "prefecture": None,
            "municipality": prefecture_codes[row["prefecture"]],
            "ward": city_codes.get((row["prefecture"], row["municipality"])),
        }[row["level"]]
        full_name = normalised(row["prefecture"] + row["municipality"] + row["ward"])
        coded = by_code[row["code"]] = CodedArea(area=_area(row), parent_code=parent, full_name=full_name)
        for name in sorted({full_name, normalised(coded.area.name), normalised(row["municipality"] + row["ward"])} - {""}):
            by_name[name].append(coded)
    return AreaIndex(
        by_code=by_code,
        by_name={name: tuple(found) for name, found in by_name.items()},
        by_spelling=_by_spelling(by_name),
        by_old_name=_by_old_name(by_code),
    )


def _area(row: Mapping[str, str]) -> Area:
    return Area(
        key=area_key(row["code"]),
        name=row["ward"] or row["municipality"] or row["prefecture"],
        level=row["level"],
        code=row["code"],
        kana=row["kana"] or None,
        latitude=float(row["lat"]) if row["lat"] else None,
        longitude=float(row["lon"]) if row["lon"] else None,
        until=date.fromisoformat(row["until"]) if row["until"] else None,
    )


def _by_spelling(by_name: Mapping[str, Iterable[CodedArea]]) -> dict[str, tuple[CodedArea, ...]]:
    alike: dict[str, dict[CodedArea, None]] = defaultdict(dict)
    for name, found in by_name.items():
        alike[spelling(name)].update(dict.fromkeys(found))
    return {name: tuple(found) for name, found in alike.items()}


def _by_old_name(by_code: Mapping[str, CodedArea]) -> dict[str, tuple[CodedArea, ...]]:
    found: dict[str, list[CodedArea]] = defaultdict(list)
    for one in renamings():
        area = replace(by_code[one.code], renamed_from=one)
        for name in (one.old_name, one.prefecture + one.old_name):
            found[spelling(normalised(name))].append(area)
    return {name: tuple(areas) for name, areas in found.items()}
