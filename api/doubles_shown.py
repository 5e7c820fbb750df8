"""Names that may be one body, side by side: what tells them apart and what they share; and what was decided of others."""

from collections.abc import Mapping
from typing import Any

from api.load_report import suggestion_shown
from api.paging import leaf
from graph import suggestions
from graph.area_directory import KnownArea
from graph.decided_doubles import DecidedDouble, decided_doubles
from graph.evidence_names import visible_nodes
from graph.messages import Messages
from graph.reading import Reader
from graph.roles import RULE
from graph.taxonomy import taxonomy

AT_ONCE = 10
DECIDED_SHOWN = 10


def doubles_on_page(reader: Reader, area: KnownArea, texts: Messages, *, page: int) -> dict[str, Any]:
    """Everything of the page.

    Args:
        reader: asks.
        area: one of the two belongs to it, or to what lies in it.
        texts: the texts.
        page: from 1; one too far is the last.
    """
    here = {row["id"]: row for row in reader.rows("lookups", "organizations", area=area.id)}
    found = [one for one in suggestions.listed(reader) if {one.first, one.second} & here.keys()]
    shown = leaf(found, page, AT_ONCE)
    ids = {id_ for one in shown.rows for id_ in (one.first, one.second)}
    bodies = _bodies(reader, ids, here, texts)
    decided = [one for one in decided_doubles(reader) if one.kept in here]
    return {
        "found": len(found),
        "page": shown.number,
        "pages": shown.of,
        "pairs": [suggestion_shown(one, texts) | {"bodies": [bodies[one.first], bodies[one.second]]} for one in shown.rows],
        "decided": [_decided(one, texts) for one in decided[:DECIDED_SHOWN]],
    }


def _bodies(reader: Reader, ids: set[str], here: Mapping[str, Mapping[str, Any]], texts: Messages) -> dict[str, dict[str, Any]]:
    """Each body with its kinds, areas, other names and sentences; one of elsewhere belongs where its source places it."""
    quoted: dict[str, list[dict[str, Any]]] = {}
    for row in reader.rows("lookups", "evidence_of_facts", facts=sorted(ids)) if ids else ():
        quoted.setdefault(row["fact"], []).append(row)
    return {
        id_: _body(reader, one, here.get(id_, {}), quoted.get(id_, []), texts)
        for id_, one in visible_nodes(reader, "Organization", ids).items()
    }


def _body(reader: Reader, node: Mapping[str, Any], row: Mapping[str, Any], quoted: list[dict[str, Any]], texts: Messages) -> dict[str, Any]:
    kinds = [taxonomy().actor_types[code] for code in node.get("actor_types") or () if code in taxonomy().actor_types]
    places = row.get("area_ids") or [node.get("placed_in")]
    return {
        "id": node["id"],
        "name": node["name"],
        "kana": node.get("kana") or "",
        "kinds": texts("and").join(one.worded(texts.language) for one in kinds),
        "areas": texts("and").join(reader.areas.full_name(id_) for id_ in places if id_ in reader.areas.by_id),
        "aliases": texts("and").join(node.get("aliases") or ()),
        "address": node.get("address") or "",
        "number": node.get("corporate_number") or "",
        "sources": texts("and").join(sorted({str(one["title"] or one["dataset"]) for one in quoted})),
        "quotations": quoted,
    }


def _decided(one: DecidedDouble, texts: Messages) -> dict[str, str]:
    reason = texts(one.reason, name=one.kept_name, other=one.gone_name) if texts.knows(one.reason) else one.reason
    by = texts("doubles.by_rule") if one.by == RULE else texts(f"role.{one.by}")
    return {"id": one.id, "kept": one.kept_name, "gone": one.gone_name, "state": one.state, "by": by, "day": one.at[:10], "reason": reason}
