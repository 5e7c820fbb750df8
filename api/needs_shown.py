"""What answers a need, as a page shows it: by place, in words, each with the sentences on which it rests."""

from collections.abc import Mapping
from typing import Any

from api.matching import matched, needs_known
from graph.connection import Row
from graph.messages import Messages
from graph.quoted import quoted_of, sentences
from graph.reading import Reader


def needs_listed(reader: Reader, area_id: str, language: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Code and wording of each kind of need: those that are stated for the area or in it, and the others."""
    stated = {row["code"] for row in reader.rows("lookups", "needs_stated", area=area_id)}
    listed = [(code, entry.worded(language)) for code, entry in needs_known().items()]
    return [one for one in listed if one[0] in stated], [one for one in listed if one[0] not in stated]


def need_on_page(reader: Reader, need: str, texts: Messages, *, area: str) -> dict[str, Any]:
    """What the template shows of a need of an area.

    Raises:
        QueryMisused: the need or the area is not known, or means several.
    """
    found = matched(reader, need, area=area)
    said = _known(reader, found)
    return {
        "need": needs_known()[found["need"]].worded(texts.language),
        "stated": found["stated"],
        "answers": [_answer(one, texts, said) for one in found["answers"]],
        "planned": [_answer(one, texts, said) for one in found["planned"]],
        "next_door": [one["area"] for one in found["next_door"]],
        "suppliers": [{**one, "quotations": sentences(one["evidence"], said)} for one in found["suppliers"]],
        "starters": [_starter(one, texts, said) for one in found["starters"]],
        "precedents": [
            {**one, "in_words": texts(f"match.likeness.{one['likeness']}"), "quotations": sentences(one["evidence"], said)}
            for one in found["precedents"]
        ],
    }


def _answer(one: Row, texts: Messages, said: Mapping[str, Row]) -> dict[str, Any]:
    return {
        **one,
        "where": texts(f"match.place.{one['place']}", area=one["area"]),
        "how": texts(f"match.strength.{'stated' if one['stated'] else one['strength']}"),
        "quotations": sentences(one["evidence"], said),
    }


def _starter(one: Row, texts: Messages, said: Mapping[str, Row]) -> dict[str, Any]:
    reasons = [texts(f"match.reason.{why['reason']}", about=texts("and").join(why["about"])) for why in one["reasons"]]
    ids = [id_ for why in one["reasons"] for id_ in why["evidence"]]
    return {**one, "in_words": reasons, "quotations": sentences(dict.fromkeys(ids), said)}


def _known(reader: Reader, found: Mapping[str, Any]) -> dict[str, Row]:
    """Id → evidence of everything that a page about a need shows."""
    reasons = [why for one in found["starters"] for why in one["reasons"]]
    return quoted_of(reader, [*found["answers"], *found["planned"], *found["suppliers"], *found["precedents"], *reasons])
