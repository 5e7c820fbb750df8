"""What is typed in comes to: the facts, and what their source could have shown."""

from dataclasses import dataclass, field, replace
from typing import Protocol

from graph.by_hand.finding import Finding
from graph.by_hand.saying import Saying
from graph.coded_areas import coded_things
from graph.facts import Fact, Quotation, Scope
from graph.model.areas import Area
from graph.model.definitions import Node, Relationship


@dataclass
class Gathered:
    """The facts of one saying, in their order: the first is what it is about."""

    quotation: Quotation
    facts: list[Fact] = field(default_factory=list)
    scopes: list[Scope] = field(default_factory=list)
    joined: list[str] = field(default_factory=list)
    """Names of things that the graph has already and that it says more about."""

    def state(self, what: Node | Relationship, *, codes: tuple[str, ...] = ()) -> None:
        """Take a fact."""
        self.facts.append(Fact(what=what, evidence=(self.quotation,), codes=codes))

    def name_area(self, *area_ids: str, visibility: str) -> None:
        """State the coded areas that are named, as every source does; a district is there by its own evidence."""
        for area_id in area_ids:
            coded = coded_things().get(area_id)
            if isinstance(coded, Area) and area_id not in {fact.id for fact in self.facts}:
                self.state(replace(coded, visibility=visibility))

    def speaks_of(self, kind: str, *area_ids: str, categories: tuple[str, ...] = ()) -> None:
        """Note what the source could have shown: these facts as examples, never all there are."""
        for area_id in dict.fromkeys(area_ids):
            self.scopes.append(Scope(area_id=area_id, kind=kind, coverage="examples", categories=categories))


class Typed(Protocol):
    """One thing that is typed in."""

    @property
    def area(self) -> str | None:
        """The area within which its names are looked up, in words."""
        ...

    def free_texts(self) -> dict[str, str]:
        """Name of a field → what was typed there, as far as it is no name of an area, no code and no id."""
        ...

    def gathered(self, finding: Finding, saying: Saying) -> Gathered:
        """Its facts.

        Raises:
            QueryMisused: a name, code or value that does not fit.
        """
        ...


def filled(**texts: str | None) -> dict[str, str]:
    """The texts that say something."""
    return {name: text for name, text in texts.items() if text is not None}
