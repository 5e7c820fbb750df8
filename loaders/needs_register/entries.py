"""What a row says: where, which need, how many, since when, how it is known, and who may see it."""

from dataclasses import dataclass

from graph.errors import RecordRejected
from graph.identity import need_key
from graph.model.needs import Need
from graph.taxonomy import taxonomy
from graph.taxonomy.needs import NamedNeed, need_called
from loaders.contract import Problem
from loaders.needs_register.privacy import FEW, from_care_conference, level_of, level_told
from loaders.tables.numbers import as_count
from loaders.tables.places import Place, place_of
from loaders.tables.row import Row

WAYS = ("アウトリーチ", "アンケート", "カルテ", "ワークショップ")
"""Ways in which needs become known, as the model names them."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A row that can be taken."""

    row: Row
    place: Place
    code: str
    by_name: bool
    named_in: str
    """The column that names the need."""
    count: int | None
    few: bool
    """Whether the number is too small to be shown, or said in words that leave that open."""
    level: str
    confidential: bool
    warnings: tuple[Problem, ...]

    @property
    def key(self) -> str:
        """Identity of the need."""
        return need_key(self.place.area.id, (self.code,))

    def need(self) -> Need:
        """The need as this row words it; of a confidential case nothing but its category."""
        common = taxonomy().need_categories[self.code].ja
        if self.confidential:
            return Need(key=self.key, name=common, codes=(self.code,), visibility=self.level, placed_in=self.place.area.id)
        told = self.row.text("need")
        text = common if told is None or told.strip() == self.code else told
        source = self.row.text("source")
        return Need(
            key=self.key,
            name=text,
            codes=(self.code,),
            text=text,
            count=None if self.few else self.count,
            period=self.row.text("period"),
            found_by=next((way for way in WAYS if source and way in source), source),
            visibility=self.level,
            placed_in=self.place.area.id,
        )


def entry_of(row: Row, *, all_confidential: bool) -> Entry:
    """What a row says.

    Args:
        row: the row.
        all_confidential: whether the title says that the whole register comes from 地域ケア会議.

    Raises:
        RecordRejected: place, need, number or level cannot be told.
    """
    place = place_of(row)
    named_in, named = _named(row)
    count, in_words = _count(row)
    few = in_words or (count is not None and count < FEW)
    confidential = all_confidential or from_care_conference((row.cell("source"), row.cell("need"), row.cell("category")))
    level = level_of(level_told(row), confidential=confidential, few_in_district=few and place.is_district)
    warnings = [*place.warnings]
    if confidential:
        warnings.append(Problem(code="confidential_case", place=row.place, kind="warning"))
    elif in_words:
        warnings.append(Problem(code="count_in_words", place=row.place_of("count"), kind="warning"))
    elif few:
        code = "few_in_district" if place.is_district else "few"
        warnings.append(Problem(code=code, place=row.place_of("count"), kind="warning", values={"limit": FEW}))
    return Entry(
        row=row,
        place=place,
        code=str(named.code),
        by_name=named.by_name,
        named_in=named_in,
        count=count,
        few=few,
        level=level,
        confidential=confidential,
        warnings=tuple(warnings),
    )


def _named(row: Row) -> tuple[str, NamedNeed]:
    """The need, by the column of categories where it is filled, else by its wording.

    Raises:
        RecordRejected: none fits (unknown_need, with the most alike), or several do (several_needs).
    """
    key = "category" if row.text("category") else "need"
    named = need_called(row.required(key))
    if named.code:
        return key, named
    code = "several_needs" if named.fits else "unknown_need"
    alike = "、".join(taxonomy().need_categories[one].ja for one in named.candidates) or "—"
    raise RecordRejected(code, row.place_of(key), candidates=alike)


def _count(row: Row) -> tuple[int | None, bool]:
    """The number, and whether words stand in its place (数名, 若干).

    Raises:
        RecordRejected: it is none, or several (unreadable_number).
    """
    if (text := row.text("count")) is None:
        return None, False
    try:
        return as_count(text), False
    except ValueError as reason:
        if any(character.isdigit() for character in text):
            raise RecordRejected("unreadable_number", row.place_of("count"), value=text) from reason
        return None, True
