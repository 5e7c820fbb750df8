"""What the page of evidence to be looked through shows: each sentence in its surroundings, and what rests on it in words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from api.evidence_told import CODES, fact_told, property_told
from api.fact_words import kind_of_fact, value_worded
from api.paging import leaf
from api.reviewing import as_text, is_required
from api.surroundings import Surroundings
from graph import evidence_list
from graph.area_directory import KnownArea
from graph.by_hand.finding import LOCATED
from graph.corrections import correctable
from graph.evidence_names import with_ends_named
from graph.messages import Messages
from graph.model.areas import AREA_LEVELS
from graph.reading import Reader
from graph.rejected import rejected
from graph.taxonomy import taxonomy

AT_ONCE = 20
DECIDED_SHOWN = 10
CHOICES = {
    "Area.level": AREA_LEVELS,
    "Service.status": ("planned", "running", "ended"),
    "PROVIDES.status": ("planned", "running", "ended"),
    "Council.status": ("planned", "active", "ended"),
}
NOT_OFFERED = {"Organization": {"actor_types"}, "Observation": {"state"}}
"""Kinds of a body are chosen as codes."""


@dataclass(frozen=True)
class Correctable:
    """One value that can be put right."""

    name: str
    label: str
    text: str
    """What is stated now, as a correction takes it."""
    shape: str
    """text, date, choice or codes."""
    options: Sequence[tuple[str, str]] = ()
    is_required: bool = False


def reviewed_area(reader: Reader, area: KnownArea) -> KnownArea:
    """The area whose evidence is looked through: evidence knows its municipality, not its district."""
    path = [reader.areas.by_id[id_] for id_ in reversed(reader.areas.path(area.id))]
    return next((one for one in path if one.level in LOCATED), area)


def review_on_page(reader: Reader, area: KnownArea, texts: Messages, *, kind: str, page: int) -> dict[str, Any]:
    """Everything of the page.

    Args:
        reader: asks.
        area: of which evidence is looked through.
        texts: the texts.
        kind: label or type of the facts to be shown; anything else for all.
        page: from 1; one too far is the last.
    """
    rows = evidence_list.listed(reader, area=area.id)
    gone = rejected(reader, reader.areas.resolve(area.id))
    waiting = [row for row in rows if row["review"] == "open"]
    kinds = Counter(row["label"] for row in waiting)
    chosen = [row for row in waiting if row["label"] == kind] if kind in kinds else waiting
    shown = leaf(chosen, page, AT_ONCE)
    decided = sorted([*gone, *(row for row in rows if row["review"] != "open")], key=lambda row: row["reviewed_at"] or "", reverse=True)
    return {
        "total": len(rows) + len(gone),
        "decided_count": len(decided),
        "kinds": [(label, kind_of_fact(label, texts), count) for label, count in kinds.most_common()],
        "kind": kind if kind in kinds else "",
        "found": len(chosen),
        "page": shown.number,
        "pages": shown.of,
        "entries": _entries(reader, shown.rows, Surroundings(rows), texts),
        "decided": [_decided(row, texts) for row in with_ends_named(reader, decided[:DECIDED_SHOWN])],
    }


def _entries(reader: Reader, rows: list[dict[str, Any]], around: Surroundings, texts: Messages) -> list[dict[str, Any]]:
    facts = sorted({row["fact"] for row in rows})
    resting = {row["fact"]: len(row["evidence"]) for row in reader.rows("lookups", "evidence_ids", facts=facts)} if facts else {}
    return [
        row
        | {
            "told": fact_told(row, texts),
            "title": reader.titles.get(row["dataset"]) or row["dataset"],
            "around": around.of(row),
            "others": resting.get(row["fact"], 1) - 1,
            "correctable": correctable_values(row, texts),
        }
        for row in with_ends_named(reader, rows)
    ]


def _decided(row: Mapping[str, Any], texts: Messages) -> dict[str, Any]:
    role = f"role.{row['reviewed_by']}"
    return dict(row) | {
        "told": fact_told(row, texts),
        "by": texts(role) if texts.knows(role) else row["reviewed_by"],
        "day": (row["reviewed_at"] or "")[:10],
    }


def correctable_values(row: Mapping[str, Any], texts: Messages) -> list[Correctable]:
    """The values of a fact that can be put right, those that are stated first."""
    label, states = row["label"], row["states"]
    names = [name for name in correctable(label) if name not in NOT_OFFERED.get(label, set()) and name != "codes"]
    if label in CODES:
        names.append("codes")
    return [_value(label, name, states.get(name), texts) for name in sorted(names, key=lambda name: states.get(name) in (None, "", []))]


def _value(label: str, name: str, stated: Any, texts: Messages) -> Correctable:
    type_ = correctable(label).get(name)
    told, text = property_told(label, name, texts), as_text(stated)
    if name == "codes":
        entries = getattr(taxonomy(), CODES[label])
        options = [(code, one.worded(texts.language)) for code, one in entries.items()]
        return Correctable(name, told, text, "codes", options)
    needed = is_required(label, name)
    if type_ is bool or bool in get_args(type_):
        return Correctable(name, told, text, "choice", [("true", texts("value.yes")), ("false", texts("value.no"))], needed)
    if known := CHOICES.get(f"{label}.{name}"):
        return Correctable(name, told, text, "choice", [(one, value_worded(name, one, texts)) for one in known], needed)
    return Correctable(name, told, text, "date" if "date" in str(type_) else "text", (), needed)
