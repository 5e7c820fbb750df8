"""The register of 自家用有償旅客運送: who may carry whom, where, until when."""

from dataclasses import replace

from loaders.contract import Candidate, Loader, Recognition, Transformed
from loaders.transport_register.read import Register, likeness, read_register, table_in
from loaders.transport_register.transform import transform_register


class TransportRegister:
    """Rows of the register as a CSV table."""

    name = "transport_register"
    title_ja = "自家用有償旅客運送者登録簿"
    title_en = "Register of paid transport by private vehicles"

    def recognise(self, candidate: Candidate) -> Recognition:
        """By the head of the table."""
        return Recognition(score=likeness(candidate.content), looked_for="looked_for")

    def read(self, candidate: Candidate) -> Register:
        """Bytes → rows, each cell as it stands.

        Raises:
            LoadStopped: the file is empty, no text, no table, or lacks a required column.
        """
        return replace(read_register(candidate.content), table=table_in(candidate))

    def transform(self, records: Register, candidate: Candidate) -> Transformed:
        """Rows → facts; a row that cannot be taken becomes a problem."""
        return transform_register(records, candidate.name)


LOADER: Loader = TransportRegister()
