"""Where something is: a municipality, or a district below one. A district alone says nothing without its municipality."""

from dataclasses import dataclass

from graph.areas import CodedArea, area_index
from graph.errors import RecordRejected
from graph.identity import area_key
from graph.model.areas import Area
from loaders.contract import Problem
from loaders.tables.areas import Unresolved, area_in, area_of_address, prefecture_called, renamed, resolved, several
from loaders.tables.row import Row

LEVELS = (
    (("中学校区", "中学区"), "junior_high_district"),
    (("小学校区", "小学区", "校区", "学区"), "elementary_district"),
    (("圏域",), "daily_life_area"),
)
"""How the name of a district ends → its level; 地区, 町 and every other are localities."""
WHOLE = frozenset({"全域", "市内全域", "町内全域", "村内全域", "区内全域", "全市", "全町", "全村", "市全域", "町全域", "村全域", "全体"})


@dataclass(frozen=True, kw_only=True)
class Place:
    """The area of a row."""

    area: Area
    municipality: CodedArea
    """The coded area in which it lies, or which it is."""
    key: str
    """The column that says it."""
    warnings: tuple[Problem, ...] = ()

    @property
    def is_district(self) -> bool:
        """Whether it is a part of a municipality without a code of its own."""
        return self.area.code is None


def place_of(row: Row) -> Place:
    """The area of a row.

    Raises:
        RecordRejected: it names none (missing_value), none that there is (unknown_area), one of several (ambiguous_area), a prefecture
            (too_wide), or a district without its municipality (district_without_municipality).
    """
    prefecture = _prefecture(row)
    district = row.text("area")
    if row.text("municipality"):
        coded = _municipal(row, "municipality", area_in(row, "municipality", prefecture=prefecture))
        warnings = tuple(renamed(row, "municipality", coded))
        if district is None or _is_whole(district, coded):
            return Place(area=coded.area, municipality=coded, key="municipality", warnings=warnings)
        ward = resolved(district, prefecture)
        if not isinstance(ward, Unresolved) and ward.parent_code == coded.area.code:
            return Place(area=ward.area, municipality=ward, key="area", warnings=warnings)
        return Place(area=_district(_without(district, coded), coded), municipality=coded, key="area", warnings=warnings)
    if district is None:
        raise RecordRejected("missing_value", row.place_of("area" if "area" in row.heading.where else "municipality"), column=_column(row))
    return _told_in_one_cell(row, district, prefecture)


def places_within(row: Row, home: CodedArea | None) -> tuple[Place, ...]:
    """The areas of a row of a list about one municipality: those that it names, else that of its address, else the municipality.

    Args:
        row: with the columns municipality, area (which may list several), address and prefecture, as far as it has them.
        home: the municipality that the whole list is about; None where its rows say it themselves.

    Raises:
        RecordRejected: as for `place_of`.
    """
    if row.text("municipality") or (home is None and row.text("area")):
        return (place_of(row),)
    if home is not None and (text := row.text("area")):
        return tuple(dict.fromkeys(_inside(name, home) for name in several(text)))
    address = row.text("address")
    lies = area_of_address(address, _prefecture(row) or (area_index().prefecture_of(home).full_name if home else None)) if address else None
    coded = home or lies
    if coded is None:
        key = "address" if "address" in row.heading.where else "municipality"
        raise RecordRejected("missing_value", row.place_of(key), column=row.heading.head(key))
    return (Place(area=coded.area, municipality=coded, key="address" if coded is lies else "municipality"),)


def _inside(name: str, home: CodedArea) -> Place:
    if _is_whole(name, home):
        return Place(area=home.area, municipality=home, key="area")
    found = resolved(name, area_index().prefecture_of(home).full_name)
    if not isinstance(found, Unresolved) and (found.parent_code == home.area.code or name.endswith(("市", "町", "村"))):
        return Place(area=found.area, municipality=found, key="area")
    return Place(area=_district(_without(name, home), home), municipality=home, key="area")


def _told_in_one_cell(row: Row, text: str, prefecture: str | None) -> Place:
    """松江市, 松江市城北地区, 島根県松江市 城北地区."""
    found = resolved(text, prefecture)
    if not isinstance(found, Unresolved):
        coded = _municipal(row, "area", found)
        return Place(area=coded.area, municipality=coded, key="area", warnings=tuple(renamed(row, "area", coded)))
    if found.code == "ambiguous_area":
        raise RecordRejected(found.code, row.place_of("area"), **dict(found.values))
    for end in range(len(text) - 1, 1, -1):
        head, rest = text[:end].strip(), text[end:].strip(" 　・/／-－")
        if not head.endswith(("市", "町", "村", "区")) or not rest:
            continue
        coded_or_not = resolved(head, prefecture)
        if isinstance(coded_or_not, Unresolved):
            if coded_or_not.code == "ambiguous_area":
                raise RecordRejected(coded_or_not.code, row.place_of("area"), **dict(coded_or_not.values))
            continue
        coded = _municipal(row, "area", coded_or_not)
        area = coded.area if _is_whole(rest, coded) else _district(rest, coded)
        return Place(area=area, municipality=coded, key="area", warnings=tuple(renamed(row, "area", coded)))
    if level_of(text) != "locality" or text.endswith("地区"):
        raise RecordRejected("district_without_municipality", row.place_of("area"), name=text)
    raise RecordRejected(found.code, row.place_of("area"), **dict(found.values))


def _prefecture(row: Row) -> str | None:
    if (text := row.text("prefecture")) is None:
        return None
    found = prefecture_called(text)
    if found is None:
        raise RecordRejected("unknown_area", row.place_of("prefecture"), name=text, nearest="—")
    return found.full_name


def _municipal(row: Row, key: str, coded: CodedArea) -> CodedArea:
    if coded.area.level == "prefecture":
        raise RecordRejected("too_wide", row.place_of(key), name=row.cell(key).strip())
    return coded


def _is_whole(text: str, coded: CodedArea) -> bool:
    return text in WHOLE or text in {coded.area.name, coded.full_name, f"{coded.area.name}全域"}


def _without(text: str, coded: CodedArea) -> str:
    """A district without its municipality before it: 松江市城北地区."""
    for before in (coded.full_name, coded.area.name):
        if text.startswith(before) and len(text) > len(before):
            return text.removeprefix(before).strip()
    return text


def _district(name: str, coded: CodedArea) -> Area:
    return Area(key=area_key(parent_id=coded.area.id, name=name), name=name, level=level_of(name))


def level_of(name: str) -> str:
    """The level that the form of a district's name shows."""
    return next((level for endings, level in LEVELS if name.endswith(endings)), "locality")


def _column(row: Row) -> str:
    return row.heading.head("area" if "area" in row.heading.where else "municipality")


def prefecture_of(place: Place) -> CodedArea:
    """The prefecture in which it lies."""
    return area_index().prefecture_of(place.municipality)
