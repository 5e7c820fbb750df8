"""How much is recorded for each area and what lies in it: read by the API and by the pages alike."""

from collections.abc import Mapping
from typing import Any

from api.responses.areas import AreaOut
from graph.area_directory import KnownArea
from graph.reading import Reader

COUNTED = ("bodies", "generic_bodies", "councils", "services", "needs")
WHOLE = ("prefecture", "municipality", "ward")

Recorded = Mapping[str, Mapping[str, Any]]
"""Area id → ids of what is recorded for it itself."""


def areas_with_data(reader: Reader) -> list[AreaOut]:
    """Every area with a record of its own or below it, sorted by code; those without a code follow what they lie in.

    One that lies in nothing and has no code comes first: it is nobody's but whoever loaded it.
    A prefecture is listed only where something is recorded for it itself: it would repeat its municipalities.
    """
    recorded = recorded_by_area(reader)
    listed = {id_ for id_ in recorded if id_ in reader.areas.by_id}
    listed |= {parent for id_ in listed for parent in reader.areas.above(id_) if reader.areas.by_id[parent].level != "prefecture"}
    found = [area_out(reader, reader.areas.by_id[id_], recorded) for id_ in listed]
    return sorted(found, key=lambda area: (_codes(reader, area.id), area.full_name))


def _codes(reader: Reader, area: str) -> list[str]:
    first, *others = (reader.areas.by_id[id_].code for id_ in reader.areas.path(area))
    return [first or "", *(code or "~" for code in others)]


def recorded_by_area(reader: Reader, area: str | None = None) -> Recorded:
    """What is recorded for each area itself."""
    return {row["area_id"]: row for row in reader.rows("lookups", "area_counts", area=area)}


def area_out(reader: Reader, area: KnownArea, recorded: Recorded) -> AreaOut:
    """One area with how much is recorded for it and what lies in it; nothing is counted twice."""
    rows = [recorded[id_] for id_ in reader.areas.below(area.id) if id_ in recorded]
    counts = {name: len({id_ for row in rows for id_ in row[name]}) for name in COUNTED}
    return AreaOut(
        id=area.id,
        name=area.name,
        full_name=reader.areas.full_name(area.id),
        level=area.level,
        code=area.code,
        parent_id=area.parent_id,
        sources=sorted({dataset for row in rows for dataset in row["sources"]}),
        **counts,
    )
