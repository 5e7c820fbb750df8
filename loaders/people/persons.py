"""Private persons' names in a text: each by itself, those that stand beside it in a list, and those named elsewhere."""

import re
from collections.abc import Iterator

from loaders.japanese.morphology import readings_of
from loaders.people import person_words as beside
from loaders.people.known import NOTHING, Known
from loaders.people.line import REACH, Line
from loaders.people.possible_names import Kind, analysed, is_surname

Span = tuple[int, int]

LONGEST = 2_000
"""Characters that are looked at together: each name is judged by what stands before and behind it."""
CUT = re.compile(r"[。\n、 　]")

LIST_MARK = re.compile(r"(?:\([^()]*\))?(?:、|・|,|/)[ 　]?$")
TOGETHER = re.compile("の?(?:両氏|両名|三氏|四氏)")


def persons_in(text: str, known: Known = NOTHING, *, label: bool = False) -> list[Span]:
    """Start and end of every private person's name of a cleaned text, in their order.

    Args:
        text: a cleaned line or cell.
        known: what the rest of the document says.
        label: whether a label outside the text says that it names persons, as the head of a table's column does.
    """
    found: list[Span] = []
    for begin, end in _pieces(text):
        piece = text if end - begin == len(text) else text[begin:end]
        found += [(begin + first, begin + last) for first, last in _persons_of(piece, known, label=label)]
    return found


def _pieces(text: str) -> Iterator[Span]:
    """A text in pieces that are looked at by themselves: a long one is divided behind a sentence, a line or a gap."""
    begin = 0
    while len(text) - begin > LONGEST:
        cuts = [match.end() for match in CUT.finditer(text, begin + LONGEST // 2, begin + LONGEST)]
        end = cuts[-1] if cuts else begin + LONGEST
        yield begin, end
        begin = end
    yield begin, len(text)


def _persons_of(text: str, known: Known, *, label: bool) -> list[Span]:
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


def _listed(line: Line, found: list[Span]) -> Iterator[Span]:
    """The further names of a list: 出席者：長谷川、近藤、村上; 田中、佐藤の両氏."""
    starts, ends = {start for start, _ in found}, {end for _, end in found}
    for unit in sorted(line.units, key=lambda one: (one.start, -one.end)):
        if unit.kind < Kind.SURNAME or (unit.kind is Kind.SURNAME and (not unit.sure or line.is_place(unit))) or unit.start in starts:
            continue
        before = LIST_MARK.search(line.text, max(0, unit.start - REACH), unit.start)
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
