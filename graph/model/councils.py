"""Councils: 協議体 and other meeting bodies or networks, and who sits on them."""

from dataclasses import dataclass
from datetime import date

from graph.model.definitions import Node, Relationship, described
from graph.model.organizations import Organization


@dataclass(frozen=True, kw_only=True)
class Council(Node):
    """A meeting body that meets more than once or has members. A shared seat is not a tie."""

    label = "Council"

    aliases: tuple[str, ...] = described("Other forms in which sources name it, sorted.", ())
    layers: tuple[int, ...] = described("1, 2 or both: a set, since both layers are one area in many municipalities.", ())
    kind: str | None = described("council, network, committee, care_conference, community_council or group.")
    legal_basis: str | None = described("As the source says; networks of 2013 predate the statutory 協議体.")
    status: str = described("planned, active or ended.", "active")
    founded: date | None = described("The day it was set up.")
    meets: str | None = described("How often it meets, as the source words it.")
    open_list: bool = described("True where its member list ends in 等 or 他: others may sit on it.", False)
    placed_in: str | None = described("Id of the area whose case or register names it.")


# (:Organization | :Council)-[:MEMBER_OF]->(:Council | :Organization)
@dataclass(frozen=True, kw_only=True)
class MemberOf(Relationship):
    """A seat on a council, or membership in a body."""

    starts, type, ends = (Organization, Council), "MEMBER_OF", (Council, Organization)

    role: str | None = described("As the source words it: 会長, 事務局; None where it says nothing.")
    since: date | None = described("First day of membership; None means not stated, not 'always'.")
    until: date | None = described("Last day of membership; None means not stated.")


# (:Organization | :Council)-[:REFERS_TO]->(:Council | :Organization)
@dataclass(frozen=True, kw_only=True)
class RefersTo(Relationship):
    """Hands a matter on, mostly upwards."""

    starts, type, ends = (Organization, Council), "REFERS_TO", (Council, Organization)

    need: str | None = described("What is handed on, as the source words it.")
