"""What a program wrote into a folder: its files, those in its archives, and all that can be read in them."""

import csv
import re
from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

from lxml import etree


def files_of(folder: Path) -> dict[str, bytes]:
    """Path below the folder → content."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def unpacked(files: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Every file, and every file inside an archive (XLSX, ODS and packages are archives too)."""
    for name, content in files.items():
        if is_zipfile(BytesIO(content)):
            with ZipFile(BytesIO(content)) as archive:
                yield from unpacked({f"{name}/{entry}": archive.read(entry) for entry in archive.namelist()})
        else:
            yield name, content


def texts_of(folder: Path) -> str:
    """Everything that can be read in what was written, escapes of XML and JSON resolved."""
    parts = [f"{name}\n{content.decode('utf-8', 'replace')}" for name, content in unpacked(files_of(folder))]
    text = "\n".join(parts)
    text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)
    for escape, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ('\\"', '"'), ('""', '"'), ("&#39;", "'"), ("&amp;", "&")):
        text = text.replace(escape, character)
    return text


def cells_of(folder: Path) -> Iterator[str]:
    """The cells of every CSV, and the texts of every workbook; a formula of a workbook is `=`."""
    for name, content in unpacked(files_of(folder)):
        if name.endswith(".csv"):
            for row in csv.reader(StringIO(content.decode("utf-8-sig"), newline="")):
                yield from row
        elif "/xl/" in name and name.endswith(".xml"):
            for element in etree.fromstring(content).iter("{*}t", "{*}f"):
                yield "=" if etree.QName(element).localname == "f" else "".join(map(str, element.itertext()))
