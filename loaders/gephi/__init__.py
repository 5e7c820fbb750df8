"""Gephi and its kin: tables of edges, GEXF and GraphML, in and out."""

from loaders.contract import Candidate, Loader, Recognition, Streamed
from loaders.exporting import Exporter
from loaders.gephi.csv_reading import is_archive, is_edges, read_archive, read_edges
from loaders.gephi.csv_writing import GephiTables
from loaders.gephi.gexf_reading import read_gexf
from loaders.gephi.gexf_writing import Gexf
from loaders.gephi.graphml_reading import read_graphml
from loaders.gephi.graphml_writing import GraphML
from loaders.gephi.safe_xml import root_name
from loaders.networks.records import NetworkFile
from loaders.networks.transform import transformed
from loaders.tables.workbook_file import is_workbook

XML = {"gexf": read_gexf, "graphml": read_graphml}


class Gephi:
    """A network as Gephi, igraph and networkx exchange it."""

    name = "gephi"
    title_ja = "ネットワーク図のファイル（Gephi・GEXF・GraphML）"
    title_en = "Network files (Gephi, GEXF, GraphML)"

    def recognise(self, candidate: Candidate) -> Recognition:
        """By the root of the XML, or the heads Source and Target."""
        if is_workbook(candidate.content):
            is_ours = is_archive(candidate)
        else:
            root = root_name(candidate.content)
            is_ours = root in XML if root else is_edges(candidate)
        return Recognition(score=1.0 if is_ours else 0.0, looked_for="looked_for")

    def read(self, candidate: Candidate) -> NetworkFile:
        """Bytes → nodes and edges as they stand.

        Raises:
            LoadStopped: it cannot be opened, is not safe, or has neither.
        """
        if is_workbook(candidate.content):
            return read_archive(candidate)
        root = root_name(candidate.content)
        return XML[root](candidate) if root in XML else read_edges(candidate)

    def transform(self, records: NetworkFile, candidate: Candidate) -> Streamed:  # noqa: ARG002 - the contract's
        """Nodes and edges → facts; what cannot be taken becomes a problem."""
        return transformed(records)


LOADER: Loader = Gephi()
EXPORTERS: tuple[Exporter, ...] = (GephiTables(), Gexf(), GraphML())
