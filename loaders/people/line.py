"""A line with its words, asked about a piece of it: whether what stands beside the piece says that it is a person's name.

A surname alone is also the name of a place, a shop or a clinic; so it counts only beside an honorific (田中さん), a post
(会長の田中), a label (担当：田中), an age, a telephone or a house (田中宅). A surname with a given name counts by itself.
"""

import re

from loaders.japanese.morphology import readings_of
from loaders.people import person_words as beside
from loaders.people.known import Known
from loaders.people.possible_names import ENDS, Kind, Unit, analysed, units_of
from loaders.people.rule_data import rule_data

REACH = 100
"""Characters before a name in which a post, a body or the name before it in a list is looked for."""
NOUN_LIKE = frozenset({"名詞", "接頭辞", "接尾辞", "形状詞"})
ACTS = re.compile(r"[はがも:]")
OF_A_NAME = re.compile("会議|会(?![長員計])|隊|サロン|カフェ|便")
"""Behind さん it goes on to be the name of a body or service: おとなりさん会議."""


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
        before = beside.post_before().search(self.text, max(0, unit.start - REACH), unit.start)
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
        return beside.body_before().search(self.text, max(0, unit.start - REACH), unit.start) is not None

    def _signs(self, unit: Unit) -> bool:
        """(山田) or 山田 記 at the end of a text, and the name is no place's."""
        if unit.kind < Kind.SURNAME or self.is_place(unit) or "地名" in readings_of(self.text[unit.start : unit.end]):
            return False
        return unit.sure and bool(beside.signature().search(f"{self.text[: unit.start]}＿{self.text[unit.end :]}"))

    def _is_whole(self, unit: Unit) -> bool:
        """A surname with a known given name, and nothing of the same noun before or behind it."""
        if unit.last == unit.first + 1 and self.words[unit.last].text in rule_data("persons")["sides"]:
            return False  # 大浦東 is a part of 大浦
        return unit.kind is Kind.FULL and unit.sure and self.ends_here(unit.last) and not self._follows_a_noun(unit)

    def is_place(self, unit: Unit) -> bool:
        """Whether the document names a place by the same word."""
        return self.text[unit.start : unit.end] in self.known.places

    def _follows_a_noun(self, unit: Unit) -> bool:
        """Whether a noun that is no post or label stands right before it: コープ in コープ駿野."""
        before = self.words[unit.first - 1] if unit.first else None
        if before is None or before.part not in NOUN_LIKE:
            return False
        return beside.post_before().search(self.text, max(0, unit.start - REACH), unit.start) is None

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
