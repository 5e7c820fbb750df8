"""Open data that municipalities publish by the national standard: facilities, care, medicine, childcare, events, population."""

from loaders.contract import Candidate, Loader, Recognition, Streamed
from loaders.municipal_open_data.read import Published, alike, read_published
from loaders.municipal_open_data.transform import transform_published


class MunicipalOpenData:
    """One table of a kind that the standard describes."""

    name = "municipal_open_data"
    title_ja = "自治体標準オープンデータセット（推奨データセット）"
    title_en = "Open data of municipalities by the national standard"

    def recognise(self, candidate: Candidate) -> Recognition:
        """By the heads that only one kind of table has."""
        return Recognition(score=alike(candidate), looked_for="looked_for")

    def read(self, candidate: Candidate) -> Published:
        """Bytes → the table and its kind.

        Raises:
            LoadStopped: the file is no table, lacks a required column, or has no rows.
        """
        return read_published(candidate)

    def transform(self, records: Published, candidate: Candidate) -> Streamed:
        """Rows → facts, row by row; a row that cannot be taken becomes a problem."""
        del candidate
        return transform_published(records)


LOADER: Loader = MunicipalOpenData()
