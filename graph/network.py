"""A network of bodies in memory, made from the one row that a question collects; it knows no database.

Two bodies are linked by a recorded tie, or because one is part of the other. The row: `cypher/networks/bodies_and_ties.cypher`.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

import igraph

Pair = frozenset[str]
DIRECTLY = ("direct", "through")
"""Lists of a body in the row that hold those with whom it has a tie."""
LINKED = (*DIRECTLY, "wholes", "parts", "of_parts")
"""Lists of a body in the row that hold whoever is linked to it or to a part of it."""


@dataclass(frozen=True)
class Activity:
    """A service that a body provides, in one of its categories."""

    id: str
    category: str
    needs: frozenset[str]
    """Kinds of need that the category strongly answers."""
    status: str | None
    valid_from: date | None
    valid_to: date | None

    def runs_on(self, day: date) -> bool:
        """Only a running service answers; what is not stated to have ended or not to have begun is not guessed to have."""
        begun = self.valid_from is None or self.valid_from <= day
        return self.status == "running" and begun and (self.valid_to is None or self.valid_to >= day)


@dataclass(frozen=True)
class Body:
    """One organisation in one area where it works."""

    id: str
    name: str
    area_id: str
    area: str
    generic: bool
    is_part: bool = False
    """A part of another body is no body of its own; it may connect others."""
    kinds: frozenset[str] = frozenset()
    """Codes of its actor types."""
    sources: frozenset[str] = frozenset()
    """Datasets that name it and could have shown its ties."""
    neighbours: frozenset[str] = frozenset()
    """Ids of those with whom it has a recorded tie, kinds of actor among them."""
    of_parts: frozenset[str] = frozenset()
    """Ids of those with whom one of its parts has a recorded tie."""
    activities: tuple[Activity, ...] = ()


@dataclass(frozen=True)
class Council:
    """A council with those who sit on it, wherever they work."""

    id: str
    name: str
    members: Mapping[str, date | None] = field(default_factory=dict)
    """Id → last day of the seat; None where that is not stated."""
    seats: Mapping[str, str] = field(default_factory=dict)
    """Id of a member → id of the fact that it sits there."""

    def seated_on(self, day: date) -> frozenset[str]:
        """Ids of those whose seat is not recorded to have ended."""
        return frozenset(id_ for id_, until in self.members.items() if until is None or until >= day)

    def seats_of(self, ids: Iterable[str]) -> frozenset[str]:
        """Ids of the facts that some of its members sit there."""
        return frozenset(self.seats[id_] for id_ in ids if id_ in self.seats)


@dataclass(frozen=True)
class Network:
    """Bodies, the recorded ties between them, and who else is tied to them."""

    bodies: Sequence[Body]
    names: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Id → name of every body that is no kind of actor, those around the areas too."""
    ties: frozenset[Pair] = field(default=frozenset(), repr=False)
    parts: frozenset[Pair] = field(default=frozenset(), repr=False)
    whole_of: Mapping[str, frozenset[str]] = field(default_factory=dict, repr=False)
    """Id of a part → ids of what it is part of."""
    councils: Sequence[Council] = field(default=(), repr=False)
    facts: Mapping[Pair, frozenset[str]] = field(default_factory=dict, repr=False)
    """Two ids → ids of the relationships that say how they are linked."""

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> "Network":
        """From a row with `bodies` and `councils`; what a map does not have is empty."""
        maps = row.get("bodies") or []
        wholes: dict[str, set[str]] = defaultdict(set)
        for one in maps:
            for whole in one.get("wholes") or ():
                wholes[one["id"]].add(whole["id"])
            for part in one.get("parts") or ():
                wholes[part["id"]].add(one["id"])
        bodies = sorted((_body(one, one["id"] in wholes) for one in maps), key=lambda body: (body.area_id, body.id))
        councils = [
            Council(
                one["id"],
                one["name"],
                {member["id"]: member.get("until") for member in one["members"]},
                {member["id"]: member["fact"] for member in one["members"] if "fact" in member},
            )
            for one in sorted(row.get("councils") or (), key=lambda council: str(council["id"]))
        ]
        return cls(
            bodies=bodies,
            names=_names(maps, row.get("councils") or ()),
            ties=frozenset(frozenset((body.id, other)) for body in bodies for other in body.neighbours),
            parts=frozenset(frozenset((part, whole)) for part, of in wholes.items() for whole in of if part != whole),
            whole_of={part: frozenset(of) for part, of in wholes.items()},
            councils=councils,
            facts=_facts(maps),
        )

    def named(self) -> "Network":
        """Without generic actors: a kind of actor is no body that could connect two others."""
        kept = self.names.keys()
        return replace(
            self,
            bodies=[body for body in self.bodies if not body.generic],
            ties=frozenset(tie for tie in self.ties if tie <= kept),
            parts=frozenset(part for part in self.parts if part <= kept),
        )

    def by_area(self) -> "list[tuple[str, str, Network]]":
        """Id and name of each area with the network of its bodies: they, and those who are directly linked to one of them."""
        bodies: dict[tuple[str, str], list[Body]] = defaultdict(list)
        for body in self.bodies:
            bodies[body.area_id, body.area].append(body)
        links: dict[str, dict[str, set[Pair]]] = {name: defaultdict(set) for name in ("ties", "parts")}
        for name, at in links.items():
            for pair in getattr(self, name):
                for id_ in pair:
                    at[id_].add(pair)

        def at_bodies(name: str, of: Iterable[Body]) -> frozenset[Pair]:
            return frozenset(pair for body in of for pair in links[name].get(body.id, ()))

        return [
            (*area, replace(self, bodies=some, ties=at_bodies("ties", some), parts=at_bodies("parts", some)))
            for area, some in sorted(bodies.items())
        ]

    @cached_property
    def ids(self) -> list[str]:
        """Ids of the bodies and of all who are linked to them, sorted."""
        return sorted({body.id for body in self.bodies}.union(*self.ties, *self.parts))

    @cached_property
    def parts_of(self) -> Mapping[str, frozenset[str]]:
        """Id of a whole → ids of its parts."""
        parts: dict[str, set[str]] = defaultdict(set)
        for part, wholes in self.whole_of.items():
            for whole in wholes - {part}:
                parts[whole].add(part)
        return {whole: frozenset(of) for whole, of in parts.items()}

    @cached_property
    def counted(self) -> Mapping[str, Body]:
        """Id → each body that is counted: neither a part of another one nor one that is only linked to the areas."""
        return {body.id: body for body in self.bodies if not body.is_part and not body.generic}

    def drawn(self, *, without: Collection[str] = (), apart: Collection[Pair] = ()) -> igraph.Graph:
        """The links as an igraph, whose vertices are `ids` in their order without some of them, and without some links."""
        ids = [id_ for id_ in self.ids if id_ not in without]
        position = {id_: number for number, id_ in enumerate(ids)}
        links = sorted(
            tuple(sorted(position[id_] for id_ in pair)) for pair in self.ties | self.parts if pair <= position.keys() and pair not in apart
        )
        drawn = igraph.Graph(n=len(ids), edges=links)
        drawn.vs["name"] = ids
        return drawn

    def groups(self, *, without: Collection[str] = (), apart: Collection[Pair] = ()) -> list[list[str]]:
        """The weak components as ids: each sorted, in the order of their first."""
        drawn = self.drawn(without=without, apart=apart)
        return [[drawn.vs[number]["name"] for number in part] for part in drawn.connected_components()]

    def facts_of(self, pairs: Iterable[Pair]) -> list[str]:
        """Ids of the facts that say how some are linked, sorted."""
        return sorted({fact for pair in pairs for fact in self.facts.get(pair, ())})

    def links_at(self, ids: Collection[str]) -> list[Pair]:
        """The ties and parts of which some are an end."""
        some = frozenset(ids)
        return [pair for pair in self.ties | self.parts if pair & some]

    def components(self) -> dict[str, int]:
        """Id → number of its weak component, numbered in the order of the ids."""
        return {id_: number for number, group in enumerate(self.groups()) for id_ in group}


