"""A cleaned view of a line that remembers where each character stood: rules read it, quotations stay raw."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from graph.facts import Quotation

KEPT = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳…～　")
"""Characters that NFKC would turn into something that rules cannot tell from text (list marks, wide spaces)."""
HYPHENS = "-‐‑‒–−"
KATAKANA = re.compile(r"[ァ-ヺー]")
JAPANESE = re.compile(r"[ぁ-んァ-ヺー一-龯々〆、。「」『』()・]")
TAG = re.compile(r"<[^<>]{0,200}>")
BREAK = "\n"
MISREAD = (("ファント(?=事業|助成|等|、|$)", "ファンド"), ("ニース(?=の|把|調)", "ニーズ"), ("OB回", "OB会"))
"""Words that text recognition gets wrong in such reports, with what must follow; as long as what they stand for."""
TITLE_BEFORE_SPACE = re.compile(r"(?:^|[\n●○・])[^、。はをがに\n●○・　]{1,14}(事業|講座|コーナー|教室|カフェ|サービス|サロン)$")


@dataclass(frozen=True)
class Stretch:
    """A piece of one line: cleaned text, and for each of its characters where it stands in the raw line."""

    line: int
    raw: str
    text: str
    places: tuple[tuple[int, int], ...]

    def part(self, start: int, end: int) -> "Stretch":
        """A piece of the piece, without spaces at its ends."""
        while start < end and self.text[start] in " 　\n":
            start += 1
        while end > start and self.text[end - 1] in " 　\n":
            end -= 1
        return Stretch(self.line, self.raw, self.text[start:end], self.places[start:end])

    @cached_property
    def quote(self) -> str:
        """The raw characters from the first to the last."""
        return self.raw[self.places[0][0] : self.places[-1][1]] if self.places else ""

    def quotation(self, extractor: str, area_id: str | None, certainty: str = "explicit") -> Quotation:
        """The piece as evidence."""
        repaired = unicodedata.normalize("NFKC", self.quote) != unicodedata.normalize("NFKC", self.text)
        return Quotation(
            quote=self.quote,
            extractor=extractor,
            certainty=certainty,
            line=self.line,
            start=self.places[0][0],
            end=self.places[-1][1],
            area_id=area_id,
            repairs=(f"{self.quote} → {self.text}",) if repaired and len(self.text) <= 60 else (),  # noqa: PLR2004 - a name
        )


def cleaned(line: int, raw: str, start: int = 0, end: int | None = None) -> Stretch:
    """The cleaned view of `raw[start:end]`."""
    pairs = _without_broken_spaces(_long_vowels(_characters(raw, start, len(raw) if end is None else end)))
    text = "".join(character for character, _ in pairs)
    places = tuple(place for _, place in pairs)
    for pattern, right in MISREAD:
        found = re.search(pattern, text)
        while found:
            text, places = _replaced(text, places, found.span(), right)
            found = re.search(pattern, text)
    return Stretch(line, raw, text, places)


Pairs = list[tuple[str, tuple[int, int]]]


def _replaced(text: str, places: tuple[tuple[int, int], ...], span: tuple[int, int], right: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text with one word put right; every new character stands where the whole wrong word stood."""
    start, end = span
    whole = (places[start][0], places[end - 1][1])
    return text[:start] + right + text[end:], places[:start] + (whole,) * len(right) + places[end:]


def _characters(raw: str, start: int, end: int) -> Pairs:
    """Each character in its compatibility form; a tag becomes a line break; half-width kana get their marks."""
    pairs: Pairs = []
    at = start
    while at < end:
        tag = TAG.match(raw, at, end) if raw[at] == "<" else None
        width = tag.end() - at if tag else 1
        if not tag and at + 1 < end and raw[at + 1] in "ﾞﾟ":
            width = 2
        piece = raw[at : at + width]
        text = BREAK if tag else piece if piece in KEPT else unicodedata.normalize("NFKC", piece)
        if piece == "*" and raw[at : at + 2] == "**":
            at += 2
            continue
        if piece in "\ufeff\t":
            text = "　"
        pairs += [(character, (at, at + width)) for character in text]
        at += width
    return pairs


def _long_vowels(pairs: Pairs) -> Pairs:
    """A hyphen after two katakana stands for the long vowel: サ-ビス, ニ- ズ."""
    fixed: Pairs = []
    for index, (character, place) in enumerate(pairs):
        before = fixed[-1][0] if fixed else ""
        after = next((one for one, _ in pairs[index + 1 :] if one != " "), "")
        is_long = character in HYPHENS and KATAKANA.match(before) and not after.isdigit()
        fixed.append(("ー" if is_long else character, place))
    return fixed


def _without_broken_spaces(pairs: Pairs) -> Pairs:
    """Without the spaces that broke Japanese words; two spaces and more separate, as a wide one does."""
    fixed: Pairs = []
    text, index = "", 0
    while index < len(pairs):
        character, place = pairs[index]
        if character != " ":
            fixed.append(pairs[index])
            text, index = text + character, index + 1
            continue
        end = index
        while end < len(pairs) and pairs[end][0] == " ":
            end += 1
        after = pairs[end][0] if end < len(pairs) else ""
        broken = JAPANESE.match(text[-1:] or "。") or JAPANESE.match(after or "。")
        numbered = after == "(" and end + 1 < len(pairs) and pairs[end + 1][0].isdigit()
        if end - index > 1 or numbered or (TITLE_BEFORE_SPACE.search(text[-20:]) and end + 8 < len(pairs)):
            kept = "　"
        else:
            kept = "" if broken else " "
        if kept:
            fixed.append((kept, (place[0], pairs[end - 1][1][1])))
        text, index = text + kept, end
    return fixed
