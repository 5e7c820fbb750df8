"""Ties between bodies that belong to no single kind of node: working together, and supporting."""

from dataclasses import dataclass

from graph.model.councils import Council
from graph.model.definitions import Relationship, described
from graph.model.organizations import Organization
from graph.model.services import Service


# (:Organization | :Council)-[:COLLABORATES_WITH]-(:Organization | :Council)
@dataclass(frozen=True, kw_only=True)
class CollaboratesWith(Relationship):
    """Work together; stored once, smaller id first."""

    starts, type, ends = (Organization, Council), "COLLABORATES_WITH", (Organization, Council)
    directed = False
    qualifier = ("state",)

    state: str = described("recorded, or absent where a source says that there is none yet.", "recorded")
    kind: str | None = described("How the source words it: 連携, 協働, 協定.")


# (:Organization | :Council)-[:SUPPORTS]->(:Organization | :Council | :Service)
@dataclass(frozen=True, kw_only=True)
class Supports(Relationship):
    """Helps, backs, trains or dispatches to."""

    starts, type, ends = (Organization, Council), "SUPPORTS", (Organization, Council, Service)