def _body(one: Mapping[str, Any], is_part: bool) -> Body:
    activities = [
        Activity(
            id=service["id"],
            category=service["category"],
            needs=frozenset(service.get("needs") or ()),
            status=service.get("status"),
            valid_from=service.get("valid_from"),
            valid_to=service.get("valid_to"),
        )
        for service in one.get("services") or ()
    ]
    return Body(
        id=one["id"],
        name=one["name"],
        area_id=one["area_id"],
        area=one["area"],
        generic=bool(one.get("generic")),
        is_part=is_part,
        kinds=frozenset(one.get("kinds") or ()),
        sources=frozenset(one.get("sources") or ()),
        neighbours=frozenset(other["id"] for name in DIRECTLY for other in one.get(name) or ()),
        of_parts=frozenset(other["id"] for other in one.get("of_parts") or ()),
        activities=tuple(activities),
    )


def _names(bodies: Iterable[Mapping[str, Any]], councils: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Id → name of all that the row names, without kinds of actor."""
    named = [
        *(one for one in bodies),
        *(other for one in bodies for name in LINKED for other in one.get(name) or ()),
        *(member for council in councils for member in council["members"]),
    ]
    return {one["id"]: one["name"] for one in named if not one.get("generic")}


def _facts(bodies: Iterable[Mapping[str, Any]]) -> dict[Pair, frozenset[str]]:
    """Two ids → ids of the relationships that link them; the tie of a part is the part's."""
    found: dict[Pair, set[str]] = defaultdict(set)
    for one in bodies:
        for name in LINKED:
            for other in one.get(name) or ():
                said = {other[key] for key in ("fact", "and_fact") if key in other}
                found[frozenset((other.get("part", one["id"]), other["id"]))] |= said
    return {pair: frozenset(facts) for pair, facts in found.items()}
