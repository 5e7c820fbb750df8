"""The loader of case studies: the three steps of the contract, put together."""

import os
from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module

from graph.errors import LoadStopped
from loaders.case_studies.read import Document, read_document, score_of
from loaders.case_studies.settings import shown
from loaders.case_studies.transform import transform_document
from loaders.contract import Candidate, Recognition, Transformed


class CaseStudies:
    """Reads reports on community support in Markdown, plain text, HTML, Word or PDF."""

    name = "case_studies"
    title_ja = "生活支援の事例集（報告書・広報・議事録などの文章と表）"
    title_en = "Case studies of community support (reports, newsletters, minutes)"

    def __init__(self, *, second_reader: bool = False) -> None:
        self._second_reader = second_reader

    def recognise(self, candidate: Candidate) -> Recognition:
        """Look for headings, tables or bullets of a region with prefecture and municipality."""
        return Recognition(score=score_of(candidate), looked_for="case_studies.looked_for")

    def with_second_reader(self) -> "CaseStudies":
        """The loader that also asks the endpoint of the user's settings, for one load."""
        return CaseStudies(second_reader=True)

    def settings_shown(self, environment: Mapping[str, str]) -> dict[str, str]:
        """The settings of the second reader, the key hidden."""
        return shown(environment)

    def read(self, candidate: Candidate) -> Document:
        """Bytes → lines; where the load asks for it, with what the second reader proposes.

        Raises:
            LoadStopped: the file is empty, damaged, locked or of a kind that holds no text, or the second reader cannot be asked.
            SettingsInvalid: the settings of the second reader cannot be used.
        """
        document = read_document(candidate)
        if not self._second_reader:
            return document
        try:
            asking = import_module("loaders.case_studies.second_reading")
        except ModuleNotFoundError as reason:
            if reason.name != "httpx":
                raise
            raise LoadStopped("case_studies.second_reader.not_installed") from reason
        return replace(document, second_reading=asking.second_reading(document, candidate, os.environ))

    def transform(self, records: Document, candidate: Candidate) -> Transformed:
        """Lines → facts.

        Raises:
            LoadStopped: the text has no structure that we know.
        """
        return transform_document(records, candidate)
