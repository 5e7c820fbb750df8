"""What changes would change, as the command line and the API give it out, and in words."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from api.answers import as_json, note_in_words
from graph.errors import QueryMisused
from graph.messages import Messages, Phrase
from graph.metrics.figures_changed import Figures, bodies_changed, differs
from graph.metrics.introductions import Introductions
from graph.network import Pair
from graph.reading import Reader
from graph.trying_out import Named, TriedOut

BENEFIT = ("pairs_newly_connected", "pairs_within_two_steps", "effective_size_rise_a", "effective_size_rise_b", "needs_newly_answered")
PLAUSIBILITY = ("reasons", "shared_councils", "shared_needs", "shared_categories", "adamic_adar", "precedent_region", "precedent")
"""Columns of a pair: what an introduction would add, and apart from it what speaks for it."""
OF_COMPARISON = "comparison.figure"
OWN = "what_if.figure"


def in_pairs(name: str | Phrase, values: Sequence[str]) -> list[Named]:
    """Names given two at a time; where both are blank, there is no pair.

    Raises:
        QueryMisused: one of two is missing.
    """
    given = [value.strip() for value in values]
    pairs = [(given[place], (given[place + 1 :] or [""])[0]) for place in range(0, len(given), 2)]
    pairs = [pair for pair in pairs if any(pair)]
    if not all(all(pair) for pair in pairs):
        raise QueryMisused("ties_in_pairs", name=name)
    return pairs


def what_if_shown(found: TriedOut, reader: Reader, texts: Messages) -> dict[str, Any]:
    """What was tried out and every figure before and after; only notes where the sources cannot show ties."""
    shown: dict[str, Any] = {
        "area_id": found.area.id,
        "area": found.full_name,
        "notes": [{"area": note.area, "code": note.code, "message": note_in_words(note, texts)} for note in found.notes],
        "changes": [],
        "figures": [],
        "bodies": [],
        "cut_points": {"newly": [], "no_longer": []},
        "introductions": None,
        "method": texts("what_if.method"),
    }
    if found.change is None or found.network is None:
        return shown
    before, after = found.change.figures
    names = {**found.network.names, **found.change.changed.names}
    return shown | {
        "changes": _changes(found, names),
        "figures": [
            {"figure": name, "before": value, "after": after.of_network[name], "changed": differs(value, after.of_network[name])}
            for name, value in before.of_network.items()
        ],
        "bodies": [
            {"id": id_, "name": names[id_], "before": before.of_bodies.get(id_), "after": after.of_bodies.get(id_)}
            for id_ in bodies_changed(before, after)
        ],
        "cut_points": _cut_points(before, after, names),
        "introductions": _introductions(found.found, reader) if found.found else None,
    }


def figure_in_words(name: str, texts: Messages) -> str:
    """The name of a figure: that of the comparison of regions where it has one."""
    return texts(f"{OF_COMPARISON}.{name}" if texts.knows(f"{OF_COMPARISON}.{name}") else f"{OWN}.{name}")


def number_in_words(value: float | None, texts: Messages, *, withheld: bool = False) -> str:
    """A figure as people read it; one that is missing is not defined, or where it is withheld the sources cannot tell it."""
    if value is None:
        return texts("comparison.not_told" if withheld else "what_if.undefined")
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def _changes(found: TriedOut, names: Mapping[str, str]) -> list[dict[str, str | None]]:
    introduced = found.found.ties if found.found else frozenset()
    edits = found.edits
    return [
        *(_of_body("remove_body", id_, names) for id_ in sorted(edits.remove_bodies)),
        *(_of_body("add_body", body.id, names) for body in edits.add_bodies),
        *(_of_tie("remove_tie", pair, names) for pair in _in_order(edits.remove_ties)),
        *(_of_tie("add_tie", pair, names) for pair in _in_order(edits.add_ties - introduced)),
        *(_of_tie("introduce", frozenset((row["a_id"], row["b_id"])), names) for row in (found.found.rows if found.found else ())),
    ]


def _in_order(pairs: Iterable[Pair]) -> list[Pair]:
    return sorted(pairs, key=sorted)


def _of_body(change: str, id_: str, names: Mapping[str, str]) -> dict[str, str | None]:
    return {"change": change, "a_id": id_, "a": names[id_], "b_id": None, "b": None}


def _of_tie(change: str, pair: Pair, names: Mapping[str, str]) -> dict[str, str | None]:
    a, b = sorted(pair)
    return {"change": change, "a_id": a, "a": names[a], "b_id": b, "b": names[b]}


def _cut_points(before: Figures, after: Figures, names: Mapping[str, str]) -> dict[str, list[dict[str, str]]]:
    stay = after.of_bodies.keys()

    def listed(ids: Iterable[str]) -> list[dict[str, str]]:
        return [{"id": id_, "name": names[id_]} for id_ in sorted(ids)]

    return {"newly": listed(after.cut_points - before.cut_points), "no_longer": listed((before.cut_points - after.cut_points) & stay)}


def _introductions(found: Introductions, reader: Reader) -> dict[str, Any]:
    return {
        "objective": found.objective,
        "method": found.choice.method,
        "value": found.choice.value,
        "considered": found.considered,
        "pairs": [
            {name: row[name] for name in ("a_id", "a", "b_id", "b")}
            | {"benefit": {name: as_json(row[name]) for name in BENEFIT}}
            | {"plausibility": {name: as_json(row[name]) for name in PLAUSIBILITY}}
            | {"introducers": row["introducers"], "evidence": row["evidence"]}
            for row in reader.with_evidence(found.rows)
        ],
    }
