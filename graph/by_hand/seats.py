"""A seat typed in: a body that sits on a council."""

from dataclasses import dataclass
from datetime import date

from graph.by_hand.finding import Finding
from graph.by_hand.saying import Saying, short_text
from graph.by_hand.typed import Gathered, filled
from graph.errors import QueryMisused
from graph.model.councils import MemberOf


@dataclass(frozen=True, kw_only=True)
class TypedSeat:
    """A seat that somebody names."""

    body: str
    """Name or id."""
    council: str
    role: str | None = None
    """As it is worded: 事務局, 会長."""
    since: date | None = None
    area: str | None = None

    def free_texts(self) -> dict[str, str]:
        """What may hold a name of a person by mistake."""
        return filled(role=self.role)

    def gathered(self, finding: Finding, saying: Saying) -> Gathered:
        """The seat; body and council are there already."""
        role = short_text("role", self.role) if self.role is not None else None
        if self.since and self.since > saying.on:
            raise QueryMisused("since_after_saying", since=self.since.isoformat(), on=saying.on.isoformat())
        body, council = finding.body(short_text("name", self.body)), finding.council(short_text("council", self.council))
        if body.id == council.id:
            raise QueryMisused("tie_to_itself", name=body.name)
        places = [finding.municipality(place) for place in council.places]
        typed = [
            body.said_as(self.body),
            council.said_as(self.council),
            *([role] if role else []),
            *([self.since.isoformat()] if self.since else []),
        ]
        gathered = Gathered(saying.quotation(typed, area_id=places[0] if places else None))
        gathered.state(MemberOf(start=body.reference, end=council.reference, role=role, since=self.since, visibility=saying.visibility))
        gathered.speaks_of("seats", *places)
        return gathered
