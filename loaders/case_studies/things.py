"""Things and ties of a case, before they are facts."""

from dataclasses import dataclass, field
from typing import Any

from graph.facts import Quotation
from loaders.case_studies.forms import Forms


@dataclass(eq=False)
class Thing:
    """A body, council, service, need, programme or area of the case."""

    kind: str
    name: str
    names: set[str] = field(default_factory=set)
    codes: set[str] = field(default_factory=set)
    generic: bool = False
    also_council: bool = False
    quotes: list[Quotation] = field(default_factory=list)
    details: dict[str, Any] = field(default_factory=dict)
    quoted: set[tuple[int | None, int | None, int | None]] = field(default_factory=set)
    """Line, start and end of its quotations."""
    _forms: tuple[int, str, Forms] | None = None

    @property
    def forms(self) -> Forms:
        """The forms of its names, made anew only after it got another one: names are added, never taken away."""
        if self._forms is None or self._forms[0] != len(self.names) or self._forms[1] != self.name:
            self._forms = (len(self.names), self.name, Forms.of(self.name, self.names))
        return self._forms[2]


def is_post(thing: Thing) -> bool:
    """Whether it is a coordinator's post: what it does belongs to the body that holds it."""
    return "COORD" in thing.codes and thing.name.endswith(("コーディネーター", "支え合い推進員", "SC"))


@dataclass(frozen=True)
class Tie:
    """A relationship between two things of the case, not yet written."""

    type: str
    start: Thing
    end: Thing
    quotes: tuple[Quotation, ...]
    details: tuple[tuple[str, Any], ...] = ()
