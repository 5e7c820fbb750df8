"""Rows of the report → one observation for each number, and what could not be taken."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from graph.areas import CodedArea, area_index
from graph.errors import RecordRejected
from graph.facts import Dataset, Fact, Scope
from graph.identity import observation_key
from graph.model.observations import Observation, ObservedIn
from loaders.contract import Candidate, Outcome, Problem, Streamed
from loaders.insurance_status.indicators import Indicator, names_of
from loaders.insurance_status.insurers import is_sum, is_union, municipality_of, prefecture_of
from loaders.insurance_status.report_table import INSURER, SOURCE, ReportTable
from loaders.tables.areas import renamed
from loaders.tables.numbers import as_number
from loaders.tables.row import NOTHING, Row

NO_NUMBER = NOTHING | {"･", "・", "x", "X", "×", "***", "…"}
"""What is printed where a number is not given, not counted or held back."""


def transform_report(tables: tuple[ReportTable, ...], candidate: Candidate) -> Streamed:
    """Every row of every table becomes observations, or the one problem for which it has none."""
    dataset = _dataset(tables, candidate.as_of)
    days = {one.as_of or candidate.as_of for one in tables}
    own_words = [one.words for table in tables for one in table.indicators if not one.known]
    notices = [*tables[0].table.notices()]
    if None in days:
        notices.append(Problem(code="day_not_stated", place=candidate.name, kind="warning"))
    if own_words:
        values: dict[str, object] = {"columns": "、".join(dict.fromkeys(own_words))}
        notices.append(Problem(code="own_words", place=candidate.name, kind="warning", values=values))

    def outcomes() -> Iterator[Outcome]:
        for table in tables:
            rows = _Rows(table=table, dataset=dataset.name, as_of=table.as_of or candidate.as_of)
            yield from table.table.outcomes(rows.take)

    return Streamed(dataset=dataset, outcomes=outcomes, notices=tuple(notices))


@dataclass(kw_only=True)
class _Rows:
    """One table on its way; knows where each municipality stood first."""

    table: ReportTable
    dataset: str
    as_of: date | None
    seen: dict[str, str] = field(default_factory=dict)

    def take(self, row: Row) -> tuple[Iterable[Fact], Iterable[Problem]]:
        """A row's observations and warnings; none for a row that is no insurer's.

        Raises:
            RecordRejected: a union of municipalities, an area that is not one, a cell that is no number, a second row of one.
        """
        if not any(_has_digit(row.cell(one.key)) for one in self.table.indicators) and not _names_insurer(row):
            return (), [Problem(code="no_insurer", place=row.place, kind="set_aside")]
        if is_sum(row):
            return (), [Problem(code="total_row", place=row.place, kind="set_aside")]
        if is_union(row):
            raise RecordRejected("union_of_municipalities", row.place_of(INSURER), insurer=row.cell(INSURER).strip())
        area = municipality_of(row)
        if first := self.seen.get(area.area.id):
            raise RecordRejected("duplicate_row", row.place, first=first)
        numbers = [(one, number) for one in self.table.indicators if (number := _number(row, one)) is not None]
        if not numbers:
            raise RecordRejected("no_number", row.place, insurer=row.cell(INSURER).strip())
        self.seen[area.area.id] = row.place
        facts = [fact for one, number in numbers for fact in self._facts(row, area, one, number)]
        return facts, [*renamed(row, INSURER, area), *_without_number(row, self.table.indicators)]

    def _facts(self, row: Row, area: CodedArea, one: Indicator, number: float) -> tuple[Fact, Fact]:
        day = self.as_of.isoformat() if self.as_of else ""
        observation = Observation(
            key=observation_key(area.area.id, one.key, day, self.dataset),
            name=f"{area.area.name} {one.words}",
            indicator=one.key,
            value=number,
            unit=one.unit,
            as_of=self.as_of,
            placed_in=area.area.id,
        )
        return (
            Fact(what=observation, evidence=(row.quotation(one.key, "number", area.area.id),)),
            Fact(
                what=ObservedIn(start=observation.reference, end=area.area.reference),
                evidence=(row.quotation(INSURER, "insurer", area.area.id, "structural"),),
            ),
        )


def _number(row: Row, one: Indicator) -> float | None:
    """The number of a cell; None where it is blank or holds a mark that stands for none.

    Raises:
        RecordRejected: something else stands there (unreadable_number, error_value, formula_without_value).
    """
    text = row.text(one.key)
    if text is None or text in NO_NUMBER:
        return None
    try:
        return as_number(text)
    except ValueError as reason:
        raise RecordRejected("unreadable_number", row.place_of(one.key), value=text) from reason


def _without_number(row: Row, indicators: Iterable[Indicator]) -> Iterator[Problem]:
    """Warnings for blank cells and for marks: neither is 0, and they are not the same."""
    blank = [one.words for one in indicators if not row.cell(one.key).strip()]
    marked = [one for one in indicators if row.cell(one.key).strip() in NO_NUMBER]
    if blank:
        yield Problem(code="blank_cells", place=row.place, kind="warning", values={"columns": "、".join(blank)})
    if marked:
        marks = "、".join(dict.fromkeys(row.cell(one.key).strip() for one in marked))
        values: dict[str, object] = {"columns": "、".join(one.words for one in marked), "marks": marks}
        yield Problem(code="marked_cells", place=row.place, kind="warning", values=values)


def _has_digit(text: str) -> bool:
    return any(character.isdigit() for character in text)


def _names_insurer(row: Row) -> bool:
    if is_union(row):
        return True
    try:
        municipality_of(row)
    except RecordRejected as refused:
        return refused.key == "ambiguous_area"
    return True


def _dataset(tables: tuple[ReportTable, ...], as_of: date | None) -> Dataset:
    """Named after what is counted and, where it is not the whole country, where; it says all of the insurers that it has."""
    counted = sorted({one.subject or "第1号被保険者数" for one in tables})
    areas, prefectures = _places(tables)
    whole = len(prefectures) == len(tuple(area_index().prefectures()))
    where = [] if whole else ["+".join(one.area.name for one in prefectures)]
    categories = names_of(indicator for one in tables for indicator in one.indicators)
    days = {one.as_of or as_of for one in tables}
    return Dataset(
        name="/".join([SOURCE, "+".join(counted), *(part for part in where if part)]),
        title="介護保険事業状況報告 " + "・".join(one.title or "第1号被保険者数" for one in tables),
        as_of=days.pop() if len(days) == 1 else None,
        scopes=tuple(Scope(area_id=area.area.id, kind="observations", coverage="exhaustive", categories=categories) for area in areas),
    )


def _places(tables: Iterable[ReportTable]) -> tuple[tuple[CodedArea, ...], tuple[CodedArea, ...]]:
    """The municipalities that the tables have, and the prefectures that they name, by code."""
    areas: set[CodedArea] = set()
    prefectures: set[CodedArea] = set()
    for row in (row for one in tables for row in one.table.rows()):
        try:
            if prefecture := prefecture_of(row):
                prefectures.add(prefecture)
            if not is_sum(row) and not is_union(row):
                areas.add(municipality_of(row))
        except RecordRejected:
            continue
    prefectures |= {area_index().prefecture_of(area) for area in areas}
    return tuple(sorted(areas, key=_code)), tuple(sorted(prefectures, key=_code))


def _code(area: CodedArea) -> str:
    return area.area.code or ""
