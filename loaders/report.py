"""What a load did: rows in = written + unchanged + refused + set aside."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.changes import Changes
from graph.facts import Fact, Quotation
from graph.same_bodies import Joined
from graph.suggestions import Suggested
from loaders.contract import CaseRead, Problem

MOST_BODIES = 20_000
"""Bodies of a load above which they are not compared with those of other sources at once: that would take minutes."""
ARROW = " → "
KINDS = ("refused", "set_aside", "warning")
MASKED = ".masked"
"""How the code of a notice ends that says that names were masked; its value `characters` says how many."""


@dataclass(frozen=True, kw_only=True)
class Repair:
    """A repair that was made for reading: how often, and where first."""

    before: str
    after: str
    count: int
    line: int | None = None
    row: int | None = None
    column: str | None = None
    place: str | None = None
    """Where a person finds it, where a line is no line of the file (`graph.places`)."""


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
    cases: tuple[CaseRead, ...] = ()
    """The cases that were found, where the source has cases."""
    repairs: tuple[Repair, ...] = ()
    """What was repaired for reading, the most frequent first."""
    reviews_lost: tuple[dict[str, str], ...] = ()
    """Reviewed evidence whose sentence this version no longer has: id, quote, review."""
    problems: tuple[Problem, ...] = ()
    dry_run: bool = False
    changes: Changes = field(default=Changes(), compare=False)
    """What the load changed, or would change: the first of each kind, and how many there are."""
    load: str | None = field(default=None, compare=False)
    """Id of the load, by which it can be undone; None where nothing was written."""
    suggestions: tuple[Suggested, ...] = field(default=(), compare=False)
    """Bodies of this file that may be one with another: known after the load."""
    joined: tuple[Joined, ...] = field(default=(), compare=False)
    """Bodies of this file that became one with another: beyond doubt, and to be taken back."""
    bodies: frozenset[str] = field(default=frozenset(), compare=False, repr=False)
    """Ids of the bodies that this file states; of more than `MOST_BODIES`, the first of them."""

    @property
    def masked(self) -> tuple[Problem, ...]:
        """The notices of masked names."""
        return tuple(problem for problem in self.problems if problem.code.endswith(MASKED))

    @property
    def unusual(self) -> tuple[Problem, ...]:
        """Every other problem: what was refused first, then what was set aside, then what was taken with a warning."""
        found = (problem for problem in self.problems if not problem.code.endswith(MASKED))
        return tuple(sorted(found, key=lambda problem: KINDS.index(problem.kind)))


class RepairsSeen:
    """Repairs that the evidence of facts records, counted as they come; a word that several facts of a record quote is one."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], dict[tuple[int, int, str], Quotation]] = {}

    def see(self, facts: Iterable[Fact]) -> None:
        """Take the facts of one record, or of a whole source."""
        for quotation in dict.fromkeys(quotation for fact in facts for quotation in fact.evidence if quotation.repairs):
            for repair in quotation.repairs:
                before, _, after = repair.partition(ARROW)
                for place in _places(quotation, before):
                    self._found.setdefault((before, after), {}).setdefault(place, quotation)

    def found(self) -> tuple[Repair, ...]:
        """Every repair, the most frequent first."""
        repairs = []
        for (before, after), places in self._found.items():
            first = places[min(places)]
            where = {name: getattr(first, name) for name in ("line", "row", "column", "place")}
            repairs.append(Repair(before=before, after=after, count=len(places), **where))
        return tuple(sorted(repairs, key=lambda one: (-one.count, one.line or one.row or 0, one.before)))


def repairs_in(facts: Iterable[Fact]) -> tuple[Repair, ...]:
    """Every repair that the evidence of some facts records."""
    seen = RepairsSeen()
    seen.see(facts)
    return seen.found()


def _places(quotation: Quotation, before: str) -> Iterable[tuple[int, int, str]]:
    """Where in the file the quotation has the words: line and character, or row and column."""
    start = quotation.quote.find(before) if before else -1
    if start < 0:
        # The words stand beside the quotation: in the head of a column of numbers.
        yield quotation.line or quotation.row or 0, quotation.start or 0, quotation.column or ""
    while start >= 0:
        yield quotation.line or quotation.row or 0, (quotation.start or 0) + start, quotation.column or ""
        start = quotation.quote.find(before, start + 1)
