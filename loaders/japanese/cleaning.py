"""A cleaned view of a line that remembers where each character stood: rules read it, quotations stay raw."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from graph.facts import Quotation
from loaders.japanese.repairs import repairs_of

MASK = "＊"
"""Stands for each character of a private person's name (`masking.py`)."""
KEPT = frozenset(f"①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳…～　{MASK}")
"""Characters that NFKC would turn into something that rules cannot tell from text (list marks, wide spaces)."""
LIST_MARKS = "・●○◆■◇□▶※"
"""Marks that begin an item: the space before one is no break within a word."""
HYPHENS = "-‐‑‒–−"
KATAKANA = re.compile(r"[ァ-ヺー]")
JAPANESE = re.compile(r"[ぁ-んァ-ヺー一-龯々〆、。「」『』()・]")
TAG = re.compile(r"<[^<>]{0,200}>")
BREAK = "\n"
PLACES = tuple((at, at + 1) for at in range(4_000))
"""Where single characters stand: made once and shared, since a long document has a million of them."""
MISREAD = (("ファント(?=事業|助成|等|、|$)", "ファンド"), ("ニース(?=の|把|調)", "ニーズ"), ("OB回", "OB会"))
"""Words that text recognition gets wrong in such reports, with what must follow; as long as what they stand for."""
REACH = 20
"""How many characters before a space say what the space is."""
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
        return Quotation(
            quote=self.quote,
            extractor=extractor,
            certainty=certainty,
            line=self.line,
            start=self.places[0][0],
            end=self.places[-1][1],
            area_id=area_id,
            repairs=repairs_of(self.raw, self.text, self.places),
        )


def cleaned(line: int, raw: str, start: int = 0, end: int | None = None) -> Stretch:
    """The cleaned view of `raw[start:end]`."""
    pairs = _without_broken_spaces(_long_vowels(_characters(raw, start, len(raw) if end is None else end)))
    text = "".join(character for character, _ in pairs)
    places = tuple(place for _, place in pairs)
    for pattern, right in MISREAD:
        found = [match.span() for match in re.finditer(pattern, text)]
        if found:
            text, places = _replaced(text, places, found, right)
    return Stretch(line, raw, text, places)


Pairs = list[tuple[str, tuple[int, int]]]


def _replaced(
    text: str, places: tuple[tuple[int, int], ...], spans: list[tuple[int, int]], right: str
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text with a word put right wherever it stands; every new character stands where the whole wrong word stood."""
    characters, standing = list(text), list(places)
    for start, end in reversed(spans):
        characters[start:end] = right
        standing[start:end] = [(places[start][0], places[end - 1][1])] * len(right)
    return "".join(characters), tuple(standing)


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
        place = PLACES[at] if width == 1 and at < len(PLACES) else (at, at + width)
        pairs += [(character, place) for character in text]
        at += width
    return pairs


def _long_vowels(pairs: Pairs) -> Pairs:
    """A hyphen after two katakana stands for the long vowel: サ-ビス, ニ- ズ."""
    fixed: Pairs = []
    for index, (character, place) in enumerate(pairs):
        is_long = character in HYPHENS and fixed and KATAKANA.match(fixed[-1][0]) and not _after_spaces(pairs, index + 1).isdigit()
        fixed.append(("ー" if is_long else character, place))
    return fixed


def _after_spaces(pairs: Pairs, index: int) -> str:
    while index < len(pairs) and pairs[index][0] == " ":
        index += 1
    return pairs[index][0] if index < len(pairs) else ""


def _without_broken_spaces(pairs: Pairs) -> Pairs:
    """Without the spaces that broke Japanese words; two spaces and more separate, as a wide one does."""
    fixed: Pairs = []
    before, index = "", 0
    while index < len(pairs):
        character, place = pairs[index]
        if character != " ":
            fixed.append(pairs[index])
            before, index = (before + character)[-REACH:], index + 1
            continue
        end = index
        while end < len(pairs) and pairs[end][0] == " ":
            end += 1
        after = pairs[end][0] if end < len(pairs) else ""
        broken = JAPANESE.match(before[-1:] or "。") or JAPANESE.match(after or "。")
        numbered = after == "(" and end + 1 < len(pairs) and pairs[end + 1][0].isdigit()
        listed = after in LIST_MARKS and after != ""
        if end - index > 1 or numbered or listed or (TITLE_BEFORE_SPACE.search(before) and end + 8 < len(pairs)):
            kept = "　"
        else:
            kept = "" if broken else " "
        if kept:
            fixed.append((kept, (place[0], pairs[end - 1][1][1])))
        before, index = (before + kept)[-REACH:], end
    return fixed
