"""Labels as Kumu needs them: no two elements of one map are called alike."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from unicodedata import normalize

from loaders.networks.carried import CarriedThing


def unique_labels(things: Iterable[CarriedThing], kinds: Mapping[str, str]) -> dict[str, str]:
    """Id → label: the name; where several have it, with the area in brackets, then the kind, then a number.

    Args:
        things: what is written.
        kinds: type → its word.
    """
    labels = {thing.id: " ".join(thing.name.split()) or thing.type for thing in things}
    by_id = {thing.id: thing for thing in things}
    for id_ in _doubled(labels):
        if area := by_id[id_].attributes.get("area"):
            labels[id_] = f"{labels[id_]}（{area}）"
    for id_ in _doubled(labels):
        labels[id_] = f"{labels[id_]}（{kinds[by_id[id_].type]}）"
    taken = {_compared(label) for label in labels.values()}
    for id_, number in _numbered(labels).items():
        label, count = labels[id_], number
        while _compared(f"{label}（{count}）") in taken:
            count += 1
        labels[id_] = f"{label}（{count}）"
        taken.add(_compared(labels[id_]))
    return labels


def _compared(label: str) -> str:
    return normalize("NFKC", label).casefold()


def _doubled(labels: Mapping[str, str]) -> list[str]:
    found: dict[str, list[str]] = defaultdict(list)
    for id_, label in labels.items():
        found[_compared(label)].append(id_)
    return [id_ for ids in found.values() if len(ids) > 1 for id_ in ids]


def _numbered(labels: Mapping[str, str]) -> dict[str, int]:
    """The second and later ones of a label, by id, so that the order of the graph does not matter."""
    found: dict[str, list[str]] = defaultdict(list)
    for id_, label in labels.items():
        found[_compared(label)].append(id_)
    return {id_: number for ids in found.values() for number, id_ in enumerate(sorted(ids), start=1) if number > 1}
