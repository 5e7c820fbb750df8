"""Rows of a register → needs of areas, and what could not be taken."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from graph.areas import CodedArea
from graph.facts import Dataset, Fact, Quotation, Scope
from graph.model.areas import Area
from graph.model.definitions import VISIBILITY_LEVELS
from graph.model.needs import HasNeed, Need
from graph.model.places import PartOf
from graph.stated import strictest
from loaders.contract import Outcome, Problem, Streamed
from loaders.needs_register.entries import Entry, entry_of
from loaders.needs_register.privacy import PUBLIC, RESTRICTED, from_care_conference, person_named
from loaders.needs_register.read import SOURCE, Register
from loaders.tables.places import prefecture_of
from loaders.tables.row import Row


def transform_register(register: Register) -> Streamed:
    """Every row becomes a need of its area, or the one problem for which it is none."""
    confidential = from_care_conference(register.above)
    # Looked for before names are hidden: here a name says that the row is about one person.
    persons = {row.number: named for row in register.table.rows() if (named := person_named(row))}
    entries = _entries(register, persons, all_confidential=confidential)
    rows = _Rows(speaking=_speaking(entries), persons=persons, all_confidential=confidential)

    def outcomes() -> Iterator[Outcome]:
        return register.table.outcomes(rows.take)

    return Streamed(dataset=_dataset(entries, register), outcomes=outcomes, notices=register.table.notices())


def _entries(register: Register, persons: Collection[int], *, all_confidential: bool) -> list[Entry]:
    """Every row that will be taken, as it is taken."""
    found: list[Entry] = []

    def collect(row: Row) -> tuple[Iterable[Fact], Iterable[Problem]]:
        if row.number not in persons and (entry := entry_of(row, all_confidential=all_confidential)).count != 0:
            found.append(entry)
        return (), ()

    for _ in register.table.outcomes(collect):
        pass
    return found


def _speaking(entries: Iterable[Entry]) -> dict[str, Entry]:
    """Key of a need → the row that words it: the first of those that most people may see.

    A need that one row keeps back and another makes public is public, in the words of the public one.
    """
    found: dict[str, Entry] = {}
    for entry in entries:
        known = found.get(entry.key)
        if known is None or VISIBILITY_LEVELS.index(entry.level) < VISIBILITY_LEVELS.index(known.level):
            found[entry.key] = entry
    return found


@dataclass(frozen=True, kw_only=True)
class _Rows:
    """How a row is taken, with what the others say."""

    speaking: Mapping[str, Entry]
    persons: Mapping[int, str]
    """Number of a row that names a person → the column."""
    all_confidential: bool

    def take(self, row: Row) -> tuple[Iterable[Fact], Iterable[Problem]]:
        """A row's facts and warnings; none for a row that names a person, or counts nobody.

        Raises:
            RecordRejected: place, need, number or level cannot be told.
        """
        if named := self.persons.get(row.number):
            return (), [Problem(code="names_a_person", place=row.place_of(named), kind="set_aside")]
        entry = entry_of(row, all_confidential=self.all_confidential)
        if entry.count == 0:
            return (), [Problem(code="counts_nobody", place=row.place_of("count"), kind="set_aside")]
        first = self.speaking[entry.key]
        warnings = list(entry.warnings)
        if first.row.number != row.number:
            warnings.append(Problem(code="same_need", place=row.place, kind="warning", values={"first": first.row.place}))
        return _facts(entry, first.need()), warnings


def _facts(entry: Entry, need: Need) -> Iterator[Fact]:
    area = entry.place.area
    told = _held(entry.row.quotation(entry.place.key, "area", entry.place.municipality.area.id), entry.level)
    if entry.place.is_district:
        yield from _district(entry, area)
    yield Fact(what=need, evidence=_evidence(entry, told), codes=need.codes)
    yield Fact(what=HasNeed(start=area.reference, end=need.reference, visibility=need.visibility), evidence=(told,))


def _district(entry: Entry, area: Area) -> Iterator[Fact]:
    """A district is no secret, whatever is said of it: its name stands alone in what is quoted."""
    municipality = entry.place.municipality.area
    named = entry.row.quotation(entry.place.key, "district", municipality.id, "structural")
    yield Fact(what=area, evidence=(named,))
    yield Fact(what=PartOf(start=area.reference, end=municipality.reference), evidence=(named,))


def _evidence(entry: Entry, told: Quotation) -> tuple[Quotation, ...]:
    """The cells that say it; of a confidential case the area alone, of a number that is not shown a restricted one."""
    if entry.confidential:
        return (replace(told, certainty="structural", extractor=f"{SOURCE}.confidential"),)
    row, municipality = entry.row, entry.place.municipality.area.id
    certainty = "explicit" if entry.by_name else "structural"
    found = [row.quotation(entry.named_in, "need", municipality, certainty)]
    others = ("need", "period", "source")
    found += row.quotations("need", municipality, *(key for key in others if key != entry.named_in and row.text(key)))
    level = strictest(entry.level, RESTRICTED) if entry.few else entry.level
    count = [_held(one, level) for one in row.quotations("count", municipality, "count") if row.text("count")]
    return (*(_held(one, entry.level) for one in found), *count)


def _held(quotation: Quotation, level: str) -> Quotation:
    return quotation if level == PUBLIC else replace(quotation, visibility=level)


def _dataset(entries: list[Entry], register: Register) -> Dataset:
    """Named after its municipality, else its prefectures; it says what became known, and not that there is no more."""
    municipalities = {entry.place.municipality for entry in entries}
    prefectures = {prefecture_of(entry.place) for entry in entries}
    named = municipalities if len(municipalities) == 1 else prefectures
    where = "+".join(one.full_name for one in sorted(named, key=_code))
    areas = sorted({entry.place.municipality.area.id: entry.place.municipality for entry in entries}.values(), key=_code)
    return Dataset(
        name=f"{SOURCE}/{where}" if where else SOURCE,
        title=f"ニーズ台帳（{where}）" if where else "ニーズ台帳",
        as_of=register.as_of,
        scopes=tuple(Scope(area_id=one.area.id, kind="needs", coverage="examples") for one in areas),
    )


def _code(area: CodedArea) -> str:
    return area.area.code or ""
