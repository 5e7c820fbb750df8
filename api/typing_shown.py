"""What a page of a form shows beside its fields: what can be chosen, and what stands in them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from api.near_names import near_names
from api.typing_forms import KNOWN_SHAPES, Field, form_of, label_of
from api.uploads import Sent
from graph.area_directory import KnownArea
from graph.errors import QueryMisused
from graph.messages import Messages, Phrase
from graph.reading import Reader
from graph.taxonomy import Entry, taxonomy

LOOKUPS = {"body": ("organizations", "councils"), "council": ("councils",), "service": ("services",)}
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
MOST_SUGGESTED = 3_000
"""Names that a field suggests; more can be typed."""


@dataclass(frozen=True)
class Refused:
    """Why a form was not taken: its fields stay filled in."""

    what_happened: str = ""
    what_to_do: str = ""
    fields: frozenset[str] = frozenset()
    """Those at fault, where that can be said."""
    several: Mapping[str, list[dict[str, str]]] = field(default_factory=dict)
    """Field → the things of that name, of which one has to be chosen."""
    chosen: Mapping[str, dict[str, str]] = field(default_factory=dict)
    """Field → the thing that was chosen in it before."""
    is_unknown: bool = False
    """Whether a body is not recorded."""


def choices_for(reader: Reader, area: KnownArea, kind: str, texts: Messages) -> dict[str, Any]:
    """What the fields of a form suggest: names by shape, areas, and the codes of the taxonomy by group."""
    shapes = {one.shape for one in form_of(kind)}
    return {
        "names": {shape: suggested(reader, area, shape) for shape in KNOWN_SHAPES if shape in shapes},
        "areas": [(reader.areas.full_name(id_), reader.areas.by_id[id_].name) for id_ in _areas(reader, area)] if "area" in shapes else [],
        "groups": {one.codes: grouped(one.codes, texts.language) for one in form_of(kind) if one.codes},
    }


def suggested(reader: Reader, area: KnownArea, shape: str) -> list[tuple[str, str]]:
    """Names of the area and their readings, each once."""
    rows = [row for name in LOOKUPS[shape] for row in reader.rows("lookups", name, area=area.id)]
    named = {row["name"]: row.get("kana") or "" for row in rows}
    return sorted(named.items(), key=lambda pair: pair[1] or pair[0])[:MOST_SUGGESTED]


def grouped(part: str, language: str) -> list[tuple[str, list[str]]]:
    """Group → the wordings of its codes, in the order of the taxonomy."""
    entries: Mapping[str, Entry] = getattr(taxonomy(), part)
    found: dict[str, list[str]] = {}
    for entry in entries.values():
        # The letter in front of a group is for sorting.
        found.setdefault(entry.group.partition(" ")[2] if language == "ja" else "", []).append(entry.worded(language))
    return list(found.items())


def refused(error: QueryMisused, kind: str, sent: Sent, reader: Reader, texts: Messages) -> Refused:
    """What a form that was not taken says, and which of its fields it is about."""
    ids, name = error.values.get("ids"), error.values.get("name")
    named = {one.name for one in form_of(kind) if one.shape in KNOWN_SHAPES and sent.fields.get(one.name, "").strip() == name}
    several = {one: candidates(reader, kind, one, ids, texts) for one in sorted(named)} if isinstance(ids, list) else {}
    if several:
        advice = texts("typing.choose_one", field=label_of(kind, min(several)))
    elif error.key == "body_not_found":
        advice = near_names(error, texts) + texts("typing.not_recorded")
    else:
        advice = texts.what_to_do(error)
    fields = named or _named_in(error, kind)
    return Refused(
        what_happened=texts.what_happened(error),
        what_to_do=advice,
        fields=frozenset(fields),
        several=several,
        chosen=dict(_chosen(reader, kind, sent, texts)),
        is_unknown=error.key == "body_not_found",
    )


def _chosen(reader: Reader, kind: str, sent: Sent, texts: Messages) -> Iterator[tuple[str, dict[str, str]]]:
    """Fields in which an id stands, which nobody types: it was chosen among several of one name."""
    for one in form_of(kind):
        value = sent.fields.get(one.name, "")
        if one.shape in KNOWN_SHAPES and _ID.fullmatch(value):
            yield one.name, candidates(reader, kind, one.name, [value], texts)[0]


def candidates(reader: Reader, kind: str, name: str, ids: list[str], texts: Messages) -> list[dict[str, str]]:
    """The things of one name, each with what tells it apart: its kind, its areas, its other names, its id."""
    shape = next(one.shape for one in form_of(kind) if one.name == name)
    rows = {row["id"]: row for lookup in LOOKUPS[shape] for row in reader.rows("lookups", lookup) if row["id"] in ids}
    return [{"id": id_, "told": told_apart(rows[id_], reader, texts) if id_ in rows else id_[:8]} for id_ in ids]


def told_apart(row: Mapping[str, Any], reader: Reader, texts: Messages) -> str:
    """A body, council or service by name, kind, area and the beginning of its id."""
    codes = {**taxonomy().actor_types, **taxonomy().service_categories}
    given = [code for column in ("actor_types", "categories") for code in row.get(column) or ()]
    kinds = [codes[code].worded(texts.language) for code in given if code in codes]
    places = [reader.areas.full_name(id_) for id_ in row.get("area_ids") or [row.get("area_id")] if id_ in reader.areas.by_id]
    parts = [
        texts("and").join(one) for one in (kinds or [texts("typing.no_kind")], places, row.get("providers") or [], row.get("aliases") or [])
    ]
    return texts("typing.told_apart", name=row["name"], told=" / ".join(part for part in parts if part), id=row["id"][:8])


def _areas(reader: Reader, area: KnownArea) -> list[str]:
    return [area.id, *(id_ for id_ in sorted(reader.areas.below(area.id), key=reader.areas.full_name) if id_ != area.id)]


def _named_in(error: QueryMisused, kind: str) -> set[str]:
    """The field that an error names by its text."""
    text = error.values.get("field")
    last = text.key.rpartition(".")[2] if isinstance(text, Phrase) else "said_by" if error.key == "said_by_no_role" else ""
    return {last} & {*(one.name for one in form_of(kind)), "said_by", "words"}


def filled_in(sent: Mapping[str, str], lists: Mapping[str, tuple[str, ...]], fields: tuple[Field, ...]) -> dict[str, Any]:
    """Field → what stands in it; of fields with several values all of them."""
    many = {one.name for one in fields if one.shape in {"codes", "areas"}}
    names = [*(one.name for one in fields), "said_by", "on", "words", "visibility"]
    return {name: lists.get(name, ()) if name in many else sent.get(name, "") for name in names}
