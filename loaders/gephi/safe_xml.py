"""XML read so that a file can do no harm: no DTD, no entity, nothing fetched, nothing of boundless size."""

import re
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from graph.errors import LoadStopped

BEGINNING = 65536
"""Bytes in which the root stands."""

_ROOT = re.compile(rb"<(?:[\w.-]+:)?(gexf|graphml)[\s/>]")


def root_name(content: bytes) -> str | None:
    """The local name of the root; None where the bytes do not begin as XML, whatever follows."""
    head = content[:BEGINNING]
    if not head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"<", b"\xff\xfe<", b"\xfe\xff\x00<")):
        return None
    parser = etree.XMLPullParser(events=("start",), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        parser.feed(head)
        for _, element in parser.read_events():
            return etree.QName(element).localname
    except etree.XMLSyntaxError:
        # What stands before the root is not as it should be; whoever wanted to write one of these is told so when it is read.
        found = _ROOT.search(head)
        return found[1].decode() if found else None
    return None


def elements(content: bytes, *names: str) -> Iterator[etree._Element]:
    """The elements of these local names, each whole, in the order in which they end; then they are forgotten.

    Raises:
        LoadStopped: unsafe_xml where the file declares a document type or packs more than is written; broken_xml.
    """
    reading = etree.iterparse(
        BytesIO(content),
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    is_first = True
    try:
        for event, element in reading:
            if is_first:
                if element.getroottree().docinfo.internalDTD is not None:
                    raise LoadStopped("unsafe_xml")
                is_first = False
            if event == "end" and etree.QName(element).localname in names:
                yield element
                element.clear(keep_tail=False)
    except etree.XMLSyntaxError as reason:
        if reason.code in {89, 111} or "mplification" in str(reason) or "ntity" in str(reason):
            raise LoadStopped("unsafe_xml") from reason
        raise LoadStopped("broken_xml", line=reason.lineno or 1) from reason
