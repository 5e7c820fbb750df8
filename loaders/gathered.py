"""Facts of many records, each once: a body that stands in two rows keeps the evidence of both."""

from collections.abc import Iterable
from dataclasses import replace

from graph.facts import Fact
from loaders.contract import Problem, Streamed, Transformed


class Gathered:
    """Facts in the order in which they were first stated."""

    def __init__(self) -> None:
        self._facts: dict[str, Fact] = {}

    def add(self, facts: Iterable[Fact]) -> tuple[str, ...]:
        """Take the facts of one row; the ids they have, each once."""
        ids = dict.fromkeys(self._join(fact) for fact in facts)
        return tuple(ids)

    def facts(self) -> tuple[Fact, ...]:
        """Every fact with all its evidence. What the first row says of a thing stands; the rest is in the evidence."""
        return tuple(self._facts.values())

    def _join(self, fact: Fact) -> str:
        known = self._facts.get(fact.id)
        if known is None:
            self._facts[fact.id] = fact
        else:
            self._facts[fact.id] = replace(
                known,
                evidence=tuple(dict.fromkeys((*known.evidence, *fact.evidence))),
                codes=tuple(sorted({*known.codes, *fact.codes})),
                schemes=tuple(sorted({*known.schemes, *fact.schemes})),
                also=known.also or fact.also,
            )
        return fact.id


def gathered(streamed: Streamed) -> Transformed:
    """A stream as one whole, for what is small enough."""
    found = Gathered()
    taken: dict[str, tuple[str, ...]] = {}
    problems: list[Problem] = [*streamed.notices]
    rows_in = 0
    for outcome in streamed.outcomes():
        rows_in += 1
        problems.extend(outcome.problems)
        if outcome.facts:
            taken[outcome.place] = found.add(outcome.facts)
    return Transformed(dataset=streamed.dataset, facts=found.facts(), rows_in=rows_in, taken=taken, problems=tuple(problems))
