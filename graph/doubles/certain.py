"""Pairs of bodies of different sources that are one beyond doubt: one 法人番号, or one name at one address in one municipality.

A score never decides. Whatever is less certain is suggested and left to people (`graph.doubles.suggesting`).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.doubles.bodies import Body, Compared
from graph.identity import normalised

SAME_NUMBER, SAME_PLACE = "double.certain.number", "double.certain.place"
"""Keys of the catalogue: why the two are one."""


@dataclass(frozen=True, kw_only=True)
class Certain:
    """Two bodies that are one."""

    kept: str
    gone: str
    reason: str


def certain_pairs(bodies: Iterable[Body]) -> list[Certain]:
    """The pairs, sorted; of several bodies that are one, all are joined to the same.

    Bodies that one source names both are left alone: it tells them apart. So are kinds of actor without a name.
    """
    groups: dict[tuple[str, ...], list[Body]] = defaultdict(list)
    for body in bodies:
        if not body.generic:
            for key in _keys(body):
                groups[key].append(body)
    found: dict[str, Certain] = {}
    wholes: set[str] = set()
    """Ids of bodies that another was joined to: they are joined to no third."""
    for key, group in sorted(groups.items()):
        for kept, gone in _pairs_of(group):
            if gone.id not in found and kept.id not in found and gone.id not in wholes:
                wholes.add(kept.id)
                found[gone.id] = Certain(kept=kept.id, gone=gone.id, reason=SAME_NUMBER if key[0] == SAME_NUMBER else SAME_PLACE)
    return sorted(found.values(), key=lambda one: (one.kept, one.gone))


def _keys(body: Body) -> Iterator[tuple[str, ...]]:
    if body.corporate_number:
        yield SAME_NUMBER, body.corporate_number
    if body.address and body.municipality and (address := Compared(body).address):
        yield SAME_PLACE, body.municipality, normalised(body.name), address


def _pairs_of(group: list[Body]) -> Iterator[tuple[Body, Body]]:
    """The first body of a group, one with a 法人番号 before others, with each that another source names."""
    kept, *rest = sorted(group, key=lambda one: (one.corporate_number is None, one.id))
    for one in rest:
        numbers = {kept.corporate_number, one.corporate_number} - {None}
        if one.id != kept.id and len(numbers) <= 1 and kept.datasets.isdisjoint(one.datasets):
            yield kept, one
