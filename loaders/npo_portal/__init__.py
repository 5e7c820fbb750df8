"""内閣府NPO法人ポータルサイト: the incorporated non-profits of an authority, as the administration enters them."""

from loaders.contract import Candidate, Loader, Recognition, Streamed
from loaders.npo_portal.read import Register, read_register, register_likeness
from loaders.npo_portal.transform import transform_register


class NpoPortal:
    """The download 行政入力情報, as the ZIP or the CSV in it."""

    name = "npo_portal"
    title_ja = "NPO法人ポータルサイト（行政入力情報）"
    title_en = "Portal of incorporated non-profits (entered by the administration)"

    def recognise(self, candidate: Candidate) -> Recognition:
        """By the heads of the table, in a ZIP or not."""
        return Recognition(score=register_likeness(candidate), looked_for="looked_for")

    def read(self, candidate: Candidate) -> Register:
        """Bytes → rows, each cell as it stands; columns that name persons are not among them.

        Raises:
            LoadStopped: it cannot be opened, or has not the heads of the register.
        """
        return read_register(candidate)

    def transform(self, records: Register, candidate: Candidate) -> Streamed:
        """Rows → bodies; a row that cannot be taken becomes a problem."""
        return transform_register(records, candidate)


LOADER: Loader = NpoPortal()
