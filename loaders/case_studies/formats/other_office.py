"""Files of other word processors, told by their content so that they are refused with advice: .doc, 一太郎, RTF, OpenDocument."""

import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO

from graph.errors import LoadStopped
from loaders.case_studies.document import Document
from loaders.contract import Candidate

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Beginning of the files of older Office programs, and of newer ones that are locked."""
OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.text"
TEXTS = (".docx", ".docm", ".dotx")
JUST_SYSTEM = (".jtd", ".jtt", ".jtdc")


def takes(candidate: Candidate) -> bool:
    """Whether the content is one of them."""
    return _reason(candidate) is not None


def score_of(candidate: Candidate) -> float:  # noqa: ARG001 - it was taken, so that it is ours to refuse
    """Ours to refuse, with the reason."""
    return 0.5


def read(candidate: Candidate) -> Document:
    """Never a document.

    Raises:
        LoadStopped: always, with the way out.
    """
    reason = _reason(candidate) or "case_studies.other_program"
    raise LoadStopped(reason, file=candidate.name)


def _reason(candidate: Candidate) -> str | None:
    name = candidate.name.lower()
    return next((reason for is_so, reason in REASONS if is_so(candidate.content, name)), None)


def _stream(content: bytes, name: str) -> bool:
    """Whether a compound file has a stream of a name."""
    return content.startswith(COMPOUND) and name.encode("utf-16-le") in content


def _is_open_document(content: bytes) -> bool:
    if not content.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive, archive.open("mimetype") as kind:
            return kind.read(len(OPEN_DOCUMENT)) == OPEN_DOCUMENT
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError, ValueError, EOFError, zlib.error):
        return False


REASONS: tuple[tuple[Callable[[bytes, str], bool], str], ...] = (
    (lambda content, name: _stream(content, "EncryptedPackage") and name.endswith(TEXTS), "case_studies.locked"),
    (lambda content, _name: _stream(content, "WordDocument"), "case_studies.old_word"),
    (lambda content, name: content.startswith(COMPOUND) and name.endswith((*JUST_SYSTEM, ".doc", *TEXTS)), "case_studies.other_program"),
    (lambda content, _name: content.startswith(b"{\\rtf"), "case_studies.other_program"),
    (lambda content, _name: _is_open_document(content), "case_studies.other_program"),
)
