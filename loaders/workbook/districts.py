"""Areas of a workbook: the rows of the sheet 区域, and what a name of an area means in any sheet."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from graph.areas import CodedArea, area_index
from graph.errors import RecordRejected
from graph.identity import area_key, normalised
from graph.model.areas import Area
from loaders.tables.areas import Unresolved, resolved
from loaders.workbook.cells import joined, parts
from loaders.workbook.read import Entry, rejected
from loaders.workbook.sheet_kinds import KEY

Reject = Callable[[Entry, RecordRejected], None]


@dataclass(frozen=True, kw_only=True)
class Place:
    """An area as the workbook knows it: one of its rows, or a coded one."""

    area: Area
    full_name: str
    municipality_id: str | None
    """Id of the municipality in which it lies, itself where it is one; of a row that lies in nothing and has an identity, itself."""

    @property
    def id(self) -> str:
        """The id of the area."""
        return self.area.id


@dataclass(kw_only=True)
class Districts:
    """The areas of a workbook."""

    prefecture: str | None = None
    default: Place | None = None
    """Where everything lies whose row names no area."""
    rows: dict[int, Place] = field(default_factory=dict)
    """Number of an entry → the area that it is."""
    parents: dict[int, tuple[Place, ...]] = field(default_factory=dict)
    """Number of an entry → what it lies in."""
    by_id: dict[str, Place] = field(default_factory=dict)
    by_name: dict[str, dict[str, Place]] = field(default_factory=dict)
    """Name and full name, normalised → the rows that are called so."""

    def add(self, number: int, place: Place, parents: tuple[Place, ...]) -> None:
        """Take the area of a row."""
        self.rows[number], self.parents[number], self.by_id[place.id] = place, parents, place
        for name in (place.area.name, place.full_name):
            self.by_name.setdefault(normalised(name), {})[place.id] = place

    def find(self, entry: Entry, key: str, text: str) -> Place:
        """The one area that a text means.

        Raises:
            RecordRejected: unknown_area, ambiguous_area (with the candidates) or wrong_area_code.
        """
        return self.one_of(entry, key, text, self.by_name.get(normalised(text), {}).values())

    def one_of(self, entry: Entry, key: str, text: str, own: Iterable[Place]) -> Place:
        """The same among some rows only, while the others are still being made."""
        plain = normalised(text)
        named = {one.id: one for one in own if plain in {normalised(one.full_name), normalised(one.area.name)}}
        in_full = [one for one in named.values() if normalised(one.full_name) == plain and one.full_name != one.area.name]
        if len(in_full) == 1:
            return in_full[0]
        coded = resolved(text, self.prefecture)
        if self.prefecture and isinstance(coded, Unresolved) and coded.code == "unknown_area":
            coded = resolved(text, None)
        if isinstance(coded, CodedArea):
            named.setdefault(coded.area.id, place_of(coded))
        if len(named) == 1 and not (isinstance(coded, Unresolved) and coded.code == "ambiguous_area"):
            return next(iter(named.values()))
        if named:
            others = [str(value) for name, value in coded.values if name == "candidates"] if isinstance(coded, Unresolved) else []
            candidates = joined(sorted({*(one.full_name for one in named.values()), *others}))
            raise rejected(entry, key, "ambiguous_area", name=text, candidates=candidates)
        if isinstance(coded, Unresolved):
            raise rejected(entry, key, coded.code, **dict(coded.values))
        return place_of(coded)


class DistrictBuilder:
    """Makes the areas of the sheet 区域, whatever order they stand in.

    Args:
        districts: where they are put.
        entries: number → row of the sheet.
        reject: told of each row that cannot be taken.
    """

    def __init__(self, districts: Districts, entries: dict[int, Entry], reject: Reject) -> None:
        self.districts, self.entries, self.reject = districts, entries, reject
        self._open: list[int] = []
        self._refused: set[int] = set()
        self._names = {number: normalised(entry.texts.get("name", "")) for number, entry in entries.items()}
        self._by_ending: dict[str, list[int]] = {}
        for number, name in self._names.items():
            self._by_ending.setdefault(name[-1:], []).append(number)

    def build(self) -> None:
        """Make all of them."""
        for number in self.entries:
            self._build(number)

    def _build(self, number: int) -> Place | None:
        """The area of a row; None where it cannot be taken."""
        if number in self._refused:
            return None
        if known := self.districts.rows.get(number):
            return known
        entry = self.entries[number]
        self._open.append(number)
        try:
            place, parents = self._made(entry)
        except RecordRejected as refused:
            if number not in self._refused:
                self._refuse(number, refused)
            return None
        finally:
            self._open.pop()
        if number in self._refused:
            return None
        self.districts.add(number, place, parents)
        return place

    def _made(self, entry: Entry) -> tuple[Place, tuple[Place, ...]]:
        name = _required(entry, "name")
        if (code := entry.text("code")) and not entry.text(KEY):
            return _of_code(entry, code, name), ()
        parents = tuple(self._parent(entry, text) for text in parts(entry.text("parent") or ""))
        if not parents and not entry.text(KEY):
            if self.districts.default is None:
                raise rejected(entry, "parent", "missing_value", column=entry.row.heading.head("parent"))
            parents = (self.districts.default,)
        key = entry.text(KEY) or area_key(parent_id=parents[0].id, name=name)
        above = parents[0] if parents else None
        area = Area(key=key, name=name)
        return Place(
            area=area,
            full_name=(above.full_name if above else "") + name,
            municipality_id=above.municipality_id if above else area.id,
        ), parents

    def _parent(self, entry: Entry, text: str) -> Place:
        """What an area lies in, made first where it is a row of the sheet too."""
        plain = normalised(text)
        made: list[Place] = []
        refused: int | None = None
        for number in self._by_ending.get(plain[-1:], ()):
            name = self._names[number]
            if not name or not plain.endswith(name):
                continue
            if number in self._open:
                if name == plain:
                    self._refuse_circle(number)
                    raise rejected(entry, "parent", "circular_areas", names=text)
                continue
            if place := self._build(number):
                made.append(place)
            elif name == plain:
                refused = number
        try:
            return self.districts.one_of(entry, "parent", text, made)
        except RecordRejected as error:
            if refused is None or error.key != "unknown_area":
                raise
            where = self.entries[refused].place
            raise rejected(entry, "parent", "name_of_refused_row", name=text, where=where) from error

    def _refuse_circle(self, number: int) -> None:
        circle = self._open[self._open.index(number) :]
        names = " → ".join(self.entries[one].texts.get("name", "") for one in [*circle, number])
        for one in circle:
            self._refuse(one, rejected(self.entries[one], "parent", "circular_areas", names=names))

    def _refuse(self, number: int, refused: RecordRejected) -> None:
        self._refused.add(number)
        self.reject(self.entries[number], refused)


def place_of(coded: CodedArea) -> Place:
    """A coded area."""
    municipality = area_index().municipality_of(coded)
    return Place(area=coded.area, full_name=coded.full_name, municipality_id=municipality.area.id if municipality else None)


def _of_code(entry: Entry, code: str, name: str) -> Place:
    """The area of a code, where its name is that of the row."""
    coded = resolved(code, None)
    if isinstance(coded, Unresolved):
        raise rejected(entry, "code", coded.code, **dict(coded.values))
    if normalised(name) not in {normalised(coded.area.name), normalised(coded.full_name)}:
        raise rejected(entry, "code", "code_of_another_area", value=code, area=coded.full_name, name=name)
    return place_of(coded)


def _required(entry: Entry, key: str) -> str:
    if (text := entry.text(key)) is None:
        raise rejected(entry, key, "missing_value", column=entry.row.heading.head(key))
    return text
