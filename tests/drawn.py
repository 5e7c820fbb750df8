"""Networks drawn by hand, as the row that `cypher/networks/bodies_and_ties.cypher` collects.

drawn("abc", "ab", "bc") is three bodies in a line; each letter is the id and the name of a body.
"""

from collections.abc import Iterable, Mapping
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

    def named(id_: str) -> dict[str, Any]:
        return {"id": id_, "name": id_, "generic": id_ in generic}

    pairs = [tuple(tie) for tie in ties]
    beside = {id_: [named(b if a == id_ else a) for a, b in pairs if id_ in {a, b}] for id_ in names}
    wholes = [tuple(part) for part in parts]
    return {
        "bodies": [
            named(id_)
            | {"area_id": "市", "area": "市", "direct": beside[id_], "sources": ["資料"]}
            | {"wholes": [named(whole) for part, whole in wholes if part == id_]}
            | {"parts": [named(part) for part, whole in wholes if whole == id_]}
            | dict((bodies or {}).get(id_, {}))
            for id_ in names
            if id_ not in outside
        ],
        "councils": [{"id": name, "name": name, "members": [named(id_) for id_ in members]} for name, members in (councils or {}).items()],
        "precedents": list(precedents),
    }


def running(service: str, category: str, *needs: str, **more: Any) -> dict[str, Any]:
    """A running service of a body."""
    return {"id": service, "category": category, "needs": list(needs), "status": "running"} | more
