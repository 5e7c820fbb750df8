"""Codes of the taxonomy as people say them: by the code itself, by its wording, or by a form that texts use."""

import re
from collections.abc import Mapping

from graph.errors import QueryMisused
from graph.identity import normalised
from graph.taxonomy import Entry, taxonomy

MOST_SHOWN = 8
SHORTEST_FORM = 2
_KANA = re.compile("[ぁ-ん]+")
"""Pairs of hiragana are endings and particles."""
_PARTS = re.compile(r"[・（）()、/／]")


def code_called(entries: Mapping[str, Entry], text: str) -> str:
    """The one code that a text means: a code, the whole wording, one of its parts or synonyms.

    Raises:
        QueryMisused: none, or several.
    """
    typed = text.strip()
    if typed.upper() in entries:
        return typed.upper()
    plain = normalised(typed)
    whole = [code for code, entry in entries.items() if plain in {normalised(entry.ja), normalised(entry.en)}]
    found = whole or [code for code, entry in entries.items() if plain in _forms(entry)]
    if len(found) == 1:
        return found[0]
    if found:
        raise QueryMisused("code_ambiguous", text=typed, candidates=_shown(entries, found))
    raise QueryMisused("unknown_code", code=typed, known=_shown(entries, _nearest(entries, plain)))


def need_codes(text: str) -> tuple[str, ...]:
    """The code that the wording of a need names, by the synonyms of the taxonomy.

    Raises:
        QueryMisused: it names none, or several: whoever typed it says which.
    """
    entries = taxonomy().need_categories
    plain = normalised(text)
    named = {form: code for code, entry in entries.items() for form in _forms(entry) if len(form) >= SHORTEST_FORM and form in plain}
    found = list(dict.fromkeys(code for form, code in named.items() if not any(form in other for other in named if other != form)))
    if len(found) == 1:
        return (found[0],)
    candidates = _shown(entries, found or _answered(plain) or _nearest(entries, plain))
    raise QueryMisused("need_of_several_codes" if found else "need_of_no_code", text=text, candidates=candidates)


def _answered(plain: str) -> list[str]:
    """The needs that a service answers of which the text speaks: 雪かき is no need, but what answers one."""
    services = {code for code, one in taxonomy().service_categories.items() if any(form in plain for form in _forms(one))}
    return [code for code, one in taxonomy().need_categories.items() if services & {*one.answered_by}]


def _forms(entry: Entry) -> list[str]:
    return [normalised(form) for form in (*_PARTS.split(entry.ja), *entry.synonyms) if form]


def _nearest(entries: Mapping[str, Entry], plain: str) -> list[str]:
    """The codes whose forms share most pairs of characters with a text; all of them where none does."""
    pairs = {pair for index in range(len(plain) - 1) if not _KANA.fullmatch(pair := plain[index : index + 2])}
    shared = {
        code: max(sum(form[i : i + 2] in pairs for i in range(len(form) - 1)) for form in _forms(one)) for code, one in entries.items()
    }
    near = sorted((code for code in entries if shared[code]), key=lambda code: -shared[code])
    return near[:MOST_SHOWN] or list(entries)


def _shown(entries: Mapping[str, Entry], codes: list[str]) -> str:
    return "、".join(f"{code}（{entries[code].ja}）" for code in codes)
