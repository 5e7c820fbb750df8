"""Programmes: funds, plans, subsidies, ordinances and commissions."""

from dataclasses import dataclass
from datetime import date

from graph.model.councils import Council
from graph.model.definitions import Node, Relationship, described
from graph.model.organizations import Organization
from graph.model.services import Service


@dataclass(frozen=True, kw_only=True)
class Programme(Node):
    """What pays for, plans or orders work."""

    label = "Programme"

    kind: str | None = described("fund, plan, subsidy, ordinance, commission, budget or project.")
    amount_yen: int | None = described("Amount in yen.")
    fiscal_year: int | None = described("The year in which the fiscal year begins in April.")
    begins: date | None = described("First day.")
    ends_on: date | None = described("Last day.")
    placed_in: str | None = described("Id of the area whose case names it.")


# (:Organization | :Programme)-[:FUNDS]->(:Organization | :Council | :Service | :Programme)
@dataclass(frozen=True, kw_only=True)
class Funds(Relationship):
    """Pays."""

    starts, type, ends = (Organization, Programme), "FUNDS", (Organization, Council, Service, Programme)

    amount_yen: int | None = described("Amount in yen.")


# (:Organization | :Council | :Service | :Programme)-[:ESTABLISHED]->(:Organization | :Council | :Service)
@dataclass(frozen=True, kw_only=True)
class Established(Relationship):
    """Founded or started."""

    starts, type, ends = (Organization, Council, Service, Programme), "ESTABLISHED", (Organization, Council, Service)

    on: date | None = described("The day of founding.")


# (:Organization | :Council | :Service)-[:CONNECTS]->(:Organization | :Programme)
@dataclass(frozen=True, kw_only=True)
class Connects(Relationship):
    """Brings this one together with others."""

    starts, type, ends = (Organization, Council, Service), "CONNECTS", (Organization, Programme)
