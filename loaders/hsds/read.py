"""Bytes → tables, whichever of the forms of HSDS they are."""

from typing import Any

from graph.errors import LoadStopped
from loaders.contract import Candidate
from loaders.hsds.json_document import parsed, read_document, records_of
from loaders.hsds.package import Package
from loaders.hsds.tabular_package import REQUIRED, archive_of, is_description, is_zip, read_archive, read_description

SURE, LIKELY = 1.0, 0.9


def likeness(candidate: Candidate) -> float:
    """How surely a file is HSDS."""
    if is_zip(candidate.content):
        archive = archive_of(candidate.content)
        if archive is None or not archive.files.keys() & REQUIRED.keys():
            return 0.0
        return SURE if archive.description else LIKELY
    document = _document(candidate)
    return SURE if is_description(document) else LIKELY if records_of(document) else 0.0


def read_package(candidate: Candidate) -> Package:
    """The tables of a file.

    Raises:
        LoadStopped: empty_file, no_hsds_tables, or as the form of the file has it.
    """
    if not candidate.content.strip(b"\xef\xbb\xbf \t\r\n"):
        raise LoadStopped("empty_file")
    if is_zip(candidate.content):
        return read_archive(candidate.content)
    document = _document(candidate)
    if document is None:
        raise LoadStopped("no_hsds_tables")
    return read_description(document) if is_description(document) else read_document(document)


def _document(candidate: Candidate) -> Any:
    """What a JSON file holds; parsed once."""
    if "hsds_json" not in candidate.opened:
        candidate.opened["hsds_json"] = parsed(candidate.content)
    return candidate.opened["hsds_json"]
