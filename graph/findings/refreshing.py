"""What became of the rows that are followed up: looked for again after every load and every decision.

Only the questions that have findings are asked, for the areas and the audience for which they were asked. A row that is
gone because a fact came is resolved, with the load that brought it; one that comes back is open again. Where the data no
longer bear the question, nothing is known of its rows, and its findings stay as they are.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from graph.connection import Graph
from graph.errors import QueryMisused
from graph.findings.kept import ACCEPTED, OPEN, RESOLVED, findings_of, identity_of, on_day, with_event, write_findings
from graph.findings.rows import Place, identity_in, name_of, place_of, shown_of
from graph.ledger import Ledger
from graph.model.definitions import VISIBILITY_LEVELS
from graph.model.findings import Finding
from graph.query_files import Question, questions
from graph.reading import SCOPES_UNCHECKED, Reader
from graph.source_notes import BESIDE_AN_ANSWER
from graph.statements import PLACED_LABELS

ANY = "MATCH (f:Finding) RETURN count(f) AS found"
STANDING = "UNWIND $ids AS id MATCH (n:{label} {{id: id}}) RETURN n.id AS id"


@dataclass
class _Answered:
    """What a question answers now."""

    rows: Mapping[Place, Mapping[str, Any]]
    silent: set[str] = field(default_factory=set)
    """Ids of areas whose data do not bear the question."""


def bring_up_to_date(graph: Graph, *, operation: str | None, today: date | None = None) -> list[Finding]:
    """Look for the rows of all findings again, and note what became of them.

    Args:
        graph: where.
        operation: the load or decision that may have changed them; noted where it did.
        today: the day; default: the day of this machine.

    Returns:
        The findings of which something was written.
    """
    if not graph.read(ANY)[0]["found"]:
        return []
    with graph.single_writer():
        kept = findings_of(graph, list(VISIBILITY_LEVELS))
        changed = _Looking(graph, today or Reader.day(), operation).through(kept)
        write_findings(graph, changed)
    return changed


class _Looking:
    def __init__(self, graph: Graph, today: date, operation: str | None) -> None:
        self.graph, self.today, self.operation = graph, today, operation
        self.ledger = Ledger.of(graph)
        self.readers: dict[str, Reader] = {}

    def through(self, kept: Iterable[Finding]) -> list[Finding]:
        """The findings that change."""
        asked_alike: dict[tuple[str, str, str], list[Finding]] = defaultdict(list)
        for one in kept:
            asked_alike[one.question, one.visibility, one.asked_in].append(one)
        changed: list[Finding] = []
        for (gap, level, area), findings in sorted(asked_alike.items()):
            # A question of a user's own may have been taken away, and an area may have ended.
            if gap not in questions("gaps"):
                continue
            asked = questions("gaps")[gap]
            answered = self._answered(asked, level, area)
            changed += self._after(findings, asked, answered)
        return changed

    def _answered(self, asked: Question, level: str, area: str) -> _Answered | None:
        """None where the question is not answered there."""
        reader = self.readers.setdefault(level, Reader(self.graph, audience=level, today=self.today))
        try:
            answer = reader.answer(asked.name, area=area or None)
        except QueryMisused:
            return None
        notes = [note for note in answer.notes if note.code not in {SCOPES_UNCHECKED, *BESIDE_AN_ANSWER}]
        if notes and not asked.bears:
            return None
        rows = {place_of(identity_in(asked, row), self.ledger): row for row in answer.rows}
        return _Answered(rows, {note.area_id for note in notes})

    def _after(self, findings: list[Finding], asked: Question, answered: _Answered | None) -> list[Finding]:
        gone = self._gone(findings)
        found: list[Finding] = []
        for one in findings:
            row = answered.rows.get(place_of(identity_of(one), self.ledger)) if answered else None
            if row is not None:
                after = self._seen(one, asked, row)
            elif one.id in gone:
                after = self._not_seen(one, "unrecorded")
            elif answered is None or answered.silent & {one.area_id, one.asked_in, ""}:
                after = self._lapsed(one)
            else:
                after = self._not_seen(one, self._why_gone(one, asked))
            if after != one:
                found.append(after)
        return found

    def _why_gone(self, one: Finding, asked: Question) -> str:
        if int(asked.header["since"]) != one.since:
            return "reworded"
        # What goes with a load that is undone was not answered by a fact.
        return "taken_back" if (self.operation or "").startswith("undo|") else "answered"

    def _seen(self, one: Finding, asked: Question, row: Mapping[str, Any]) -> Finding:
        after = replace(one, last_seen=self.today, name=name_of(asked, row), shown=shown_of(asked, row), absent=False)
        if one.absent and one.status == RESOLVED:
            still_accepted = one.accepted_until is not None and one.accepted_until >= self.today
            return with_event(after, "returned", ACCEPTED if still_accepted else OPEN, operation=self.operation)
        return self._lapsed(after)

    def _not_seen(self, one: Finding, kind: str) -> Finding:
        if one.absent:
            return one
        return with_event(replace(one, absent=True), kind, RESOLVED, operation=self.operation)

    def _lapsed(self, one: Finding) -> Finding:
        return one if on_day(one, self.today).status == one.status else with_event(one, "lapsed", OPEN)

    def _gone(self, findings: Iterable[Finding]) -> set[str]:
        """Ids of findings about a body, need or other thing that is in the graph no more."""
        about = {one.id: self._things(one) for one in findings}
        ids = sorted({id_ for things in about.values() for id_ in things})
        standing = (
            {row["id"] for label in PLACED_LABELS for row in self.graph.read(STANDING.format(label=label), ids=ids)} if ids else set()
        )
        return {id_ for id_, things in about.items() if things - standing}

    def _things(self, one: Finding) -> set[str]:
        named = {column: value for column, value in identity_of(one).items() if column == "id" or column.endswith("_id")}
        return {self.ledger.resolve(value) for column, value in named.items() if column != "area_id"}
