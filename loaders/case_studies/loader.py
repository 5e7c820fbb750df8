"""The loader of case studies: the three steps of the contract, put together."""

from loaders.case_studies.read import Document, read_document, score_of
from loaders.case_studies.transform import transform_document
from loaders.contract import Candidate, Recognition, Transformed


class CaseStudies:
    """Reads reports on community support in Markdown, plain text, HTML, Word or PDF."""

    name = "case_studies"
    title_ja = "生活支援の事例集（報告書・広報・議事録などの文章と表）"
    title_en = "Case studies of community support (reports, newsletters, minutes)"

    def recognise(self, candidate: Candidate) -> Recognition:
        """Look for headings, tables or bullets of a region with prefecture and municipality."""
        return Recognition(score=score_of(candidate), looked_for="case_studies.looked_for")

    def read(self, candidate: Candidate) -> Document:
        """Bytes → lines.

        Raises:
            LoadStopped: the file is empty, damaged, locked or of a kind that holds no text.
        """
        return read_document(candidate)

    def transform(self, records: Document, candidate: Candidate) -> Transformed:
        """Lines → facts.

        Raises:
            LoadStopped: the text has no structure that we know.
        """
        return transform_document(records, candidate)
