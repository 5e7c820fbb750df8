"""Networks drawn by hand, as the row that `cypher/networks/bodies_and_ties.cypher` collects.

drawn("abc", "ab", "bc") is three bodies in a line; each letter is the id and the name of a body. The facts are called
`ab` (a tie), `a<b` (a is a part of b) and `a@協議体` (a sits there).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

DAY = date(2026, 11, 23)


def drawn(
    names: Iterable[str],
    *ties: Iterable[str],
    generic: str = "",
    outside: str = "",
    parts: Iterable[str] = (),
    councils: Mapping[str, Iterable[str]] | None = None,
    bodies: Mapping[str, Mapping[str, Any]] | None = None,
    precedents: Iterable[Mapping[str, Any]] = (),
) -> dict[str, Any]:
    """A row.

    Args:
        names: the bodies of the area.
        ties: pairs of ids.
        generic: ids of kinds of actor.
        outside: ids of bodies of other areas.
        parts: pairs of the part and its whole.
        councils: name → members.
        bodies: id → what the map of a body has beside its ties.
        precedents: ties elsewhere.
    """

    def named(id_: str, fact: str = "") -> dict[str, Any]:
        return {"id": id_, "name": id_, "generic": id_ in generic} | ({"fact": fact} if fact else {})

    beside = _beside([tuple(tie) for tie in ties])
    wholes = [tuple(part) for part in parts]
    return {
        "bodies": [
            named(id_)
            | {"area_id": "市", "area": "市", "sources": ["資料"]}
            | _neighbours(id_, beside.get(id_, []), wholes, named)
            | dict((bodies or {}).get(id_, {}))
            for id_ in names
            if id_ not in outside
        ],
        "councils": [_council(name, [named(id_, f"{id_}@{name}") for id_ in members]) for name, members in (councils or {}).items()],
        "precedents": list(precedents),
    }


def _neighbours(
    id_: str, beside: list[tuple[str, str]], wholes: list[tuple[str, ...]], named: Callable[[str, str], dict[str, Any]]
) -> dict[str, Any]:
    """The bodies with whom a body is tied, of which it is a part, and which are a part of it."""
    return {
        "direct": [named(other, fact) for other, fact in beside],
        "wholes": [named(whole, f"{part}<{whole}") for part, whole in wholes if part == id_],
        "parts": [named(part, f"{part}<{whole}") for part, whole in wholes if whole == id_],
    }


def _beside(ties: Iterable[tuple[str, ...]]) -> dict[str, list[tuple[str, str]]]:
    """Id → those with whom it is tied, each with the fact that says so: `ab` for the tie of a with b."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for a, b in ties:
        found[a].append((b, a + b))
        found[b].append((a, a + b))
    return found


def _council(name: str, members: list[dict[str, Any]]) -> dict[str, Any]:
    return {"id": name, "name": name, "members": members}


def running(service: str, category: str, *needs: str, **more: Any) -> dict[str, Any]:
    """A running service of a body."""
    return {"id": service, "category": category, "needs": list(needs), "status": "running"} | more
