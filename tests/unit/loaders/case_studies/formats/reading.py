"""Reading a file of any format into its document."""

from pathlib import Path

from loaders.case_studies.document import Document, Note
from loaders.case_studies.read import read_document
from loaders.contract import Candidate


def document_of(content: bytes | str, name: str) -> Document:
    raw = content.encode() if isinstance(content, str) else content
    return read_document(Candidate(path=Path(name), content=raw))


def text_of(document: Document) -> list[str]:
    """Its lines, without empty ones and the rule below the head of a table."""
    return [line for line in document.lines if line and not line.startswith("|---")]


def places_of(document: Document) -> dict[str, str]:
    """Line → where its first character stands in the file."""
    numbered = enumerate(document.lines, start=1)
    return {line: str(document.place_in_file(number)) for number, line in numbered if line and not line.startswith("|---")}


def note(document: Document, kind: str) -> Note:
    """The one note of a kind."""
    (found,) = [one for one in document.notes if one.code == f"case_studies.{kind}"]
    return found


def kinds_of_notes(document: Document) -> set[str]:
    return {one.code.removeprefix("case_studies.") for one in document.notes}
