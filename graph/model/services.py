"""Services: what somebody does for residents, or for those who do."""

from dataclasses import dataclass
from datetime import date

from graph.model.councils import Council
from graph.model.definitions import Node, Relationship, described
from graph.model.organizations import Organization


@dataclass(frozen=True, kw_only=True)
class Service(Node):
    """A service or activity; only a running one answers a need."""

    label = "Service"

    status: str = described("planned, running or ended.", "running")
    target: str | None = described("Whom it is for, as the source words it.")
    frequency: str | None = described("How often, as the source words it.")
    days: str | None = described("On which days.")
    fee: str | None = described("What it costs the user, as the source words it.")
    capacity: int | None = described("How many it can take.")
    accepting: bool | None = described("Whether it takes new users; None means not stated.")
    valid_from: date | None = described("First day of its registration.")
    valid_to: date | None = described("Last day of its registration.")
    registration: str | None = described("Its number in the register, as printed; not unique.")
    placed_in: str | None = described("Id of the area whose case or register names it.")


# (:Organization | :Council)-[:PROVIDES]->(:Service)
@dataclass(frozen=True, kw_only=True)
class Provides(Relationship):
    """Runs, holds or offers."""

    starts, type, ends = (Organization, Council), "PROVIDES", (Service,)
    merge_from = "end"

    status: str = described("planned, running or ended.", "running")


# (:Service)-[:PRECEDES]->(:Service)
@dataclass(frozen=True, kw_only=True)
class Precedes(Relationship):
    """One activity grew into the next (移動⇒居場所)."""

    starts, type, ends = (Service,), "PRECEDES", (Service,)
