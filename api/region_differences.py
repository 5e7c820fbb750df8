"""What one region has on record that another has not, in words, for the page, the API and the command line."""

from collections.abc import Mapping, Sequence
from typing import Any

from graph.messages import Messages
from graph.places import place_of
from graph.reading import Reader
from graph.region_differences import KINDS, Difference, region_differences
from graph.taxonomy import taxonomy
from graph.taxonomy.sectors import sectors

DIRECTED = "→"
UNDIRECTED = "—"


def differences_told(reader: Reader, areas: Sequence[str], texts: Messages) -> dict[str, list[dict[str, Any]]]:
    """Kind of thing → what some regions have on record and others not.

    Args:
        reader: asks on behalf of an audience.
        areas: names, codes or ids of regions.
        texts: the words.

    Returns:
        For each kind rows with `what`, `found` (each with `area`, `name`, `more` and `sentences`) and `missing` (each with
        `area`, `sources_that_could_show` and `told`).

    Raises:
        QueryMisused: an area is not known, or its name means several.
    """
    ids = list(dict.fromkeys(reader.areas.find(area).id for area in areas))
    found = region_differences(reader, ids)
    return {kind: [_told(one, reader, texts) for one in found if one.kind == kind] for kind in KINDS}


def for_program(told: Mapping[str, list[dict[str, Any]]], texts: Messages) -> dict[str, list[dict[str, Any]]]:
    """The same with no more of a sentence than its quotation, source, day and place."""

    def shown(one: Mapping[str, Any]) -> dict[str, Any]:
        return {**one, "sentences": [_sentence(said, texts) for said in one["sentences"]]}

    return {kind: [row | {"found": [shown(one) for one in row["found"]]} for row in rows] for kind, rows in told.items()}


def _told(one: Difference, reader: Reader, texts: Messages) -> dict[str, Any]:
    joint = UNDIRECTED if one.code[0] == "COLLABORATES_WITH" else DIRECTED
    return {
        "what": _what(one, joint, texts),
        "found": [
            {
                "area": reader.areas.full_name(area),
                "name": f" {joint} ".join(example.names),
                "more": example.more,
                "sentences": list(example.sentences),
            }
            for area, example in one.found.items()
        ],
        "missing": [
            {"area": reader.areas.full_name(area), "sources_that_could_show": sources, "told": _missing(one.kind, sources, texts)}
            for area, sources in one.missing.items()
        ],
    }


def _what(one: Difference, joint: str, texts: Messages) -> str:
    if one.kind == "ties":
        kind, *ends = one.code
        names = (sectors().by_code[end].worded(texts.language) for end in ends)
        return texts("differences.tie", kind=texts(f"differences.kind.{kind}"), ends=f" {joint} ".join(names))
    entries = taxonomy().service_categories if one.kind == "services" else taxonomy().need_categories
    return entries[one.code[0]].worded(texts.language) if one.code[0] in entries else one.code[0]


def _missing(kind: str, sources: int, texts: Messages) -> str:
    return texts("differences.not_found", count=sources) if sources else texts(f"differences.no_source.{kind}")


def _sentence(one: Mapping[str, Any], texts: Messages) -> dict[str, Any]:
    return {
        "id": one["id"],
        "quote": one["quote"],
        "source": one["title"],
        "as_of": one["as_of"].isoformat() if one["as_of"] else None,
        "place": place_of(one, texts),
        "certainty": one["certainty"],
    }
