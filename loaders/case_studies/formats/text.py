"""Markdown and plain text: bytes become lines, counted as they lie on disk; nothing is repaired."""

import re

from graph.errors import LoadStopped
from loaders.case_studies.document import Document
from loaders.case_studies.formats.recognising import likeness
from loaders.contract import Candidate

ENCODINGS = ("utf-8", "cp932")
STRUCTURE = re.compile(r"^\s*(#{1,6} |\||[-*+] |[●○◆■◇□・※]|【|[①-⑳]|Q[.．]|～)", re.MULTILINE)
MOST_CONTROL_CHARACTERS = 0.02
SHARE_OF_COMMAS = 0.6
SAMPLE = 4 << 20
"""Bytes by which a long text is recognised."""


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


def takes(candidate: Candidate) -> bool:  # noqa: ARG001 - a format is asked with the file
    """Whatever no other format takes is read as text, or refused as none."""
    return True


def score_of(candidate: Candidate) -> float:
    """How surely the text holds case studies."""
    if looks_like_a_register(candidate.name, ""):
        return 0.0
    content = candidate.content
    if len(content) > SAMPLE:
        content = content[: content.rfind(b"\n", 0, SAMPLE) + 1] or content
    text = decoded(content)
    if not text or not text.strip() or looks_like_a_register(candidate.name, text):
        return 0.0
    is_text = candidate.name.lower().endswith((".md", ".markdown", ".txt", ".text"))
    return likeness(text.splitlines(), structured=STRUCTURE.search(text) is not None, named_so=is_text)


def read(candidate: Candidate) -> Document:
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
