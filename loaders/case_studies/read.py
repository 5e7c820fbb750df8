"""Input: the format of a file is told by its content, and its reader makes lines of it that every rule understands."""

from typing import Protocol

from loaders.case_studies.document import Document
from loaders.case_studies.formats import html, other_office, pdf, text, word
from loaders.contract import Candidate

__all__ = ["Document", "read_document", "score_of"]


class Format(Protocol):
    """One file of the folder `formats`."""

    def takes(self, candidate: Candidate) -> bool:
        """Whether the content is of this format."""
        ...

    def score_of(self, candidate: Candidate) -> float:
        """How surely it holds case studies."""
        ...

    def read(self, candidate: Candidate) -> Document:
        """Bytes → lines."""
        ...


FORMATS: tuple[Format, ...] = (pdf, word, other_office, html, text)
"""The most particular first; whatever nothing else takes is text."""


def format_of(candidate: Candidate) -> Format:
    """The first format that takes the content."""
    return next(one for one in FORMATS if one.takes(candidate))


def score_of(candidate: Candidate) -> float:
    """How surely the file holds case studies."""
    return format_of(candidate).score_of(candidate)


def read_document(candidate: Candidate) -> Document:
    """Bytes → lines.

    Raises:
        LoadStopped: the file is empty, damaged, locked or of a kind that holds no text; the reason names what to do.
    """
    return format_of(candidate).read(candidate)
