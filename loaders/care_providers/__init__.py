"""Open data of 介護サービス情報公表システム: offices of long-term care, their services, places and corporations."""

from loaders.care_providers.read import COLUMNS, read_offices
from loaders.care_providers.transform import transform_offices
from loaders.contract import Candidate, Loader, Recognition, Streamed
from loaders.tables.table import Table, likeness


class CareProviders:
    """One row for each service of each office."""

    name = "care_providers"
    title_ja = "介護サービス情報公表システムのオープンデータ"
    title_en = "Open data of the public register of long-term care services"

    def recognise(self, candidate: Candidate) -> Recognition:
        """By the heads of the table."""
        return Recognition(score=likeness(candidate, COLUMNS), looked_for="looked_for")

    def read(self, candidate: Candidate) -> Table:
        """Bytes → the table.

        Raises:
            LoadStopped: the file is no table, lacks a required column, or has no rows.
        """
        return read_offices(candidate)

    def transform(self, records: Table, candidate: Candidate) -> Streamed:
        """Rows → facts, row by row; a row that cannot be taken becomes a problem."""
        del candidate
        return transform_offices(records)


LOADER: Loader = CareProviders()
