"""Where things are: a body's home, whom something is for, where it is really held, what is part of what."""

from dataclasses import dataclass

from graph.model.areas import Area
from graph.model.councils import Council
from graph.model.definitions import Relationship, described
from graph.model.needs import Need
from graph.model.organizations import Organization, Post
from graph.model.programmes import Programme
from graph.model.services import Service


# (:Organization | :Council)-[:OPERATES_IN]->(:Area)
@dataclass(frozen=True, kw_only=True)
class OperatesIn(Relationship):
    """Where a body works: its home."""

    starts, type, ends = (Organization, Council), "OPERATES_IN", (Area,)


# (:Organization | :Council | :Service | :Programme | :Post)-[:COVERS]->(:Area)
@dataclass(frozen=True, kw_only=True)
class Covers(Relationship):
    """Whom it is for; a city-wide cover must not hide that nothing is held in a district."""

    starts, type, ends = (Organization, Council, Service, Programme, Post), "COVERS", (Area,)

    part: str | None = described("The part of the area that the source names, where it is no area of its own.")


# (:Service)-[:DELIVERED_IN]->(:Area)
@dataclass(frozen=True, kw_only=True)
class DeliveredIn(Relationship):
    """Really held there."""

    starts, type, ends = (Service,), "DELIVERED_IN", (Area,)


# (:Area | :Council | :Organization | :Service)-[:PART_OF]->(:Area | :Council | :Programme | :Organization | :Service)
@dataclass(frozen=True, kw_only=True)
class PartOf(Relationship):
    """An area of an area, a sub-body of a body, a part of a service, council or programme."""

    starts, type, ends = (Area, Council, Organization, Service), "PART_OF", (Area, Council, Programme, Organization, Service)


# (:Organization | :Council | :Post)-[:ACTS_FOR]->(:Area | :Need)
@dataclass(frozen=True, kw_only=True)
class ActsFor(Relationship):
    """Has a coordinating function for an area or a need."""

    starts, type, ends = (Organization, Council, Post), "ACTS_FOR", (Area, Need)
    qualifier = ("function",)

    function: str = described("needs, resources, network or matching.", "needs")


# (:Service)-[:USES]->(:Organization | :Area | :Service | :Programme)
@dataclass(frozen=True, kw_only=True)
class Uses(Relationship):
    """Premises and programmes that a service uses."""

    starts, type, ends = (Service,), "USES", (Organization, Area, Service, Programme)
