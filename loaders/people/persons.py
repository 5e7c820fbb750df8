"""Private persons' names in a line: words that can be names, and what beside them says that a person is meant.

A surname alone is also the name of a place, a shop or a clinic; so it counts only beside an honorific (田中さん), a post
(会長の田中), a label (担当：田中), an age, a telephone or a house (田中宅). A surname with a given name counts by itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.japanese.morphology import readings_of
from loaders.people import person_words as beside
from loaders.people.possible_names import ENDS, Kind, Unit, analysed, is_surname, units_of
from loaders.people.rule_data import rule_data

Span = tuple[int, int]

NOUN_LIKE = frozenset({"名詞", "接頭辞", "接尾辞", "形状詞"})
LIST_MARK = re.compile(r"(?:\([^()]*\))?(?:、|・|,|/)[ 　]?$")
TOGETHER = re.compile("の?(?:両氏|両名|三氏|四氏)")
ACTS = re.compile(r"[はがも:]")
OF_A_NAME = re.compile("会議|会(?![長員計])|隊|サロン|カフェ|便")
"""Behind さん it goes on to be the name of a body or service: おとなりさん会議."""


@dataclass(frozen=True)
class Known:
    """What the rest of the document says: who is a person there, and what is a place."""

    full: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()


NOTHING = Known()


def persons_in(text: str, known: Known = NOTHING, *, label: bool = False) -> list[Span]:
    """Start and end of every private person's name of a cleaned text, in their order.

    Args:
        text: a cleaned line or cell.
        known: what the rest of the document says.
        label: whether a label outside the text says that it names persons, as the head of a table's column does.
    """
    line = Line(text, known, label=label)
    chosen: list[Span] = []
    for unit in sorted(line.units, key=lambda one: (one.start - one.end, one.start)):
        if _is_free(unit.start, unit.end, chosen) and line.is_person(unit):
            chosen.append((line.beginning_of(unit), unit.end))
    for span in (*_listed(line, chosen), *_repeated(line), *_houses(text)):
        if _is_free(*span, chosen):
            chosen.append(span)
    readings = [found.span(1) for _, end in chosen if (found := beside.reading_behind().match(text, end))]
    return sorted([*chosen, *readings])


def is_whole_name(text: str) -> bool:
    """Whether a name has a surname and more."""
    words = analysed(text)
    return len(words) > 1 and is_surname(words[0])


def surname_of(text: str) -> str:
    """The surname that a name begins with; empty where it has none."""
    words = analysed(text)
    return text[: words[0].end] if words and is_surname(words[0]) else ""


def _is_free(start: int, end: int, chosen: list[Span]) -> bool:
    return all(end <= other_start or other_end <= start for other_start, other_end in chosen)


class Line:
    """A text with its words, asked about the pieces that can be names."""

    def __init__(self, text: str, known: Known, *, label: bool) -> None:
        self.text, self.known, self.label = text, known, label
        self.words = analysed(text)
        self.units = list(units_of(text, self.words))

    def beginning_of(self, unit: Unit) -> int:
        """Where the name begins: with 東 in 東山田さん."""
        before = self.words[unit.first - 1] if unit.first else None
        is_part = before and before.end == unit.start and before.text in rule_data("persons")["name_beginnings"]
        return before.start if before and is_part else unit.start

    def is_person(self, unit: Unit) -> bool:
        """Whether something beside the piece says that it is a person's name, or the piece itself does."""
        name = self.text[unit.start : unit.end]
        if name in beside.listed("no_names"):
            return False
        if unit.kind <= Kind.SURNAME and not unit.sure and name.endswith(beside.no_name_endings()):
            return False
        if unit.kind > Kind.SURNAME and self.words[unit.last].text in beside.no_name_endings():
            return False  # 千草苑 is a house, and no given name
        return (
            self._is_addressed(unit)
            or self._has_a_post_behind(unit)
            or self._has_a_post_before(unit)
            or self._has_a_number(unit)
            or self._acts_for_a_body(unit)
            or self._signs(unit)
            or self._is_whole(unit)
        )

    def _is_addressed(self, unit: Unit) -> bool:
        """田中さん, 山田太郎氏, 鈴木宅, 鈴木さん宅."""
        behind = beside.honorific().match(self.text, unit.end)
        if behind and OF_A_NAME.match(self.text, behind.end()):
            return False
        if behind and any(word.end == behind.end() for word in self.words):
            if unit.kind is Kind.GIVEN:
                return not self._follows_a_noun(unit)
            return unit.kind > Kind.GIVEN or behind[0].strip() in {"氏", "さん"}
        home = beside.home().match(self.text, unit.end)
        return bool(home) and unit.kind >= Kind.SURNAME and (unit.sure or unit.kind > Kind.SURNAME or not self._follows_a_noun(unit))

    def _has_a_post_behind(self, unit: Unit) -> bool:
        """山田会長, 山田太郎(会長)."""
        if unit.kind < Kind.SURNAME or (unit.kind is Kind.SURNAME and (self._follows_a_noun(unit) or self.is_place(unit))):
            return False
        if found := beside.bracket().match(self.text, unit.end):
            is_post = found["post"] in beside.listed("titles") and unit.end - unit.start > 1
            return unit.sure or unit.kind is Kind.FULL or is_post
        if beside.post_behind("titles").match(self.text, unit.end):
            return True
        return bool(beside.post_behind("titles_of_places").match(self.text, unit.end)) and (unit.sure or unit.kind is Kind.FULL)

    def _has_a_post_before(self, unit: Unit) -> bool:
        """会長の山田, 担当：山田, 会長 山田太郎; with nothing of the same noun behind it."""
        if unit.kind < Kind.SURNAME or not self.ends_here(unit.last):
            return False
        before = beside.post_before().search(self.text, 0, unit.start)
        is_first = self.label and not self.text[: unit.start].strip(" 　|")
        if not before and not is_first:
            return False
        is_joined = before is not None and before["between"] is None
        if unit.kind is not Kind.SURNAME:
            return unit.kind is Kind.FULL or not is_joined
        if self.is_place(unit) or (is_joined and unit.end - unit.start == 1):
            return False
        return unit.sure or unit.end - unit.start > 1

    def _has_a_number(self, unit: Unit) -> bool:
        """山田・78歳, 山田 0595-21-1111."""
        if unit.kind < Kind.SURNAME or self._follows_a_noun(unit) or self.is_place(unit):
            return False
        return bool(beside.number_behind().match(self.text, unit.end)) and (unit.sure or unit.kind is Kind.FULL)

    def _acts_for_a_body(self, unit: Unit) -> bool:
        """町社協の田中が…."""
        if not unit.sure or unit.kind < Kind.SURNAME or self.is_place(unit) or not self.acts(unit):
            return False
        return beside.body_before().search(self.text, 0, unit.start) is not None

    def _signs(self, unit: Unit) -> bool:
        """(山田) or 山田 記 at the end of a text, and the name is no place's."""
        if unit.kind < Kind.SURNAME or self.is_place(unit) or "地名" in readings_of(self.text[unit.start : unit.end]):
            return False
        return unit.sure and bool(beside.signature().search(f"{self.text[: unit.start]}＿{self.text[unit.end :]}"))

    def _is_whole(self, unit: Unit) -> bool:
        """A surname with a known given name, and nothing of the same noun before or behind it."""
        return unit.kind is Kind.FULL and unit.sure and self.ends_here(unit.last) and not self._follows_a_noun(unit)

    def is_place(self, unit: Unit) -> bool:
        """Whether the document names a place by the same word."""
        return self.text[unit.start : unit.end] in self.known.places

    def _follows_a_noun(self, unit: Unit) -> bool:
        """Whether a noun that is no post or label stands right before it: コープ in コープ駿野."""
        before = self.words[unit.first - 1] if unit.first else None
        if before is None or before.part not in NOUN_LIKE:
            return False
        return beside.post_before().search(self.text, 0, unit.start) is None

    def ends_here(self, last: int) -> bool:
        """Whether the noun ends with this word."""
        after = self.words[last + 1] if last + 1 < len(self.words) else None
        if after is None or after.part in ENDS:
            return True
        joined = self.text.startswith(tuple(beside.listed("after_words")), after.start)
        return joined or beside.honorific().match(self.text, after.start) is not None

    def acts(self, unit: Unit) -> bool:
        """Whether the piece is a noun of its own with は, が, も or a colon behind it."""
        return self.ends_here(unit.last) and not self._follows_a_noun(unit) and ACTS.match(self.text, unit.end) is not None


