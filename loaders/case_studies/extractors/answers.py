"""The second reader's answer: JSON as it was asked for, or the reason why it cannot be used."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from loaders.case_studies.extractors.contract import Proposals, ProposedThing, ProposedTie
from loaders.case_studies.extractors.proposable import DETAILS

FENCE = re.compile(r"\A\s*```[A-Za-z]*[ \t]*\n(.*?)\n?[ \t]*```\s*\Z", re.DOTALL)
MOST_ENTRIES = 500
"""More than a part of a case can hold: the rest is counted as malformed."""
LONGEST_NAME = 60
MOST_NAMES = 10


class AnswerUnusable(Exception):
    """An answer that brings no proposals; the reason is the end of a key of the catalogue."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def proposals_of(content: str) -> Proposals:
    """The proposals of an answer; entries that do not have the form asked for are counted, the others taken.

    Raises:
        AnswerUnusable: it is not JSON, or not an object with the two lists.
    """
    answer = _parsed(content)
    if not isinstance(answer, dict) or not all(isinstance(answer.get(name), list) for name in ("things", "ties")):
        raise AnswerUnusable("answer_wrong_schema")
    things = [_thing(entry) for entry in answer["things"][:MOST_ENTRIES]]
    ties = [_tie(entry) for entry in answer["ties"][:MOST_ENTRIES]]
    good_things, good_ties = [one for one in things if one], [one for one in ties if one]
    entries = len(answer["things"]) + len(answer["ties"])
    return Proposals(things=tuple(good_things), ties=tuple(good_ties), malformed=entries - len(good_things) - len(good_ties))


def _parsed(content: str) -> Any:
    fenced = FENCE.match(content)
    try:
        return json.loads(fenced[1] if fenced else content)
    except (ValueError, RecursionError) as reason:
        raise AnswerUnusable("answer_not_json") from reason


def _thing(entry: Any) -> ProposedThing | None:
    if not isinstance(entry, dict) or not _has(entry, ("label", "name", "quote")) or not _is_name(entry["name"]):
        return None
    others, codes = entry.get("other_names") or [], entry.get("codes") or []
    if not (_are_texts(others) and _are_texts(codes) and _is_text_or_none(entry.get("status"))):
        return None
    return ProposedThing(
        label=entry["label"],
        name=entry["name"].strip(),
        other_names=tuple(name for name in others[:MOST_NAMES] if _is_name(name)),
        codes=tuple(dict.fromkeys(codes)),
        status=entry.get("status"),
        line=entry["line"],
        quote=entry["quote"],
    )


def _tie(entry: Any) -> ProposedTie | None:
    if not isinstance(entry, dict) or not _has(entry, ("type", "start", "end", "quote")):
        return None
    if not all(_is_text_or_none(entry.get(name)) for name in DETAILS):
        return None
    details = {name: entry[name] for name in DETAILS if entry.get(name)}
    return ProposedTie(
        type=entry["type"],
        start=entry["start"].strip(),
        end=entry["end"].strip(),
        details=details,
        line=entry["line"],
        quote=entry["quote"],
    )


def _has(entry: Mapping[str, Any], texts: Iterable[str]) -> bool:
    """Whether these are texts that can be written as UTF-8, and the line is a number."""
    line = entry.get("line")
    return isinstance(line, int) and not isinstance(line, bool) and _are_texts([entry.get(name) for name in texts])


def _are_texts(values: Any) -> bool:
    return isinstance(values, list) and all(isinstance(one, str) and _is_unicode(one) for one in values)


def _is_text_or_none(value: Any) -> bool:
    return value is None or isinstance(value, str)


def _is_name(name: str) -> bool:
    return 0 < len(name.strip()) <= LONGEST_NAME


def _is_unicode(text: str) -> bool:
    """Whether it holds no half of a surrogate pair, which JSON can write and no file can."""
    return not any("\ud800" <= character <= "\udfff" for character in text)
