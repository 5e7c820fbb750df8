"""Organisations: bodies that offer services or sit on councils, and the coordinator posts they hold."""

from dataclasses import dataclass
from datetime import date

from graph.model.definitions import Node, Relationship, described


@dataclass(frozen=True, kw_only=True)
class Organization(Node):
    """A named body, or a kind of actor that a source names only by kind within its municipality."""

    label = "Organization"

    kana: str | None = described("Reading of the name.")
    aliases: tuple[str, ...] = described("Other forms in which sources name it, sorted.", ())
    actor_types: tuple[str, ...] = described("Codes of its actor types: a set, since 社協 is also a 社会福祉法人.", ())
    generic: bool = described("True where a source names only the kind (自治会); left out of counts of bodies.", False)
    count: int | None = described("How many bodies a generic one stands for.")
    corporate_number: str | None = described("法人番号, 13 digits.")
    address: str | None = described("Address of its office; a venue in a private home is kept to its 町字.")
    ended_on: date | None = described("The day it was dissolved.")
    placed_in: str | None = described("Id of the area whose case or register names it; where it works is OPERATES_IN.")


@dataclass(frozen=True, kw_only=True)
class Post(Node):
    """A coordinator's post, never the person."""

    label = "Post"

    layer: int | None = described("1 or 2, as the source says.")
    full_time: bool | None = described("None where the source does not say.")
    combined_with: str | None = described("The duty the post is combined with.")
    placed_in: str | None = described("Id of the area whose case or register names it.")


# (:Organization)-[:HOLDS]->(:Post)
@dataclass(frozen=True, kw_only=True)
class Holds(Relationship):
    """The body where a coordinator is placed (配置先)."""

    starts, type, ends = (Organization,), "HOLDS", (Post,)
    merge_from = "end"


# (:Organization)-[:COMMISSIONS]->(:Organization)
@dataclass(frozen=True, kw_only=True)
class Commissions(Relationship):
    """One body commissions another with work."""

    starts, type, ends = (Organization,), "COMMISSIONS", (Organization,)

    what: str | None = described("What is commissioned, as the source words it.")
    until: date | None = described("Last day of the commission; None means not stated.")


# (:Organization)-[:POSSIBLY_SAME_AS]-(:Organization)
@dataclass(frozen=True, kw_only=True)
class PossiblySameAs(Relationship):
    """A suggestion, never a merge: two names that may be one body."""

    starts, type, ends = (Organization,), "POSSIBLY_SAME_AS", (Organization,)
    directed = False
    is_fact = False

    score: float | None = described("Likeness between 0 and 1; never decides by itself.")
    reason: str | None = described("What the two have in common.")
    state: str | None = described("open, merged or kept apart.")