def _listed(line: Line, found: list[Span]) -> Iterator[Span]:
    """The further names of a list: 出席者：長谷川、近藤、村上; 田中、佐藤の両氏."""
    starts, ends = {start for start, _ in found}, {end for _, end in found}
    for unit in sorted(line.units, key=lambda one: (one.start, -one.end)):
        if unit.kind < Kind.SURNAME or (unit.kind is Kind.SURNAME and (not unit.sure or line.is_place(unit))) or unit.start in starts:
            continue
        before = LIST_MARK.search(line.text, 0, unit.start)
        if before and before.start() in ends and re.match(r"[、・,/(。 　]|$", line.text[unit.end :]):
            starts.add(unit.start)
            ends.add(unit.end)
            yield unit.start, unit.end
    for first, end in found:
        if TOGETHER.match(line.text, end):
            yield from _before_in_list(line, first)


def _before_in_list(line: Line, start: int) -> Iterator[Span]:
    """The names before one of a list: 田中 in 田中・佐藤両氏."""
    for unit in sorted(line.units, key=lambda one: -one.end):
        if unit.kind >= Kind.SURNAME and unit.sure and line.text[unit.end : start] in {"・", "、", "と", "や"}:
            yield unit.start, unit.end
            start = unit.start


def _houses(text: str) -> Iterator[Span]:
    """The name of a house that the analyser divides elsewhere: 前田宅 is no 前 of a 田宅."""
    for match in beside.house().finditer(text):
        is_name = "姓" in readings_of(match["name"]) and match["name"] not in beside.listed("no_names")
        if is_name and "一般" not in readings_of(match[0]):
            yield match.span("name")


def _repeated(line: Line) -> Iterator[Span]:
    """Names of persons whom the document names elsewhere: the whole name, and the surname where it acts or speaks."""
    starts, ends = {word.start for word in line.words}, {word.end for word in line.words}
    for name in line.known.full:
        for match in re.finditer(re.escape(name), line.text):
            if match.start() in starts and match.end() in ends:
                yield match.span()
    for unit in line.units:
        name = line.text[unit.start : unit.end]
        if unit.kind is Kind.SURNAME and unit.sure and name in line.known.surnames and not line.is_place(unit) and line.acts(unit):
            yield unit.start, unit.end
