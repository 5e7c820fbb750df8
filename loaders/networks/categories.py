"""Codes of the taxonomy that a record states: as codes, in words, or by what a need is called. None is guessed."""

from collections.abc import Mapping

from graph.errors import RecordRejected
from graph.identity import normalised
from graph.taxonomy import Entry, taxonomy
from loaders.networks.cells import exact
from loaders.networks.values import codes_in
from loaders.tables.row import Row


def entries_for(labels: tuple[str, ...]) -> Mapping[str, Entry]:
    """Code → entry of what things of these labels can be."""
    codes = taxonomy()
    of_label = {"Organization": codes.actor_types, "Service": codes.service_categories, "Need": codes.need_categories}
    return {code: entry for label in labels for code, entry in of_label.get(label, {}).items()}


def codes_of(row: Row, key: str, entries: Mapping[str, Entry]) -> tuple[str, ...]:
    """The codes that a cell lists, sorted.

    Raises:
        RecordRejected: unknown_code.
    """
    text = exact(row, key)
    found: set[str] = set()
    for one in codes_in(text):
        code = one if one in entries else _worded(one, entries)
        if code is None:
            raise RecordRejected("unknown_code", row.place_of(key), value=one, column=row.heading.head(key))
        found.add(code)
    return tuple(sorted(found))


def needs_named(name: str) -> tuple[str, ...]:
    """The one category of needs that a name says; none where it says none, or several."""
    entries = taxonomy().need_categories
    whole = normalised(name)
    exact_ones = {code for code, entry in entries.items() if whole in {normalised(form) for form in (entry.ja, entry.en, *entry.synonyms)}}
    if exact_ones:
        return tuple(exact_ones) if len(exact_ones) == 1 else ()
    within = {code for code, entry in entries.items() if any(normalised(form) in whole for form in (entry.ja, *entry.synonyms))}
    return tuple(within) if len(within) == 1 else ()


def _worded(word: str, entries: Mapping[str, Entry]) -> str | None:
    plain = normalised(word)
    found = {code for code, entry in entries.items() if plain in {normalised(form) for form in (code, entry.ja, entry.en, *entry.synonyms)}}
    return found.pop() if len(found) == 1 else None
