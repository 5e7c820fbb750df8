"""One file on its way into the graph: what is known of it, and how far the step is that is at work."""

import secrets
from concurrent.futures import Future, wait
from dataclasses import dataclass, field

from api.undone import Undone
from loaders.contract import Candidate
from loaders.report import Report
from loaders.run import Choices
from loaders.tables.table import Table

PREVIEW, LOAD, UNDO = "preview", "load", "undo"


@dataclass(kw_only=True)
class Import:
    """One file, and how far it is; `step` is what is done or was done last."""

    id: str = field(default_factory=lambda: secrets.token_urlsafe(12))
    file: str
    choices: Choices = field(default_factory=Choices)
    candidate: Candidate | None = None
    """The file itself, until it is loaded, given up or too old."""
    tables: tuple[Table, ...] = ()
    """The tables in it, as long as it is kept."""
    step: str = PREVIEW
    work: "Future[Report | Undone]"
    done: int = 0
    total: int = 0
    load: str | None = None
    """Id of the load in the graph."""

    def told(self, done: int, total: int) -> None:
        """Note how far writing is."""
        self.done, self.total = done, total

    def let_go(self) -> None:
        """Forget the file."""
        self.candidate, self.tables = None, ()

    @property
    def is_running(self) -> bool:
        """Whether the step is still waiting or at work."""
        return not self.work.done()

    def outcome(self) -> Report | Undone:
        """What the step came to.

        Raises:
            TsunaguError: it failed.
        """
        return self.work.result()


def wait_for(one: Import, seconds: float) -> None:
    """Wait a moment for a step, so that what is quick needs no page of its own."""
    wait([one.work], timeout=seconds)
