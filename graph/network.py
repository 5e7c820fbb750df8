"""A network of bodies in memory, made from the one row that a question collects; it knows no database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import igraph


@dataclass(frozen=True)
class Body:
    """One organisation with what it shares with others."""

    id: str
    name: str
    area_id: str
    area: str
    generic: bool
    councils: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    """Datasets that name it and could have shown its ties."""


@dataclass(frozen=True)
class Network:
    """Bodies and the recorded ties between them; a tie is an unordered pair of ids."""

    bodies: Sequence[Body]
    ties: frozenset[frozenset[str]] = field(repr=False)

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> "Network":
        """From a row with `bodies` (maps) and `ties` (maps with start and end)."""
        bodies = [
            Body(
                id=one["id"],
                name=one["name"],
                area_id=one["area_id"],
                area=one["area"],
                generic=bool(one.get("generic")),
                councils=frozenset(one.get("councils") or ()),
                categories=frozenset(one.get("categories") or ()),
                needs=frozenset(one.get("needs") or ()),
                sources=frozenset(one.get("sources") or ()),
            )
            for one in row.get("bodies", ())
        ]
        ties = frozenset(frozenset((one["start"], one["end"])) for one in row.get("ties", ()) if one["start"] != one["end"])
        return cls(bodies=sorted(bodies, key=lambda body: (body.area_id, body.id)), ties=ties)

    def named(self) -> "Network":
        """Without generic actors: a kind of actor is no body that could connect two others."""
        bodies = [body for body in self.bodies if not body.generic]
        ids = {body.id for body in bodies}
        return Network(bodies=bodies, ties=frozenset(tie for tie in self.ties if tie <= ids))

    def components(self) -> dict[str, int]:
        """Id → number of its weak component, numbered in the order of the bodies."""
        ids = sorted({body.id for body in self.bodies})
        position = {id_: number for number, id_ in enumerate(ids)}
        edges = [tuple(position[id_] for id_ in tie) for tie in self.ties if all(id_ in position for id_ in tie)]
        membership: list[int] = igraph.Graph(n=len(ids), edges=edges).connected_components().membership
        return dict(zip(ids, membership, strict=True))
