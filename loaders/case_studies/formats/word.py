"""Word files (.docx): the text as Word shows it with all tracked changes accepted."""

from graph.errors import LoadStopped
from graph.places import Place
from loaders.case_studies.document import Document
from loaders.case_studies.formats.blocks import TextSink
from loaders.case_studies.formats.recognising import likeness_when_read
from loaders.case_studies.formats.word_archive import WordFile, is_word
from loaders.case_studies.formats.word_body import BodyWalker
from loaders.case_studies.formats.word_names import local
from loaders.case_studies.formats.writing import Writer
from loaders.contract import Candidate

MARGINS = ("header", "footer")


def takes(candidate: Candidate) -> bool:
    """Whether the content is the archive of a Word file."""
    return is_word(candidate.content)


def score_of(candidate: Candidate) -> float:
    """How surely the file holds case studies."""
    return likeness_when_read(read, candidate)


def read(candidate: Candidate) -> Document:
    """Bytes → lines.

    Raises:
        LoadStopped: the file is damaged, locked, too large or holds no text.
    """
    file = WordFile(candidate.content, candidate.name)
    writer = Writer()
    walker = BodyWalker(file, TextSink(writer))
    walker.body(file.body)
    if not writer.holds_text():
        raise LoadStopped("case_studies.empty", file=candidate.name)
    walker.left_out.tell()
    margins = [text for kind in MARGINS for root in file.parts(kind) if (text := _text(root))]
    if margins:
        writer.note("left_out_margins", Place.of(paragraph=1), count=len(margins), text=" / ".join(dict.fromkeys(margins))[:120])
    return writer.document(candidate.name)


def _text(root: object) -> str:
    """What a header or footer says, where it is more than the number of the page."""
    text = "".join(one.text or "" for one in root.iter() if local(one) == "t").strip()  # type: ignore[attr-defined]
    return "" if text.strip("-－― 0123456789/／ページPage.") == "" else text
