"""What a quotation states, in words: a body with its kinds, or who is joined with whom by what."""

from collections.abc import Mapping
from typing import Any

from api.fact_words import kind_of_fact, property_named, value_worded
from graph.messages import Messages
from graph.model.catalogue import relationship_kinds
from graph.taxonomy import taxonomy

NOT_TOLD = frozenset({"name", "generic", "latitude", "longitude"})
"""What the name says already, or what people do not ask of a single sentence."""
USUAL = {"state": "recorded", "status": "running"}
"""What goes without saying: only another value is told."""
CODES = {"Organization": "actor_types", "Service": "service_categories", "Need": "need_categories"}


def fact_told(row: Mapping[str, Any], texts: Messages) -> str:
    """One line: 連携: いろは会 ― ふれあい会（種類: 協定）.

    Args:
        row: evidence with its ends named (`graph.evidence_names`).
        texts: in their language.
    """
    kind = kind_of_fact(row["label"], texts)
    if row["ends"]:
        start, end = (name or texts("review.not_there") for name in row["ends"])
        directed = relationship_kinds()[row["label"]].directed
        told = texts("review.joined" if directed else "review.together", kind=kind, start=start, end=end)
    else:
        told = texts("review.thing", kind=kind, name=row["name"])
    values = texts("review.between").join(f"{name}: {value}" for name, value in values_told(row, texts))
    return texts("review.with_values", told=told, values=values) if values else told


def values_told(row: Mapping[str, Any], texts: Messages) -> list[tuple[str, str]]:
    """The values that it gives, codes by their names; kinds of a body once, not as codes and as properties."""
    # The kinds of a body are stated as codes, too.
    untold = NOT_TOLD | ({"actor_types"} if "codes" in row["states"] else set())
    states = {name: value for name, value in row["states"].items() if name not in untold and USUAL.get(name) != value}
    if row["label"] == "Need" and states.get("text") == row["name"]:
        del states["text"]
    return [
        (
            property_told(row["label"], name, texts),
            codes_told(row["label"], value, texts) if name == "codes" else value_worded(name, value, texts),
        )
        for name, value in states.items()
        if value not in (None, "", [])
    ]


def property_told(label: str, name: str, texts: Messages) -> str:
    """What a property is called: the codes of a kind by what they are codes of."""
    return texts(f"review.codes.{label}") if name == "codes" and label in CODES else property_named(name, texts)


def codes_told(label: str, codes: list[str], texts: Messages) -> str:
    """Codes by their names."""
    entries = getattr(taxonomy(), CODES[label]) if label in CODES else {}
    named = [entries[code].worded(texts.language) if code in entries else code for code in codes]
    return texts("and").join(named)
