"""Whether a line goes on in the next: it does where the next line's beginning would not have fitted any more."""

import re
import unicodedata
from collections.abc import Sequence

from loaders.case_studies.formats.pdf_characters import BULLET
from loaders.case_studies.formats.pdf_lines import Line

CANNOT_END = frozenset("「『（(【［[〔〈《“‘")
CANNOT_BEGIN = frozenset("、。，．,.・：；:;？！?!ー々〻」』）)】］]〕〉》”’…‥ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ%％℃")
HANGING = frozenset("、。，．,.")
RUN = re.compile(r"[A-Za-z0-9Ａ-Ｚａ-ｚ０-９.,%:/&'’-]")
BULLETS = f"{BULLET}‣▪◦∙⦁●○◆◇■□▶▷▲△▼▽☆★◎※・➢➤✓✔⇒→＊*"
BEGINS_ANEW = re.compile(
    rf"(?:[{re.escape(BULLETS)}]|[①-⑳⑴-⒇⒈-⒛]|[-–—－]\s|[(（][0-9０-９一二三四五六七八九十ア-ンa-z]{{1,3}}[)）]"
    r"|[0-9０-９]{1,2}(?:[.．-][0-9０-９]{1,2})*[.．)）　](?![0-9])|第[0-9０-９一二三四五六七八九十]{1,3}[章節条]|[【〔<＜]"
    r"|(?:(?:平成|令和|昭和|大正)?[0-9０-９元]{1,4}年|同年)(?:度|[0-9０-９]{1,2}月)?(?:[0-9０-９]{1,2}日)?[　:：]"
    r"|[QAＱＡ][.．]|[ア-ン][.．)）]|[a-z][.)）])"
)
COUNTED = (re.compile(r"[①-⑳]"), re.compile(r"[(（][0-9０-９]{1,2}[)）]"))
RULER = re.compile(r"[=＝\-―_*~～─━‐－]{4,}$")
UNFINISHED = re.compile(r"[、，はがをにでとのもへやしり「『（(]$")
LONG_ENOUGH = 0.6
ROOM_TO_SPARE = 1.0
"""In sizes: justified lines and odd widths make the room that seems to be left inexact."""
SAME_SIZE = 0.08


def begins_anew(text: str) -> bool:
    """Whether a line begins with a mark, number or bracket that opens a new block."""
    return BEGINS_ANEW.match(text) is not None


def goes_on(before: Line, after: Line, left: float, right: float) -> bool:
    """Whether a sentence goes on from one line to the next, by their words and the room between `left` and `right`."""
    if RULER.match(before.text) or RULER.match(after.text):
        return False
    if begins_anew(after.text) and not _counts_on(before.text, after.text):
        return False
    if abs(before.size - after.size) > SAME_SIZE * max(before.size, after.size):
        return False
    room = right - before.x1
    if room < _width_of_beginning(after) + ROOM_TO_SPARE * after.size:
        return True
    return UNFINISHED.search(before.text) is not None and before.x1 - left > LONG_ENOUGH * (right - left)


def _width_of_beginning(line: Line) -> float:
    """How wide the shortest piece is that could have stood at the end of the line before."""
    glyphs = line.glyphs
    end = 0
    while end < len(glyphs) - 1 and glyphs[end].text in CANNOT_END:
        end += 1
    if RUN.match(glyphs[end].text):
        while end < len(glyphs) - 1 and RUN.match(glyphs[end + 1].text):
            end += 1
    while end < len(glyphs) - 1 and glyphs[end + 1].text in CANNOT_BEGIN:
        end += 1
    return glyphs[end].x1 - glyphs[0].x0


def between(before: Line, after: Line) -> str:
    """What stands between two lines that are one: a space where one is written, between Latin words, and before a number."""
    ends, begins = before.text[-1:], after.text[:1]
    latin = all(one and unicodedata.east_asian_width(one) in {"Na", "N", "H"} and one.isalnum() for one in (ends, begins))
    return " " if latin or before.spaced or begins_anew(after.text) else ""


def _counts_on(before: str, after: str) -> bool:
    """Whether a number at the beginning of a line is one of several that stand within the lines: (1) 町 (2) 社協 / (3) 包括."""
    return any(mark.match(after) and mark.search(before, 1) for mark in COUNTED)


def end_of(line: Line) -> float:
    """Where a line ends, without a full stop or comma, which may hang over the edge of the text."""
    return next((glyph.x1 for glyph in reversed(line.glyphs) if glyph.text not in HANGING), line.x1)


def width_of_text(lines: Sequence[Line], opposite: float) -> tuple[float, float]:
    """Left and right edge of the text in which these lines stand.

    The right edge is where several lines end, as full lines do; where too few are full, it is `opposite`: where it would be by
    the left edge.
    """
    left = min(line.x0 for line in lines)
    ends = [end_of(line) for line in lines]
    right = max(ends)
    size = sorted(line.size for line in lines)[len(lines) // 2]
    full = sum(end > right - 1.5 * size for end in ends)
    is_edge = full >= max(3, 0.1 * len(lines)) and right >= left + 0.8 * (opposite - left)
    return left, right if is_edge else max(right, opposite)
