"""Kumu: maps of elements and connections, as workbooks and blueprints, in and out."""

from loaders.contract import Candidate, Loader, Recognition, Streamed
from loaders.exporting import Exporter
from loaders.kumu.blueprint import is_blueprint, read_blueprint
from loaders.kumu.blueprint_writing import KumuBlueprint
from loaders.kumu.sheets import is_kumu_book, read_book
from loaders.kumu.workbook_writing import KumuWorkbook
from loaders.networks.records import NetworkFile
from loaders.networks.transform import transformed
from loaders.tables.workbook_file import is_workbook


class Kumu:
    """A map of Kumu."""

    name = "kumu"
    title_ja = "Kumuの地図"
    title_en = "Map of Kumu"

    def recognise(self, candidate: Candidate) -> Recognition:
        """By the sheets Elements and Connections, or the lists of a blueprint."""
        is_ours = is_kumu_book(candidate) if is_workbook(candidate.content) else is_blueprint(candidate)
        return Recognition(score=1.0 if is_ours else 0.0, looked_for="looked_for")

    def read(self, candidate: Candidate) -> NetworkFile:
        """Bytes → elements and connections as they stand.

        Raises:
            LoadStopped: it cannot be opened, or has neither.
        """
        return read_book(candidate) if is_workbook(candidate.content) else read_blueprint(candidate)

    def transform(self, records: NetworkFile, candidate: Candidate) -> Streamed:  # noqa: ARG002 - the contract's
        """Elements and connections → facts; what cannot be taken becomes a problem."""
        return transformed(records)


LOADER: Loader = Kumu()
EXPORTERS: tuple[Exporter, ...] = (KumuWorkbook(), KumuBlueprint())
