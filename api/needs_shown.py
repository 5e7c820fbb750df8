"""What answers a need, as a page shows it: by place, in words, each with the sentences on which it rests."""

from collections.abc import Iterable, Mapping
from typing import Any

from api.matching import matched, needs_known
from graph.connection import Row
from graph.messages import Messages
from graph.reading import Reader
from graph.taxonomy import Entry


def needs_listed(reader: Reader, area_id: str, language: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Code and wording of each kind of need: those that are stated for the area or in it, and the others."""
    stated = {row["code"] for row in reader.rows("lookups", "needs_stated", area=area_id)}
    listed = [(code, worded(entry, language)) for code, entry in needs_known().items()]
    return [one for one in listed if one[0] in stated], [one for one in listed if one[0] not in stated]


def need_on_page(reader: Reader, need: str, texts: Messages, *, area: str) -> dict[str, Any]:
    """What the template shows of a need of an area.

    Raises:
        QueryMisused: the need or the area is not known, or means several.
    """
    found = matched(reader, need, area=area)
    said = _sentences(reader, found)
    return {
        "need": worded(needs_known()[found["need"]], texts.language),
        "stated": found["stated"],
        "answers": [_answer(one, texts, said) for one in found["answers"]],
        "planned": [_answer(one, texts, said) for one in found["planned"]],
        "next_door": [one["area"] for one in found["next_door"]],
        "suppliers": [{**one, "quotations": _quoted(one["evidence"], said)} for one in found["suppliers"]],
        "starters": [_starter(one, texts, said) for one in found["starters"]],
        "precedents": [
            {**one, "in_words": texts(f"match.likeness.{one['likeness']}"), "quotations": _quoted(one["evidence"], said)}
            for one in found["precedents"]
        ],
    }


def worded(entry: Entry, language: str) -> str:
    """The wording of a code."""
    return entry.en if language == "en" else entry.ja


def _answer(one: Row, texts: Messages, said: Mapping[str, Row]) -> dict[str, Any]:
    return {
        **one,
        "where": texts(f"match.place.{one['place']}", area=one["area"]),
        "how": texts(f"match.strength.{'stated' if one['stated'] else one['strength']}"),
        "quotations": _quoted(one["evidence"], said),
    }


def _starter(one: Row, texts: Messages, said: Mapping[str, Row]) -> dict[str, Any]:
    reasons = [texts(f"match.reason.{why['reason']}", about=texts("and").join(why["about"])) for why in one["reasons"]]
    ids = [id_ for why in one["reasons"] for id_ in why["evidence"]]
    return {**one, "in_words": reasons, "quotations": _quoted(dict.fromkeys(ids), said)}


def _quoted(ids: Iterable[str], said: Mapping[str, Row]) -> list[Row]:
    return [said[id_] for id_ in ids if id_ in said]


def _sentences(reader: Reader, found: Mapping[str, Any]) -> dict[str, Row]:
    """Id → evidence of everything that a page about a need shows, read once."""
    parts = [*found["answers"], *found["planned"], *found["suppliers"], *found["precedents"]]
    parts += [why for one in found["starters"] for why in one["reasons"]]
    ids = sorted({id_ for part in parts for id_ in part["evidence"]})
    return {one["id"]: one for one in reader.rows("lookups", "evidence_by_id", ids=ids)} if ids else {}
