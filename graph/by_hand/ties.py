"""A tie typed in: two bodies that the graph knows, and what is between them."""

from dataclasses import dataclass
from typing import Any

from graph.by_hand.finding import Finding, Found
from graph.by_hand.saying import Saying, short_text
from graph.by_hand.typed import Gathered, filled
from graph.errors import QueryMisused
from graph.model.councils import RefersTo
from graph.model.definitions import RelationshipKind
from graph.model.organizations import Commissions
from graph.model.programmes import Connects, Funds
from graph.model.ties import CollaboratesWith, Supports

TYPES: dict[str, tuple[RelationshipKind, str | None]] = {
    "collaborates": (CollaboratesWith, "kind"),
    "supports": (Supports, None),
    "funds": (Funds, None),
    "commissions": (Commissions, "what"),
    "connects": (Connects, None),
    "refers": (RefersTo, "need"),
}
"""Word for a tie → its type, and the property that holds how it is worded, where there is one."""
USUAL = "collaborates"


@dataclass(frozen=True, kw_only=True)
class TypedTie:
    """A tie that somebody names."""

    start: str
    """Name or id of the body from which it goes."""
    end: str
    type: str = USUAL
    kind: str | None = None
    """As it is worded: 連携, 協定; what is commissioned; what is handed on."""
    area: str | None = None

    def free_texts(self) -> dict[str, str]:
        """What may hold a name of a person by mistake."""
        return filled(kind=self.kind)

    def gathered(self, finding: Finding, saying: Saying) -> Gathered:
        """The tie; its bodies are there already."""
        if self.type not in TYPES:
            raise QueryMisused("not_one_of", value=self.type, known=", ".join(TYPES))
        relationship, worded = TYPES[self.type]
        kind = short_text("kind", self.kind) if self.kind is not None else None
        if kind and worded is None:
            raise QueryMisused("tie_without_wording", type=self.type, known=", ".join(name for name, (_, one) in TYPES.items() if one))
        ends = [finding.body(short_text("name", one)) for one in (self.start, self.end)]
        _refuse(relationship, self.type, *ends)
        places = [finding.municipality(place) for end in ends for place in end.places]
        typed = [ends[0].said_as(self.start), ends[1].said_as(self.end), *([kind] if kind else [])]
        typed += [] if self.type == USUAL else [self.type]
        gathered = Gathered(saying.quotation(typed, area_id=places[0] if places else None))
        more: dict[str, Any] = {worded: kind} if worded and kind else {}
        gathered.state(relationship(start=ends[0].reference, end=ends[1].reference, visibility=saying.visibility, **more))
        gathered.speaks_of("ties", *places)
        return gathered


def _refuse(relationship: RelationshipKind, type_: str, start: Found, end: Found) -> None:
    if start.id == end.id:
        raise QueryMisused("tie_to_itself", name=start.name)
    for one, allowed in ((start, relationship.starts), (end, relationship.ends)):
        if not {kind.label for kind in allowed} & {*one.labels}:
            raise QueryMisused("tie_not_for_this", name=one.name, type=type_)
