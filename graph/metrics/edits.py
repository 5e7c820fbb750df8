"""A network with some ties and bodies more or fewer: a copy in memory, as it would be drawn if the graph were edited so."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import product

from graph.network import Body, Network, Pair


@dataclass(frozen=True)
class Edits:
    """What is changed: bodies go first, then bodies come, ties go, and ties come."""

    add_ties: frozenset[Pair] = frozenset()
    remove_ties: frozenset[Pair] = frozenset()
    """All recorded ties between the two, or between parts of them."""
    add_bodies: tuple[Body, ...] = ()
    remove_bodies: frozenset[str] = frozenset()
    """Ids; a body takes its ties with it, and its parts that are of no other body."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is changed."""
        return not (self.add_ties or self.remove_ties or self.add_bodies or self.remove_bodies)


def edited(network: Network, edits: Edits) -> Network:
    """The network as it would be; that which is given stays as it is."""
    gone = gone_with(network, edits.remove_bodies)
    left = _without_bodies(network, gone) if gone else network
    left = replace(
        left,
        bodies=sorted([*left.bodies, *edits.add_bodies], key=lambda body: (body.area_id, body.id)),
        names={**left.names, **{body.id: body.name for body in edits.add_bodies}},
    )
    return _with_ties(_without_ties(left, edits.remove_ties), edits.add_ties)


def gone_with(network: Network, ids: Iterable[str]) -> frozenset[str]:
    """Some bodies with their parts, and the parts of these: those that are of no body that stays."""
    gone = set(ids)
    waiting = [*gone]
    while waiting:
        parts = network.parts_of.get(waiting.pop(), frozenset())
        more = {part for part in parts - gone if network.whole_of[part] - {part} <= gone}
        gone |= more
        waiting += more
    return frozenset(gone)


def ties_between(network: Network, pair: Pair) -> frozenset[Pair]:
    """The recorded ties of two bodies, those of their parts among them."""
    a, b = sorted(pair)
    sides = [{id_, *network.parts_of.get(id_, ())} for id_ in (a, b)]
    return network.ties & {frozenset(ends) for ends in product(*sides)}


def _without_bodies(network: Network, gone: frozenset[str]) -> Network:
    whole_of = {part: wholes - gone for part, wholes in network.whole_of.items() if part not in gone}
    lost = frozenset(tie for tie in network.ties if tie & gone)
    left = _without_these(network, lost)
    return replace(
        left,
        bodies=[
            replace(body, neighbours=body.neighbours - gone, of_parts=body.of_parts - gone) for body in left.bodies if body.id not in gone
        ],
        names={id_: name for id_, name in left.names.items() if id_ not in gone},
        parts=frozenset(part for part in left.parts if not part & gone),
        whole_of={part: wholes for part, wholes in whole_of.items() if wholes},
    )


def _without_ties(network: Network, pairs: Collection[Pair]) -> Network:
    return _without_these(network, frozenset(tie for pair in pairs for tie in ties_between(network, pair)))


def _without_these(network: Network, lost: frozenset[Pair]) -> Network:
    """Without ties that are given one by one; a whole is tied to somebody as long as any of its parts is."""
    if not lost:
        return network
    ties = network.ties - lost
    partners = _ends(lost)

    def through_parts(body: Body) -> frozenset[str]:
        parts = network.parts_of.get(body.id, frozenset())
        doubtful = {other for part in parts for other in partners.get(part, ())}
        return body.of_parts - {other for other in doubtful if not any(frozenset((part, other)) in ties for part in parts)}

    bodies = [
        replace(body, neighbours=body.neighbours - partners.get(body.id, set()), of_parts=through_parts(body)) for body in network.bodies
    ]
    return replace(network, bodies=bodies, ties=ties)


def _with_ties(network: Network, pairs: frozenset[Pair]) -> Network:
    if not pairs:
        return network
    partners = _ends(pairs)

    def through_parts(body: Body) -> frozenset[str]:
        return body.of_parts | {other for part in network.parts_of.get(body.id, ()) for other in partners.get(part, set()) - {body.id}}

    bodies = [
        replace(body, neighbours=body.neighbours | partners.get(body.id, set()), of_parts=through_parts(body)) for body in network.bodies
    ]
    return replace(network, bodies=bodies, ties=network.ties | pairs)


def _ends(pairs: Iterable[Pair]) -> Mapping[str, set[str]]:
    """Id → ids of the other ends."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in (tuple(pair) for pair in pairs):
        found[one].add(other)
        found[other].add(one)
    return found
