"""What one quotation states of one fact, as a load gathers it before it becomes evidence (`graph.batches`)."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.deriving import UNITED, stated_properties
from graph.facts import Fact, Quotation
from graph.model.definitions import Reference, Relationship
from graph.rows import Properties
from graph.stated import strictest


@dataclass(slots=True)
class Stating:
    """What one quotation states of one fact."""

    quotation: Quotation
    labels: tuple[str, ...]
    properties: Properties
    start: Reference | None
    end: Reference | None
    codes: tuple[str, ...]
    schemes: tuple[str, ...]
    case: str | None

    def unite(self, other: "Stating") -> None:
        """Take in what the same words state beside it."""
        self.labels = tuple(dict.fromkeys((*self.labels, *other.labels)))
        self.properties = united(self.properties, other.properties)
        self.codes = tuple(sorted({*self.codes, *other.codes}))
        self.schemes = tuple(sorted({*self.schemes, *other.schemes}))
        self.case = self.case or other.case


def statings(fact: Fact) -> Iterable[Stating]:
    """What each quotation of a fact states."""
    what = fact.what
    properties = stated_properties(what)
    start: Reference | None = None
    end: Reference | None = None
    if isinstance(what, Relationship):
        start, end = what.ordered_ends()
        labels: tuple[str, ...] = (what.type,)
    else:
        labels = (what.label, fact.also.label) if fact.also else (what.label,)
        if fact.also:
            properties = united(properties, stated_properties(fact.also))
    case = fact.case.id if fact.case else None
    for quotation in fact.evidence:
        yield Stating(quotation, labels, properties, start, end, fact.codes, fact.schemes, case)


def united(first: Properties, second: Properties) -> Properties:
    """What two statements about one thing say together: sets united, else the first that says something."""
    result = dict(second) | first
    for name in UNITED & first.keys() & second.keys():
        result[name] = sorted({*first[name], *second[name]})
    result["visibility"] = strictest(first["visibility"], second["visibility"])
    return result
