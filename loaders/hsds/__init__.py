"""Open Referral HSDS 3: directories of organisations and services, in and out."""

from loaders.contract import Candidate, Loader, Recognition, Streamed
from loaders.exporting import Exporter
from loaders.hsds.export import HsdsPackage
from loaders.hsds.package import Package
from loaders.hsds.read import likeness, read_package
from loaders.hsds.transform import transform_package


class Hsds:
    """A tabular data package, or a JSON document."""

    name = "hsds"
    title_ja = "HSDS 3（Open Referralの社会資源台帳）"
    title_en = "HSDS 3 (directories of Open Referral)"

    def recognise(self, candidate: Candidate) -> Recognition:
        """By the tables of a package, or the shape of a document."""
        return Recognition(score=likeness(candidate), looked_for="looked_for")

    def read(self, candidate: Candidate) -> Package:
        """Bytes → tables, each cell as it stands; tables of persons stay closed.

        Raises:
            LoadStopped: it is no HSDS, damaged, or lacks a required column.
        """
        return read_package(candidate)

    def transform(self, records: Package, candidate: Candidate) -> Streamed:  # noqa: ARG002 - the contract gives both
        """Tables → facts; a row that cannot be taken becomes a problem."""
        return transform_package(records)


LOADER: Loader = Hsds()
EXPORTERS: tuple[Exporter, ...] = (HsdsPackage(),)
