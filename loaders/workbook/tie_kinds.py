"""The kinds of tie that a row of つながり can say: each a type of the model, with what the word itself says beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.model.catalogue import relationship_kinds
from graph.model.definitions import RelationshipKind


@dataclass(frozen=True, kw_only=True)
class TieKind:
    """One word of the drop-down list."""

    type: str
    says: Mapping[str, str] = field(default_factory=dict)
    """Properties that the word itself gives."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Column of the sheet → property."""

    @property
    def kind(self) -> RelationshipKind:
        """Its declaration."""
        return relationship_kinds()[self.type]


FUNCTIONS = ("needs", "resources", "network", "matching")

TIE_KINDS: dict[str, TieKind] = {
    "COLLABORATES_WITH": TieKind(type="COLLABORATES_WITH", says={"state": "recorded"}, columns={"detail": "kind"}),
    "COLLABORATES_WITH.absent": TieKind(type="COLLABORATES_WITH", says={"state": "absent"}, columns={"detail": "kind"}),
    "MEMBER_OF": TieKind(type="MEMBER_OF", columns={"role": "role", "begins": "since", "ends_on": "until"}),
    "SUPPORTS": TieKind(type="SUPPORTS"),
    "FUNDS": TieKind(type="FUNDS", columns={"amount_yen": "amount_yen"}),
    "COMMISSIONS": TieKind(type="COMMISSIONS", columns={"detail": "what", "ends_on": "until"}),
    "ESTABLISHED": TieKind(type="ESTABLISHED", columns={"begins": "on"}),
    "CONNECTS": TieKind(type="CONNECTS"),
    "REFERS_TO": TieKind(type="REFERS_TO", columns={"detail": "need"}),
    "RAISED_IN": TieKind(type="RAISED_IN", columns={"begins": "on"}),
    **{f"ACTS_FOR.{one}": TieKind(type="ACTS_FOR", says={"function": one}) for one in FUNCTIONS},
    "PROVIDES": TieKind(type="PROVIDES", says={"status": "running"}),
    "PROVIDES.planned": TieKind(type="PROVIDES", says={"status": "planned"}),
    "PROVIDES.ended": TieKind(type="PROVIDES", says={"status": "ended"}),
    "ADDRESSES": TieKind(type="ADDRESSES"),
    "USES": TieKind(type="USES"),
    "PRECEDES": TieKind(type="PRECEDES"),
    "PART_OF": TieKind(type="PART_OF"),
    "OPERATES_IN": TieKind(type="OPERATES_IN"),
    "COVERS": TieKind(type="COVERS", columns={"detail": "part"}),
    "DELIVERED_IN": TieKind(type="DELIVERED_IN"),
    "HAS_NEED": TieKind(type="HAS_NEED"),
    "HOLDS": TieKind(type="HOLDS"),
    "OBSERVED_IN": TieKind(type="OBSERVED_IN"),
    "ADJACENT_TO": TieKind(type="ADJACENT_TO"),
}
"""Code → kind, in the order of the drop-down list."""


def tie_kind_of(type_: str, properties: Mapping[str, object]) -> str | None:
    """The code of the kind that a relationship is; None where no word says it."""
    for code, kind in TIE_KINDS.items():
        if kind.type == type_ and all(properties.get(name) == value for name, value in kind.says.items()):
            return code
    return None
