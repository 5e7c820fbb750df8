"""The text of a case: the lines that speak of it, masked, and divided into parts that are not too long to be sent."""

from collections.abc import Iterable, Iterator, Sequence

from loaders.case_studies.cases import find_cases
from loaders.case_studies.document import Document
from loaders.case_studies.extractors.contract import CaseText, Piece
from loaders.case_studies.extractors.masking import masked_lines
from loaders.case_studies.masking import masked
from loaders.case_studies.passages import Case, Passage
from loaders.case_studies.tables import is_row
from loaders.japanese.cleaning import Stretch

BETWEEN_CELLS = " ｜ "


def case_texts(document: Document) -> tuple[CaseText, ...]:
    """Every case of a document that holds text."""
    cases = [case for case in find_cases(masked(document)).cases if case.passages or case.titles]
    return tuple(text_of(case) for case in cases)


def text_of(case: Case) -> CaseText:
    """The lines of a case: whole lines of its narrative, and of tables only its own cells and their labels."""
    raws: dict[int, str] = {}
    spans: dict[int, set[tuple[int, int]]] = {}
    for stretch in _stretches(case):
        if not stretch.places:
            continue
        raws[stretch.line] = stretch.raw
        whole = (stretch.places[0][0], stretch.places[-1][1]) if is_row(stretch.raw) else (0, len(stretch.raw))
        spans.setdefault(stretch.line, set()).add(whole)
    masked = masked_lines(raws)
    pieces = [Piece(line=line, start=start, end=end, masked=masked[line]) for line in sorted(spans) for start, end in _widest(spans[line])]
    return CaseText(case=case, pieces=tuple(piece for piece in pieces if piece.text.strip()))


def _stretches(case: Case) -> Iterator[Stretch]:
    yield from case.heads
    yield from case.titles
    if case.network_label is not None:
        yield case.network_label
    for passage in case.passages:
        yield from _of_passage(passage)


def _of_passage(passage: Passage) -> Iterable[Stretch]:
    above = (passage.label, passage.actors, passage.topic, passage.within, passage.activity)
    return (passage.stretch, *(one for one in above if one is not None))


def _widest(spans: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans that lie in no other, in the order of the line."""
    inner = {one for one in spans for other in spans if one != other and other[0] <= one[0] and one[1] <= other[1]}
    return sorted(spans - inner)


def parts_of(text: CaseText, longest: int) -> list[str]:
    """The case as it is sent, each line with its number, in parts of no more than so many characters."""
    parts: list[str] = []
    lines: list[str] = []
    for line in _numbered(text.pieces, longest):
        if lines and sum(len(one) + 1 for one in lines) + len(line) > longest:
            parts.append("\n".join(lines))
            lines = []
        lines.append(line)
    return [*parts, "\n".join(lines)] if lines else parts


def _numbered(pieces: Sequence[Piece], longest: int) -> Iterator[str]:
    """Each line once with its number; a line that is too long by itself in several pieces with the same number."""
    by_line: dict[int, list[str]] = {}
    for piece in pieces:
        by_line.setdefault(piece.line, []).append(piece.text.strip())
    for line, texts in by_line.items():
        text, mark = BETWEEN_CELLS.join(texts), f"{line}: "
        width = longest - len(mark)
        for begin in range(0, len(text), width):
            yield mark + text[begin : begin + width]


def first_line(part: str) -> int:
    """The number of the first line of a part."""
    return int(part.partition(":")[0])
