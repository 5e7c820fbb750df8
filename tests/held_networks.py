"""The network of one area as networkx has it, from what a graph holds: for computing measures of ties a second time."""

from collections.abc import Iterable
from dataclasses import dataclass

import networkx

from tests.held import BODY_TIES, THROUGH_SERVICES, Held


@dataclass
class AreaNetwork:
    """Named bodies of an area with those directly linked to them."""

    links: networkx.Graph
    """Ties and parts; an edge says whether it is a tie (`tie`) and whether it is of a part and its whole (`part`)."""
    bodies: set[str]
    """Ids of the named bodies that work in the area."""
    counted: set[str]
    """Those of them that are no part of another body."""

    @classmethod
    def of(cls, held: Held, homes: set[str]) -> "AreaNetwork":
        """Draw it for the bodies that work in one of some areas."""
        bodies = {id_ for id_, body in held.of("Organization") if not body.get("generic") and homes & held.homes(id_)}
        links = networkx.Graph()
        links.add_nodes_from(bodies)
        for id_ in bodies:
            ties = {other for other in held.neighbours(id_) if not held.get(other).get("generic")}
            wholes = held.ends(id_, "PART_OF", label="Organization") | held.starts(id_, "PART_OF", label="Organization")
            parts = {other for other in wholes - {id_} if not held.get(other).get("generic")}
            for other in ties | parts:
                if not links.has_edge(id_, other):
                    links.add_edge(id_, other, tie=other in ties, part=other in parts)
        return cls(links, bodies, {id_ for id_ in bodies if not held.ends(id_, "PART_OF", label="Organization")})

    def groups(self, links: networkx.Graph | None = None) -> list[list[str]]:
        """The components as sorted ids of counted bodies, without those that have none."""
        found = networkx.connected_components(self.links if links is None else links)
        return [group for group in (sorted(self.counted & part) for part in found) if group]


def able(held: Held, id_: str, areas: set[str]) -> list[str]:
    """Datasets that name a body and could have shown its ties where it works among some areas, or where it is placed."""
    places = (held.homes(id_) & areas) | ({held.get(id_).get("placed_in")} - {None})
    return sorted(held.able("ties", [str(place) for place in places if place in held.nodes]) & set(held.get(id_)["sources"]))


def units(held: Held, areas: set[str]) -> dict[str, set[str]]:
    """The widest asked area around each asked one, prefectures apart → the asked areas that lie in it."""
    found: dict[str, set[str]] = {}
    for area in areas & held.nodes.keys():
        found.setdefault(unit_of(held, area, areas), set()).add(area)
    return found


def unit_of(held: Held, area: str, areas: set[str]) -> str:
    """The widest asked area around one, by the longest way up; itself where there is none but its prefecture."""
    ways: dict[str, int] = {}
    waiting = [(area, 0)]
    while waiting:
        here, far = waiting.pop()
        ways[here] = max(far, ways.get(here, 0))
        waiting += [(one, far + 1) for one in held.ends(here, "PART_OF", label="Area") if far < 5]
    asked = [(-far, one) for one, far in ways.items() if one in areas and held.get(one)["level"] != "prefecture"]
    return min(asked)[1] if asked else area


def council_names(held: Held, id_: str) -> set[str]:
    """Names of the councils that have not ended and on which a body sits."""
    return {held.get(one)["name"] for one in councils(held, id_)}


def councils(held: Held, id_: str) -> set[str]:
    """Ids of the councils that have not ended and on which a body sits."""
    return {one for one in held.ends(id_, "MEMBER_OF", label="Council") if held.get(one).get("status", "active") != "ended"}


def facts_between(held: Held, one: str, other: str) -> set[str]:
    """Ids of the relationships that tie two bodies, directly or through one service, or make one a part of the other."""
    found = set[str]()
    for tie in (*held.outgoing[one], *held.incoming[one]):
        recorded = tie.type in BODY_TIES and tie.properties.get("state", "recorded") == "recorded"
        if {tie.start, tie.end} == {one, other} and (recorded or tie.type == "PART_OF"):
            found.add(tie.properties["id"])
    for service in held.ends(one, *THROUGH_SERVICES, label="Service") & held.ends(other, *THROUGH_SERVICES, label="Service"):
        found |= {tie.properties["id"] for tie in held.incoming[service] if tie.type in THROUGH_SERVICES and tie.start in {one, other}}
    return found


def seats(held: Held, ids: Iterable[str], council: str) -> set[str]:
    """Ids of the facts that some bodies sit on a council."""
    return {tie.properties["id"] for tie in held.incoming[council] if tie.type == "MEMBER_OF" and tie.start in set(ids)}


def evidence_of(held: Held, facts: Iterable[str]) -> list[str]:
    """Ids of the evidence of some facts."""
    return sorted({one for fact in facts for one in held.evidence.get(fact, ())})
