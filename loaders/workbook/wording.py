"""The words of the template in both languages: sheets, heads, and the words of every drop-down list with their codes."""

import unicodedata
from collections.abc import Mapping
from functools import cache

from rapidfuzz import fuzz, process

from graph.messages import LANGUAGES, Messages
from graph.taxonomy import Entry, taxonomy
from loaders.exporting import words_of
from loaders.workbook.sheet_kinds import Field, SheetKind

PACKAGE = "loaders.workbook"
NEAREST_SHOWN = 3
NEAREST_SCORE = 35


@cache
def words(language: str) -> Messages:
    """The catalogue of the template, then those that all formats share."""
    return words_of(PACKAGE, language)


def sheet_name(sheet: str, language: str) -> str:
    """What a sheet is called."""
    return words(language)(f"text.sheet.{sheet}")


def sheet_names(sheet: str) -> tuple[str, ...]:
    """What a sheet is called in each language, and without the signs that names of files lack."""
    names = [sheet_name(sheet, language) for language in LANGUAGES]
    return tuple(dict.fromkeys([*names, *(name.replace("・", "") for name in names)]))


def of_column(what: str, sheet: SheetKind, field: Field, language: str) -> str:
    """The head (`column`), the explanation (`about`) or the example (`example`) of a column."""
    texts = words(language)
    own = f"text.{what}.{sheet.name}.{field.key}"
    return texts(own) if texts.knows(own) else texts(f"text.{what}.{field.key}")


def heads(sheet: SheetKind, field: Field) -> tuple[str, ...]:
    """The head of a column in each language."""
    return tuple(dict.fromkeys(of_column("column", sheet, field, language) for language in LANGUAGES))


@cache
def choices(field: Field, language: str) -> Mapping[str, str]:
    """Code → word, in the order of the drop-down list."""
    texts = words(language)
    if entries := _entries(field.words):
        return {code: str(getattr(entry, language)) for code, entry in entries.items()}
    if field.kind in {"layers", "layer"}:
        return {code: texts(f"text.layer.{code}") for code in field.choices}
    if field.kind == "yes_no":
        return {code: texts(f"text.value.{code}") for code in ("yes", "no")}
    return {code: texts(f"text.{field.words}.{code}") for code in field.choices}


def word_of(field: Field, code: str, language: str) -> str:
    """The word of a code; a code that the template does not know as it is."""
    return choices(field, language).get(code, code)


def code_of(field: Field, text: str) -> str | None:
    """The code that a word means, in either language; the code itself is taken too. None where it is none of them."""
    return _codes(field).get(_plain(text))


def nearest(field: Field, text: str) -> str:
    """The words of a list that are most like a text."""
    known = list(choices(field, LANGUAGES[0]).values())
    found = process.extract(_plain(text), known, scorer=fuzz.WRatio, limit=NEAREST_SHOWN, score_cutoff=NEAREST_SCORE)
    return "、".join(word for word, *_ in found) or "、".join(known[:NEAREST_SHOWN])


@cache
def _codes(field: Field) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for language in LANGUAGES:
        found |= {_plain(word): code for code, word in choices(field, language).items()}
    for code, entry in _entries(field.words).items():
        for synonym in entry.synonyms:
            found.setdefault(_plain(synonym), code)
    found |= {_plain(code): code for code in choices(field, LANGUAGES[0])}
    for code in choices(field, LANGUAGES[0]):
        key = f"text.also.{field.words}.{code}"
        found |= {_plain(words(language)(key)): code for language in LANGUAGES if words(language).knows(key)}
    return found


def _entries(words_: str) -> Mapping[str, Entry]:
    codes = taxonomy()
    return {
        "ActorType": codes.actor_types,
        "ServiceCategory": codes.service_categories,
        "NeedCategory": codes.need_categories,
        "Scheme": codes.schemes,
    }.get(words_, {})


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
