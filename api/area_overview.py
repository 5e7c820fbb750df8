"""How much is recorded for each area: read by the API and by the pages alike."""

from collections.abc import Mapping
from typing import Any

from api.responses.areas import AreaOut
from graph.area_directory import KnownArea
from graph.reading import Reader


def areas_with_data(reader: Reader) -> list[AreaOut]:
    """Every area with a body, council, service or need, sorted by code; those without a code last."""
    counts = {row["area_id"]: row for row in reader.rows("lookups", "area_counts")}
    found = [area_out(reader, reader.areas.by_id[id_], counts) for id_ in counts if id_ in reader.areas.by_id]
    return sorted(found, key=lambda area: (area.code is None, area.code or "", area.full_name))


def area_out(reader: Reader, area: KnownArea, counts: Mapping[str, Mapping[str, Any]]) -> AreaOut:
    """One area with its counts."""
    numbers = {name: value for name, value in counts.get(area.id, {}).items() if name != "area_id"}
    return AreaOut(
        id=area.id,
        name=area.name,
        full_name=reader.areas.full_name(area.id),
        level=area.level,
        code=area.code,
        parent_id=area.parent_id,
        **numbers,
    )
