"""Areas: prefectures, municipalities, wards and every named part below them."""

from dataclasses import dataclass
from datetime import date

from graph.model.definitions import Node, Relationship, described

AREA_LEVELS = ("prefecture", "municipality", "ward", "daily_life_area", "junior_high_district", "elementary_district", "locality")


@dataclass(frozen=True, kw_only=True)
class Area(Node):
    """A place that services are for, bodies work in and councils belong to."""

    label = "Area"

    level: str = described("One of AREA_LEVELS, from the widest to the narrowest.", "locality")
    code: str | None = described("全国地方公共団体コード, 6 digits with a verified check digit.")
    kana: str | None = described("Reading in hiragana, where a source gives it.")
    generic: bool = described("True for a kind of area or a number of unnamed ones (市内3地区).", False)
    count: int | None = described("How many unnamed areas a generic one stands for.")
    latitude: float | None = described("Degrees north of the office, where the code's source gives it.")
    longitude: float | None = described("Degrees east of the office, where the code's source gives it.")
    until: date | None = described("Last day of a code that ended.")


# (:Area)-[:ADJACENT_TO]-(:Area)
@dataclass(frozen=True, kw_only=True)
class AdjacentTo(Relationship):
    """Two areas that a source calls neighbours."""

    starts, type, ends = (Area,), "ADJACENT_TO", (Area,)
    directed = False
