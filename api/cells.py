"""The cells of an answer for people: codes by their names, lists as their items, what is not stated as just that."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from graph.messages import Messages
from graph.query_files import Question
from graph.taxonomy import taxonomy

NOT_STATED = "—"
NO_TITLES: Mapping[str, str] = {}


def heads(question: Question, language: str) -> list[tuple[str, str]]:
    """Column and head of what people see, in order."""
    return [(name, spec[language]) for name, spec in question.shown.items()]


def cell(question: Question, row: Mapping[str, Any], column: str, words: Messages, titles: Mapping[str, str] = NO_TITLES) -> str:
    """One value in words.

    Values of a column that the header declares as `codes` are codes of those parts of the taxonomy (several joined by +);
    those of one declared as `words` are keys of the catalogue under that name; `values` words them in the header itself.

    Args:
        question: what was asked.
        row: one row of the answer.
        column: one of the columns that people see.
        words: texts in their language.
        titles: dataset → title (`Reader.titles`): people know a source by its title.
    """
    value, spec = row[column], question.shown[column]
    if isinstance(value, list):
        return words("and").join(titles.get(str(item)) or _one(item, spec, words) for item in value) or words("none_recorded")
    return titles.get(str(value)) or _one(value, spec, words)


def in_words(question: Question, row: Mapping[str, Any], words: Messages, titles: Mapping[str, str] = NO_TITLES) -> str:
    """A row as one line: what it is about, then the other columns with their heads."""
    (first, _), *others = heads(question, words.language)
    told = [words("row.cell", head=head, value=cell(question, row, column, words, titles)) for column, head in others]
    return words("row.line", first=cell(question, row, first, words, titles), others=words("row.between").join(told))


def _one(value: Any, spec: Mapping[str, Any], words: Messages) -> str:
    if value is None or value == "":
        return NOT_STATED
    if "codes" in spec:
        return words("and").join(_name_of(code, spec["codes"].split("|"), words.language) for code in str(value).split("+"))
    if "values" in spec:
        return str(spec["values"][str(value)][words.language])
    return words(f"{spec['words']}.{value}") if "words" in spec else _plain(value, words)


def _plain(value: Any, words: Messages) -> str:
    if isinstance(value, bool):
        return words("yes" if value else "no")
    if isinstance(value, float):
        return f"{value:g}"
    return value.isoformat() if isinstance(value, date) else str(value)


def _name_of(code: str, parts: list[str], language: str) -> str:
    known = next((getattr(taxonomy(), part)[code] for part in parts if code in getattr(taxonomy(), part)), None)
    return str(getattr(known, language)) if known else code
