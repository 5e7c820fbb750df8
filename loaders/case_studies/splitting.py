"""Splitting: cells into bullets, bullets into sentences, lists into items."""

import re

from loaders.case_studies.missing import is_missing
from loaders.japanese.cleaning import BREAK, Stretch

BULLET = re.compile(r"[●○◆■◇□▶]|[①-⑳]|(?:(?<=^)|(?<=[\n\s　]))・|※|(?:^|(?<=[\s　]))\(\d{1,2}\)|\n")
LEADING_MARK = re.compile(
    r"^(?:[\s　]|[ア-ン](?:[.．)]|(?=　))|#{1,6}(?!#)|[-*+]\s|[●○◆■◇□▶◎*・※⇒→－-](?!\d)|[\[〔]\d{1,2}[\]〕]|[①-⑳]|\(\d{1,2}\)"
    r"|\d{1,2}(?:[.-]\d{1,2})?[.)．]?[　 ]+|[a-z]\)|\d{1,2}[.)．](?!\d)|[QA][.．]|[▲△▼▽☆★◇]|＊(?![＊さ氏様君先会(]))+"
)
LONGEST_SENTENCE = 800
"""Characters; several times those of the longest sentence in any report that was looked at."""
SENTENCE_END = re.compile(r"。|[!?](?=[^」』])|♪")
ITEM_BREAK = re.compile(
    r"[、,/／\n　]|(?<!自治会)(?<!町内会)(?<!民生委員)(?<!民生)(?<![ァ-ヺー])・|(?<=[ァ-ヺー])・(?![ァ-ヺー])"
    r"|(?:及び|および|並びに|ならびに)"
)


def without_mark(stretch: Stretch) -> Stretch:
    """The stretch without the list marks at its beginning."""
    found = LEADING_MARK.match(stretch.text)
    return stretch.part(found.end() if found else 0, len(stretch.text))


def bullets(stretch: Stretch) -> list[Stretch]:
    """The bullets of a cell or line; a cell without marks is one bullet. References to a number (3①) do not split."""
    ends = [match.start() for match in BULLET.finditer(stretch.text) if not _refers(stretch.text, match)]
    starts = [0, *ends]
    pieces = [without_mark(stretch.part(a, b)) for a, b in zip(starts, [*ends, len(stretch.text)], strict=True)]
    return [piece for piece in pieces if piece.text and not is_missing(piece.text)]


def _refers(text: str, match: re.Match[str]) -> bool:
    """Whether a circled number points to another place, or an arrow or ※ joins two words within brackets."""
    before, after = text[: match.start()], text[match.end() : match.end() + 1]
    if match[0] in "①②③④⑤⑥⑦⑧⑨⑩":
        return before[-1:].isdigit() or (after in "①②③④⑤⑥⑦⑧⑨⑩で" and after != "")
    depth = before.count("(") - before.count(")")
    return depth > 0 and match[0] != BREAK and match[0] not in "●○"


def sentences(stretch: Stretch) -> list[Stretch]:
    """The sentences of a bullet; a full stop within quotation marks or brackets does not end one."""
    found, start, depth = [], 0, 0
    for index, character in enumerate(stretch.text):
        depth += (character in "「『(") - (character in "」』)")
        if depth <= 0 and SENTENCE_END.match(stretch.text, index):
            found.append(stretch.part(start, index))
            start = index + 1
    found.append(stretch.part(start, len(stretch.text)))
    return [part for one in found if one.text for part in _not_too_long(one)]


def _not_too_long(stretch: Stretch) -> list[Stretch]:
    """The sentence in parts that end with a comma: nobody writes so long a one, but lines that lost their marks make it."""
    parts: list[Stretch] = []
    while len(stretch.text) > LONGEST_SENTENCE:
        end = stretch.text.rfind("、", 0, LONGEST_SENTENCE) + 1 or LONGEST_SENTENCE
        parts.append(stretch.part(0, end))
        stretch = stretch.part(end, len(stretch.text))
    return [one for one in (*parts, stretch) if one.text]


def items(stretch: Stretch) -> list[Stretch]:
    """The items of a list A、B・C; what stands in brackets or quotation marks is not split."""
    found, start, depth = [], 0, 0
    for index, character in enumerate(stretch.text):
        depth += (character in "「『(“") - (character in "」』)”")
        if depth <= 0 and (match := ITEM_BREAK.match(stretch.text, index)):
            found.append(stretch.part(start, index))
            start = match.end()
    found.append(stretch.part(start, len(stretch.text)))
    return [one for one in found if one.text]
