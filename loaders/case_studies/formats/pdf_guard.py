"""Before a PDF is opened: whether one of its parts was made to burst when it is unpacked."""

import re
import zlib

from graph.errors import LoadStopped

STREAM = re.compile(rb"stream\r?\n")
PICTURE = re.compile(rb"/Subtype\s*/Image")
PACKED = re.compile(rb"/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\b")
LARGEST_DICTIONARY = 2_000
MOST_BYTES = 100_000_000
STEP = 16_000_000
MOST_BYTES_OF_FILE = 300_000_000


def check(content: bytes, name: str) -> None:
    """Unpack every part but pictures as far as it may be unpacked.

    Raises:
        LoadStopped: a part is larger than any page of text, or packed twice.
    """
    if len(content) > MOST_BYTES_OF_FILE:
        raise LoadStopped("case_studies.too_large", file=name, limit=MOST_BYTES_OF_FILE // 1_000_000)
    for match in STREAM.finditer(content):
        about = content[max(0, match.start() - LARGEST_DICTIONARY) : match.start()]
        about = about[about.rfind(b"obj") + 3 :]
        if PICTURE.search(about):
            continue
        if len(PACKED.findall(about)) > 1 or (PACKED.search(about) and _bursts(content, match.end())):
            raise LoadStopped("case_studies.too_large", file=name, limit=MOST_BYTES // 1_000_000)


def _bursts(content: bytes, start: int) -> bool:
    """Whether what begins here unpacks to more than a page can hold."""
    unpacking = zlib.decompressobj()
    size, data = 0, content[start : start + STEP]
    try:
        while data and not unpacking.eof:
            size += len(unpacking.decompress(data, STEP))
            data = unpacking.unconsumed_tail
            if size > MOST_BYTES:
                return True
    except zlib.error:
        return False
    return False
