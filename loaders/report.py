"""What a load did: rows in = written + unchanged + refused + set aside."""

from dataclasses import dataclass, field

from loaders.contract import Problem


@dataclass(frozen=True, kw_only=True)
class Report:
    """The report of one file."""

    source: str
    """The loader's name."""
    dataset: str
    file: str
    rows_in: int
    written: int
    unchanged: int
    refused: int
    set_aside: int
    retired: int
    """Facts that this dataset stated before and does not any more; moved out, not deleted."""
    facts: dict[str, int] = field(default_factory=dict)
    """Main label or type → how many this file states."""
    reviews_lost: tuple[dict[str, str], ...] = ()
    """Reviewed evidence whose sentence this version no longer has: id, quote, review."""
    problems: tuple[Problem, ...] = ()
    dry_run: bool = False
