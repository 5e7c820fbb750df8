"""Input only: bytes become lines, counted as they lie on disk; nothing is repaired."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.errors import LoadStopped
from loaders.case_studies.extractors.contract import Proposals
from loaders.contract import Candidate

ENCODINGS = ("utf-8", "cp932")
REGION = re.compile(r"[都道府県][一-龯々ぁ-んァ-ヶー]{1,8}?[市区町村]")
STRUCTURE = re.compile(r"^\s*(#{1,6} |\||[-*+] |[●○◆■◇□・※]|【|[①-⑳]|Q[.．]|～)", re.MULTILINE)
MOST_CONTROL_CHARACTERS = 0.02
SHARE_OF_COMMAS = 0.6
SHORTEST_TEXT = 20
ONE_CHARACTER = 2
SHARE_OF_SHORT_LINES = 0.6


@dataclass(frozen=True, kw_only=True)
class Document:
    """A text as it lies on disk."""

    name: str
    """The file's name without its folder."""
    lines: tuple[str, ...]
    """As `str.splitlines()` counts them; a byte order mark stays the first character of line 1."""
    second_reading: tuple[tuple[str, Proposals], ...] | None = None
    """Id of each case's municipality with what a second reader proposes for it; None where none was asked."""


def decoded(content: bytes) -> str | None:
    """The text, or None for a binary file or an unknown encoding."""
    if b"\x00" in content:
        return None
    for encoding in ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        strange = sum(1 for character in text if character < " " and character not in "\t\r\n\f\v")
        return text if strange <= MOST_CONTROL_CHARACTERS * len(text) else None
    return None


def looks_like_a_register(name: str, text: str) -> bool:
    """Whether it is a table of values separated by commas or tabs."""
    if name.lower().endswith((".csv", ".tsv")):
        return True
    rows = [line for line in text.splitlines()[:20] if line.strip()]
    separated = [line for line in rows if line.count(",") >= 3 or line.count("\t") >= 3]  # noqa: PLR2004 - four columns
    return bool(rows) and len(separated) > SHARE_OF_COMMAS * len(rows)


def score_of(candidate: Candidate) -> float:
    """How surely the file holds case studies."""
    text = decoded(candidate.content)
    if not text or not text.strip() or looks_like_a_register(candidate.name, text):
        return 0.0
    has_region, structure = bool(REGION.search(text)), len(STRUCTURE.findall(text))
    if one_character_a_line(text.splitlines()):
        return 0.5  # ours to refuse, with the reason
    is_text = candidate.name.lower().endswith((".md", ".markdown", ".txt", ".text"))
    if has_region and structure:
        return 1.0 if is_text else 0.6
    if has_region and is_text:
        return 0.5
    return 0.2 if is_text else 0.0


def one_character_a_line(lines: Sequence[str]) -> bool:
    """Whether the text came out of vertical writing, one character a line: it makes no sentences."""
    filled = [line.strip() for line in lines if line.strip()]
    return len(filled) > SHORTEST_TEXT and sum(len(line) <= ONE_CHARACTER for line in filled) > SHARE_OF_SHORT_LINES * len(filled)


def read_document(candidate: Candidate) -> Document:
    """Bytes → lines.

    Raises:
        LoadStopped: the file is empty, binary or in an unknown encoding.
    """
    if not candidate.content.strip(b" \t\r\n\xef\xbb\xbf"):
        raise LoadStopped("case_studies.empty", file=candidate.name)
    text = decoded(candidate.content)
    if text is None:
        raise LoadStopped("case_studies.not_text", file=candidate.name, encodings="UTF-8, CP932")
    return Document(name=candidate.name, lines=tuple(text.splitlines()))
