"""The map of an area: it, those next door, and every municipality of which something is recorded, where their offices are known."""

from api.area_overview import WHOLE, areas_with_data
from api.responses.areas import AreaOut
from graph.area_directory import KnownArea
from graph.messages import Messages
from graph.reading import Reader
from visualizations.chart.map import Place

NEAR_KM = 60.0
"""Others of which something is recorded are on the map of an area when their offices are so near; all are in its table."""
KM_OF_DEGREE = 111.2


def places_of(reader: Reader, area: KnownArea, texts: Messages) -> list[Place]:
    """What is on the map, the area itself first; empty where its own office is not known.

    A district has no office of its own: it is shown where its municipality's is.
    """
    recorded = {one.id: one for one in areas_with_data(reader) if one.level in WHOLE}
    next_door = [row["area_id"] for row in reader.rows("lookups", "areas_next_door", area=area.id)]
    at = {row["area_id"]: (row["latitude"], row["longitude"]) for row in reader.rows("lookups", "area_offices")}
    own = next((one for one in reversed(reader.areas.path(area.id)) if one in at), None)
    if own is None:
        return []
    wanted = {own: "asked"} | {one: "next_door" for one in next_door if one != own}
    wanted |= {one: "recorded" for one in recorded if one not in wanted and one in at and _near(at[own], at[one])}
    return [
        Place(reader.areas.by_id[one].name, *at[one], kind, counts_of(recorded.get(one), texts))
        for one, kind in wanted.items()
        if one in at
    ]


def counts_of(area: AreaOut | None, texts: Messages) -> str:
    """How much is recorded of an area, in words."""
    if area is None:
        return texts("map.nothing_recorded")
    return texts("map.counts", bodies=area.bodies, councils=area.councils, services=area.services, needs=area.needs)


def _near(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return max(abs(one[0] - other[0]), abs(one[1] - other[1])) * KM_OF_DEGREE <= NEAR_KM
