"""Registers of needs: what is lacking where, how often, in which period, and how it became known."""

from loaders.contract import Candidate, Loader, Recognition, Streamed
from loaders.needs_register.read import Register, read_register, register_likeness
from loaders.needs_register.transform import transform_register


class NeedsRegister:
    """A table of needs, one a row."""

    name = "needs_register"
    title_ja = "ニーズ台帳（区域ごとの困りごと）"
    title_en = "Register of needs by area"

    def recognise(self, candidate: Candidate) -> Recognition:
        """By heads for an area and a need, with one of count, period and source beside them."""
        return Recognition(score=register_likeness(candidate), looked_for="looked_for")

    def read(self, candidate: Candidate) -> Register:
        """Bytes → rows, each cell as it stands.

        Raises:
            LoadStopped: it cannot be opened, or lacks the heads of a register of needs.
        """
        return read_register(candidate)

    def transform(self, records: Register, candidate: Candidate) -> Streamed:  # noqa: ARG002 - the contract's signature
        """Rows → needs; a row that cannot be taken becomes a problem."""
        return transform_register(records)


LOADER: Loader = NeedsRegister()
