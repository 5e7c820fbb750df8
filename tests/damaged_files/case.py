"""One damaged or awkward file, and what has to become of it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Damaged:
    """A file as a coordinator may have it.

    Either `stopped` says for which reason nothing of it is taken, or `taken` says how many rows are, and `says` what is said beside.
    """

    name: str
    make: Callable[[], bytes]
    file: str
    stopped: str | None = None
    at: tuple[tuple[str, object], ...] = ()
    """What the refusal says of the place: its values, as far as they matter."""
    taken: int | None = None
    says: tuple[tuple[str, str], ...] = ()
    """Code and place of each problem, in the order of the file."""
    source: str | None = None
    """Given with --source; None: recognised."""
    mapping: str | None = None
