"""Facts of many rows, each once: a body that stands in two rows keeps the evidence of both."""

from collections.abc import Iterable
from dataclasses import replace

from graph.facts import Fact


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
        evidence = fact.evidence if known is None else tuple(dict.fromkeys((*known.evidence, *fact.evidence)))
        self._facts[fact.id] = replace(known or fact, evidence=evidence)
        return fact.id
