"""Repairs of a cleaned text as people read them: the word as it stands and the word as it is read, no more of the sentence."""

import unicodedata
from collections.abc import Iterator
from itertools import groupby

from loaders.japanese.morphology import words_of

BLANK = " 　\n"
Places = tuple[tuple[int, int], ...]


def repairs_of(raw: str, text: str, places: Places) -> tuple[str, ...]:
    """'before → after' for each repaired word of a text, once each; other forms of the same character are no repair.

    Args:
        raw: the line as it lies on disk.
        text: the cleaned text.
        places: start and end in the raw line of each of its characters.
    """
    changed = sorted(_changed(raw, text, places))
    found: dict[str, None] = {}
    for start, end in _in_words(text, changed):
        before, after = raw[places[start][0] : places[end - 1][1]].strip(BLANK), text[start:end].strip(BLANK)
        if before and after:
            found[f"{before} → {after}"] = None
    return tuple(found)


def _changed(raw: str, text: str, places: Places) -> Iterator[tuple[int, int]]:
    """Start and end, in the text, of what does not stand so in the line: other characters, or none where a space stands."""
    before = -1
    for place, group in groupby(range(len(text)), key=lambda index: places[index]):
        indices = list(group)
        read, stands = text[indices[0] : indices[-1] + 1], raw[slice(*place)]
        if read.strip(BLANK) and unicodedata.normalize("NFKC", stands) != unicodedata.normalize("NFKC", read):
            yield indices[0], indices[-1] + 1
        if before >= 0 and raw[before : place[0]] and not raw[before : place[0]].strip(BLANK):
            yield indices[0] - 1, indices[0] + 1
        before = place[1]


def _in_words(text: str, changed: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The words in which something changed; those that touch are one."""
    if not changed:
        return
    words = [(word.start, word.end) for word in words_of(text)]
    spans: list[tuple[int, int]] = []
    for start, end in changed:
        touched = [span for span in words if span[0] < end and start < span[1]]
        span = (min([start, *(one[0] for one in touched)]), max([end, *(one[1] for one in touched)]))
        if spans and span[0] < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(span[1], spans[-1][1]))
        else:
            spans.append(span)
    yield from spans
