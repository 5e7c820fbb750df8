"""The code table, searchable: what a code, a name or the beginning of an address means."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from rapidfuzz import fuzz, process

from graph.areas.codes import codes_meant, right_code
from graph.areas.renamed import Renaming
from graph.areas.spelling import LONGEST_NAME, county_length, forms_of, plain_name, shown, spelling
from graph.errors import AreaNotResolved
from graph.identity import normalised
from graph.model.areas import Area

NEAREST_SHOWN = 5
NEAREST_SCORE = 60
IN_COUNTIES = ("町", "村")


@dataclass(frozen=True)
class CodedArea:
    """One row of the code table, with the code of the area it lies in."""

    area: Area
    parent_code: str | None
    full_name: str
    """Prefecture, municipality and ward in one: 静岡県浜松市中央区."""
    renamed_from: Renaming | None = field(default=None, compare=False)
    """The old name by which it was found; the text that was looked up stays as it stood."""


@dataclass(frozen=True)
class Beginning:
    """The area that a text begins with, and how many characters of the text name it."""

    area: CodedArea
    length: int


@dataclass(frozen=True)
class AreaIndex:
    """The code table, searchable by code and by name."""

    by_code: Mapping[str, CodedArea]
    by_name: Mapping[str, tuple[CodedArea, ...]] = field(repr=False)
    """Normalised name, municipality + ward, and full name → the areas that are called so."""
    by_spelling: Mapping[str, tuple[CodedArea, ...]] = field(repr=False)
    """The same with the variants of characters made alike."""
    by_old_name: Mapping[str, tuple[CodedArea, ...]] = field(repr=False)
    """The spelling of an old name, alone and with its prefecture → the areas that are called otherwise today."""

    def find(self, name: str) -> tuple[CodedArea, ...]:
        """Every area of exactly that name, code or full name; several where a name leaves it open."""
        text = normalised(name)
        if text in self.by_code:
            return (self.by_code[text],)
        return _on(self.by_name.get(text, ()), None)

    def resolve(self, text: str, *, prefecture: str | None = None, on: date | None = None) -> CodedArea:
        """The one area that a text means: by code; by prefecture and name; by a name that is the only one.

        Args:
            text: a code of 6 digits (or 5, without check digit), or a name, with or without prefecture and 郡.
            prefecture: the prefecture that the caller knows; it narrows, but a prefecture in the text itself wins.
            on: the day of which the text speaks; without it a name that a present and a former area have means the
                present one.

        Raises:
            AreaNotResolved: the name is unknown (with the nearest), means several areas (with all of them, by code),
                or a code has a wrong check digit (with the right one). None is ever chosen.
        """
        found = self.candidates(text, prefecture=prefecture, on=on)
        if len(found) == 1:
            return found[0]
        name = shown(text)
        if found:
            raise AreaNotResolved("area_ambiguous", name=name, candidates="、".join(one.full_name for one in found))
        if right := self.by_code.get(right_code(plain_name(text)) or ""):
            raise AreaNotResolved("area_code_check_digit", name=name, right=right.area.code, area=right.full_name)
        raise AreaNotResolved("unknown_area", name=name, nearest="、".join(self.nearest(text)) or "—")

    def candidates(self, text: str, *, prefecture: str | None = None, on: date | None = None) -> tuple[CodedArea, ...]:
        """Every area that a text can mean, by code; none where it is unknown. Arguments as for `resolve`.

        Raises:
            AreaNotResolved: there is no such prefecture.
        """
        within = None if prefecture is None else self.prefecture_called(prefecture)
        plain = plain_name(text)
        if plain.isdigit():
            return tuple(self.by_code[code] for code in sorted(codes_meant(plain)) if code in self.by_code)
        for form in forms_of(plain):
            if found := self._after_prefecture(form, on) or self._called(form, within, on) or self._after_short_prefecture(form, on):
                return tuple(sorted(found, key=lambda one: one.area.code or ""))
        return ()

    def prefecture_called(self, name: str) -> CodedArea:
        """The prefecture of a name (山口県, 山口) or code.

        Raises:
            AreaNotResolved: there is none.
        """
        plain = plain_name(name)
        for one in self.prefectures():
            if plain in {one.full_name, one.full_name[:-1], one.area.code} and plain != "北海":
                return one
        raise AreaNotResolved("unknown_area", name=shown(name), nearest="、".join(self.nearest(name)) or "—")

    def prefecture_of(self, area: CodedArea) -> CodedArea:
        """The prefecture an area lies in; itself for a prefecture."""
        while area.parent_code:
            area = self.by_code[area.parent_code]
        return area

    def municipality_of(self, area: CodedArea) -> CodedArea:
        """The city of a ward; any other area itself."""
        return self.by_code[area.parent_code] if area.area.level == "ward" and area.parent_code else area

    def prefectures(self) -> Iterable[CodedArea]:
        """The 47 prefectures."""
        return self._prefectures

    def municipalities_of(self, prefecture: CodedArea) -> tuple[CodedArea, ...]:
        """The present municipalities of a prefecture, by code."""
        return tuple(
            one
            for one in self.by_code.values()
            if one.area.level == "municipality" and one.parent_code == prefecture.area.code and one.area.until is None
        )

    def municipality_in_text(self, text: str, *, prefecture: str | None = None) -> CodedArea | None:
        """The area with whose name the text begins (municipality, then ward); None where it names none.

        Args:
            text: an address; nothing is found without a prefecture in it or beside it.
            prefecture: the prefecture where the text itself names none.
        """
        found = self.beginning_of(text, prefecture=prefecture)
        return found.area if found else None

    def beginning_of(self, text: str, *, prefecture: str | None = None) -> Beginning | None:
        """As `municipality_in_text`, with how much of the text names the area, its prefecture and 郡 included."""
        head = text[:LONGEST_NAME]
        plain = normalised(head)
        named = next((one for one in self.prefectures() if plain.startswith(one.full_name)), None)
        within = named or (self.prefecture_called(prefecture) if prefecture else None)
        if within is None:
            return None
        offset = len(named.full_name) if named else 0
        for county in dict.fromkeys((0, county_length(plain[offset:]))):
            rest = plain[offset + county :]
            for length in range(min(len(rest), LONGEST_NAME), 1, -1):
                if county and not rest[:length].endswith(IN_COUNTIES):
                    continue
                if found := self._full(within.full_name + rest[:length]):
                    return Beginning(found, _length_in(head, offset + county + length))
        return None

    def nearest(self, text: str) -> list[str]:
        """Full names of the present areas whose name is written most like the text, the nearest first."""
        plain = plain_name(text)
        in_full = any(plain.startswith(one.full_name) for one in self.prefectures())
        present = [one for one in self.by_code.values() if one.area.until is None]
        choices = {one.full_name: one.full_name if in_full else normalised(one.area.name) for one in present}
        found = process.extract(plain, choices, scorer=fuzz.ratio, limit=NEAREST_SHOWN, score_cutoff=NEAREST_SCORE)
        return [full_name for _, _, full_name in found]

    @cached_property
    def _prefectures(self) -> tuple[CodedArea, ...]:
        return tuple(one for one in self.by_code.values() if one.area.level == "prefecture")

    def _full(self, full_name: str) -> CodedArea | None:
        written = spelling(full_name)
        known = (self.by_name.get(full_name, ()), self.by_spelling.get(written, ()), self.by_old_name.get(written, ()))
        return next((_on(found, None)[-1] for found in known if found), None)

    def _after_prefecture(self, form: str, on: date | None) -> tuple[CodedArea, ...]:
        for one in self.prefectures():
            if form.startswith(one.full_name) and form != one.full_name:
                return self._called(form.removeprefix(one.full_name), one, on)
        return ()

    def _after_short_prefecture(self, form: str, on: date | None) -> tuple[CodedArea, ...]:
        """東京 杉並区: the prefecture without its 都, 府 or 県."""
        for one in self.prefectures():
            short = one.full_name[:-1]
            begins = one.area.name != "北海道" and form.startswith(short) and not form.startswith(one.full_name)
            if begins and (found := self._called(form.removeprefix(short), one, on)):
                return found
        return ()

    def _called(self, name: str, within: CodedArea | None, on: date | None) -> tuple[CodedArea, ...]:
        """What is called so within a prefecture, or anywhere: present areas, else those of an old name."""
        county = 0
        present = self._present(name, within, on)
        if not present and name.endswith(IN_COUNTIES) and (county := county_length(name)):
            present = self._present(name[county:], within, on)
        past = self._within(self.by_old_name.get(spelling(name[county:]), ()), within)
        if not present:
            return past
        if on:
            past = tuple(one for one in past if one.renamed_from and one.renamed_from.changed_on > on)
        elif within or not county:
            past = ()
        return tuple(dict.fromkeys((*present, *past)))

    def _present(self, name: str, within: CodedArea | None, on: date | None) -> tuple[CodedArea, ...]:
        for found in (self.by_name.get(name, ()), self.by_spelling.get(spelling(name), ())):
            if inside := self._within(found, within):
                return _on(inside, on)
        return ()

    def _within(self, found: tuple[CodedArea, ...], within: CodedArea | None) -> tuple[CodedArea, ...]:
        return tuple(one for one in found if within is None or one.parent_code is None or self.prefecture_of(one) == within)


def _on(found: tuple[CodedArea, ...], on: date | None) -> tuple[CodedArea, ...]:
    """The present areas; on a day, those too that had not ended, in place of what followed them; else what ended."""
    former = tuple(one for one in found if on and one.area.until and one.area.until >= on)
    followed = {one.full_name for one in former}
    current = tuple(one for one in found if one.area.until is None and one.full_name not in followed)
    return former + current or found


def _length_in(text: str, plain_length: int) -> int:
    """How many characters of a text make so many of its normalised form."""
    return next(length for length in range(len(text) + 1) if len(normalised(text[:length])) >= plain_length)
