"""Pages: HTML as browsers read it, in any encoding that Japanese pages are written in."""

import codecs
import re

from lxml import etree, html

from graph.errors import LoadStopped
from graph.places import Place
from loaders.case_studies.document import Document
from loaders.case_studies.formats.blocks import LeftOut, TextSink
from loaders.case_studies.formats.html_blocks import PageWalker
from loaders.case_studies.formats.recognising import likeness_when_read
from loaders.case_studies.formats.writing import Writer
from loaders.contract import Candidate

BEGINNING = 4_096
"""Bytes in which a page says that it is one, and how it is encoded."""
MOST_BYTES = 50_000_000
ENDINGS = (".html", ".htm", ".xhtml")
A_PAGE = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
A_TAG = re.compile(rb"<[a-z][a-z0-9]*[\s>/]", re.IGNORECASE)
CHARSET = re.compile(rb"<meta\b[^>]*?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
MARKS_OF_ORDER = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
AS_BROWSERS_READ = dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "ms932", "windows-31j", "csshiftjis"), "cp932")
UNDECLARED = ("utf-8", "cp932", "euc_jp")
HALF_WIDTH_KANA = re.compile(r"[\uff61-\uff9f]")
MOST_UNREADABLE = 0.01
"""Share of characters that may be broken in a page whose encoding is declared."""
UNREADABLE = "\ufffd"


def takes(candidate: Candidate) -> bool:
    """Whether the content is a page: it begins as one, or is called one and has a tag."""
    beginning = _beginning(candidate.content)
    named = candidate.name.lower().endswith(ENDINGS)
    return A_PAGE.match(beginning) is not None or (named and A_TAG.search(beginning) is not None)


def score_of(candidate: Candidate) -> float:
    """How surely the page holds case studies."""
    return likeness_when_read(read, candidate)


def read(candidate: Candidate) -> Document:
    """Bytes → lines.

    Raises:
        LoadStopped: no text, an unknown encoding, or a page larger or nested deeper than any that people write.
    """
    if len(candidate.content) > MOST_BYTES:
        raise LoadStopped("case_studies.too_large", file=candidate.name, limit=MOST_BYTES // 1_000_000)
    text = decoded(candidate.content)
    if text is None:
        raise LoadStopped("case_studies.not_text", file=candidate.name, encodings="UTF-8, CP932, EUC-JP, ISO-2022-JP")
    writer = Writer()
    root = _parsed(text, candidate.name)
    if root is not None:
        sink = TextSink(writer)
        left_out = LeftOut(sink)
        PageWalker(sink, left_out).page(root)
        left_out.tell()
    if not writer.holds_text():
        raise LoadStopped("case_studies.empty", file=candidate.name)
    if unreadable := text.count(UNREADABLE):
        writer.note("unreadable_characters", Place.of(paragraph=1), count=unreadable)
    return writer.document(candidate.name)


def decoded(content: bytes) -> str | None:
    """The text; None where no encoding fits. A declared one wins, also where single characters are broken."""
    for mark, encoding in MARKS_OF_ORDER:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, errors="replace")
    declared = _declared(content)
    if declared:
        text = content.decode(declared, errors="replace")
        if text.count(UNREADABLE) <= MOST_UNREADABLE * len(text):
            return text
    fitting = []
    for encoding in UNDECLARED:
        try:
            fitting.append(content.decode(encoding))
        except UnicodeDecodeError:
            continue
    # EUC-JP read as CP932 is mostly half-width kana; UTF-8 is never read as such where it fits.
    return min(fitting, key=lambda text: len(HALF_WIDTH_KANA.findall(text)), default=None)


def _declared(content: bytes) -> str | None:
    """The encoding that the page names, as Python calls it; None where it names none that is known."""
    found = CHARSET.search(content[:BEGINNING])
    name = (found[1] or found[2]).decode("ascii", errors="replace").lower() if found else ""
    if name.startswith("utf-16"):
        name = "utf-8"  # a page whose declaration can be read byte by byte is none, as the standard says
    try:
        return codecs.lookup(AS_BROWSERS_READ.get(name, name)).name if name else None
    except LookupError:
        return None


def _beginning(content: bytes) -> bytes:
    beginning = content[:BEGINNING]
    for mark, encoding in MARKS_OF_ORDER:
        if beginning.startswith(mark):
            return beginning[len(mark) :].decode(encoding, errors="ignore").encode()
    return beginning


def _parsed(text: str, name: str) -> html.HtmlElement | None:
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.replace("\x00", "").encode(), parser=parser)
    except etree.ParserError:  # nothing but comments
        return None
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise LoadStopped("case_studies.too_deep", file=name)
    return root
