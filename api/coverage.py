"""The coverage matrix for people: a row for each source and area, a column for each kind of fact."""

from collections.abc import Iterable, Mapping
from typing import Any

from graph.messages import Messages
from graph.model.sources import KINDS_OF_FACT
from graph.taxonomy import taxonomy

SILENT = "silent"


def in_words(row: Mapping[str, Any], words: Messages) -> dict[str, str]:
    """The codes of one cell in words: kind, coverage, and to what it is limited."""
    return {"kind": words(f"kind.{row['kind']}"), "coverage": words(f"coverage.{row['coverage']}"), "limits": _limits(row, words)}


def matrix(rows: Iterable[Mapping[str, Any]], words: Messages) -> list[dict[str, Any]]:
    """The cells of each source and area beside each other, in the order of `KINDS_OF_FACT`.

    A cell says its coverage in words, its limits, and whether no source at all speaks of that kind there.
    """
    lines: dict[tuple[str, str], dict[str, Any]] = {}
    for row in rows:
        line = lines.setdefault(
            (row["area_id"], row["dataset"]), {"area": row["area"], "source": row["source"], "as_of": row["source_as_of"]}
        )
        told = in_words(row, words)
        line[row["kind"]] = told | {"silent": row["coverage"] == SILENT, "by_none": not row["sources_that_could_show"]}
    return [line | {"cells": [line[kind] for kind in KINDS_OF_FACT]} for line in lines.values()]


def _limits(row: Mapping[str, Any], words: Messages) -> str:
    parts: list[str] = []
    if row["categories"]:
        known = {**taxonomy().need_categories, **taxonomy().service_categories}
        named = [known[code].worded(words.language) if code in known else code for code in row["categories"]]
        parts.append(words("coverage.limited_to", categories=words("and").join(named)))
    if row["begins"] or row["ends_on"]:
        parts.append(words("coverage.period", begins=row["begins"] or "", ends_on=row["ends_on"] or ""))
    return "".join(parts)
