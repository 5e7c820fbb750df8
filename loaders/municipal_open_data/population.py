"""Population by locality and age: observations of each locality, or of the municipality where a row is its total."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from graph.errors import RecordRejected
from graph.facts import Fact
from graph.identity import area_key, normalised, observation_key
from graph.model.areas import Area
from graph.model.observations import Observation, ObservedIn
from graph.model.places import PartOf
from loaders.care_services.places import place_of
from loaders.contract import Problem
from loaders.municipal_open_data.kinds import OLDER_AGES, SEXES
from loaders.tables.dates import as_date
from loaders.tables.numbers import as_count
from loaders.tables.row import Row

TOTALS = frozenset({"総数", "合計", "総計", "計", "全域", "全体", "市計", "町計", "村計", "区計", "全市", "全町", "全村"})
INDICATORS = ("population", "share_65_plus", "share_75_plus", "households")
AGES_FROM_65, AGES_FROM_75 = (tuple(f"{sex}{age}" for age in ages for sex, _ in SEXES) for ages in (OLDER_AGES, OLDER_AGES[2:]))


@dataclass(frozen=True, kw_only=True)
class Measured:
    """One value, and the column whose cell says it."""

    indicator: str
    value: float
    unit: str
    column: str
    certainty: str


def population(row: Row, dataset: str) -> tuple[Iterable[Fact], Iterable[Problem]]:
    """The observations of a row; the shares of the older are reckoned from its cells, and only where none of them is empty.

    Raises:
        RecordRejected: a cell that is needed is empty or cannot be read.
    """
    municipality, name = place_of(row), row.required("locality")
    day = _day(row)
    row.required("population")
    warnings: list[Problem] = []
    counts = {key: _count(row, key) for key in ("population", "households")}
    counts |= {key: _count_of_age(row, key, warnings) for key in AGES_FROM_65}
    if sum(counts[key] or 0 for key in AGES_FROM_65) > (counts["population"] or 0):
        raise RecordRejected("more_older_than_all", row.place_of("population"), total=counts["population"])
    facts: list[Fact] = []
    where = municipality.area.reference
    if normalised(name) not in TOTALS and not municipality.full_name.endswith(normalised(name)):
        locality = Area(key=area_key(parent_id=municipality.area.id, name=name), name=name, level="locality")
        where = locality.reference
        said = row.quotation("locality", "locality", municipality.area.id)
        facts += [Fact(what=locality, evidence=(said,)), Fact(what=PartOf(start=where, end=municipality.area.reference), evidence=(said,))]
    for one in _measured(counts):
        said = replace(row.quotation(one.column, one.indicator, municipality.area.id, one.certainty), verified_on=day)
        name = f"{row.heading.head(one.column)} {row.text(one.column)}" if one.certainty == "explicit" else one.indicator
        observation = Observation(
            key=observation_key(where.id, one.indicator, day.isoformat(), dataset),
            name=name,
            indicator=one.indicator,
            value=one.value,
            unit=one.unit,
            as_of=day,
            placed_in=where.id,
        )
        facts.append(Fact(what=observation, evidence=(said,)))
        facts.append(Fact(what=ObservedIn(start=observation.reference, end=where), evidence=(said,)))
    return facts, warnings


def day_of(row: Row) -> date | None:
    """The day of a row; None where it cannot be read, for which the row is refused later."""
    try:
        return as_date(row.text("measured_on") or "")
    except (ValueError, RecordRejected):
        return None


def _day(row: Row) -> date:
    written = row.required("measured_on")
    try:
        return as_date(written)
    except ValueError as error:
        raise RecordRejected("unreadable_date", row.place_of("measured_on"), value=written) from error


def _count(row: Row, key: str) -> int | None:
    if (written := row.text(key)) is None:
        return None
    try:
        return as_count(written)
    except ValueError as error:
        raise RecordRejected("unreadable_number", row.place_of(key), value=written) from error


def _count_of_age(row: Row, key: str, warnings: list[Problem]) -> int | None:
    """A cell of one age: where a few people would be known by it, publishers write X; then no share is reckoned."""
    try:
        return _count(row, key)
    except RecordRejected as refused:
        warnings.append(
            Problem(code="unclear_count", place=refused.place, kind="warning", values={"value": refused.values.get("value", "")})
        )
        return None


def _measured(counts: dict[str, int | None]) -> Iterator[Measured]:
    total = counts["population"]
    if total is not None:
        yield Measured(indicator="population", value=total, unit="persons", column="population", certainty="explicit")
    for indicator, ages in (("share_65_plus", AGES_FROM_65), ("share_75_plus", AGES_FROM_75)):
        cells = [counts[key] for key in ages]
        if total and all(cell is not None for cell in cells):
            share = round(100 * sum(cell or 0 for cell in cells) / total, 2)
            yield Measured(indicator=indicator, value=share, unit="percent", column="population", certainty="inferred")
    if (households := counts["households"]) is not None:
        yield Measured(indicator="households", value=households, unit="households", column="households", certainty="explicit")
