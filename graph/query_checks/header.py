"""What the header of a question has to say before it can be asked."""

from collections.abc import Iterator, Mapping
from datetime import date
from importlib import import_module
from typing import Any

from graph.errors import QueryMisused
from graph.model.definitions import VISIBILITY_LEVELS
from graph.model.sources import KINDS_OF_FACT
from graph.query_checks.fault import Fault
from graph.query_checks.written import Written
from graph.query_files import TYPES, Question, ours

LANGUAGES = ("ja", "en")
WORDED_BY_ALL = ("title", "question")
WORDED_BY_GAPS = ("found", "nothing", "explanation", "caution", "next_step")
KEYS = {
    *(f"{key}_{language}" for key in (*WORDED_BY_ALL, *WORDED_BY_GAPS) for language in LANGUAGES),
    *("shelf", "parameters", "returns", "identity", "since", "audience", "unscoped", "computed_by", "not_where", "speaks_of"),
    *("takes", "begins_as", "shown", "overview", "note_ja", "note_en", "several_ja", "several_en"),
}
OF_A_PARAMETER = {"type", "default", "about_ja", "about_en"}
OF_A_COLUMN = {"ja", "en", "codes", "words", "values"}
SOME_DAY = date(2000, 6, 30)
"""From which defaults such as a number of months ago can be counted."""
MEASURES = "graph.metrics."
"""Only measures of ours compute rows: a question is text, and brings no program with it."""


def faults_of_header(asked: Question, written: Written) -> Iterator[Fault]:
    """What is missing, misspelt or unknown; one language stands for both."""
    header = asked.header
    for key in header.keys() - KEYS:
        yield Fault("header_unknown", written.in_header(str(key)), {"what": key, "known": ", ".join(sorted(KEYS))})
    for key in WORDED_BY_ALL:
        if not asked.worded(key, "ja").strip():
            yield Fault("header_lacks", 1, {"what": f"{key}_ja"})
    for key in ("returns", "identity") if asked.folder == "gaps" and "." not in asked.name else ("returns",):
        if not _is_texts(header.get(key)) or not header[key]:
            yield Fault("header_lacks", written.in_header(key), {"what": key})
            return
    returned = set(header["returns"])
    for key, names in (("identity", header.get("identity", [])), ("shown", header.get("shown") or {})):
        for name in [name for name in names if name not in returned]:
            yield Fault("not_returned", written.in_header(key), {"what": key, "column": name})
    yield from _parameters(asked, written)
    yield from _shown(header.get("shown"), written)
    yield from _known_ones(header, written)
    yield from _sentences(asked, written)


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _parameters(asked: Question, written: Written) -> Iterator[Fault]:
    declared = asked.header.get("parameters") or {}
    if not isinstance(declared, dict):
        yield Fault("header_lacks", written.in_header("parameters"), {"what": "parameters"})
        return
    for name, spec in declared.items():
        line = written.in_header(str(name))
        said = spec if isinstance(spec, dict) else {}
        if not (said.get("type") in TYPES and "default" in said and (said.get("about_ja") or said.get("about_en"))):
            yield Fault("parameter_not_described", line, {"name": name, "types": ", ".join(TYPES)})
            return
        for key in said.keys() - OF_A_PARAMETER:
            yield Fault("header_unknown", line, {"what": key, "known": ", ".join(sorted(OF_A_PARAMETER))})
    try:
        asked.values({}, today=SOME_DAY)
    except QueryMisused as reason:
        name = str(reason.values["name"])
        yield Fault("parameter_not_described", written.in_header(name), {"name": name, "types": ", ".join(TYPES)})


def _shown(shown: Any, written: Written) -> Iterator[Fault]:
    if shown is None:
        return
    specs = shown.items() if isinstance(shown, dict) else [("shown", None)]
    for name, spec in specs:
        if not isinstance(spec, dict) or not (spec.get("ja") or spec.get("en")) or not spec.keys() <= OF_A_COLUMN:
            yield Fault("column_not_described", written.in_header(str(name)), {"column": name})


def _known_ones(header: Mapping[str, Any], written: Written) -> Iterator[Fault]:
    known = {"audience": VISIBILITY_LEVELS, "speaks_of": KINDS_OF_FACT}
    for key, values in known.items():
        if key in header and header[key] not in values:
            yield Fault("header_value", written.in_header(key), {"what": key, "value": header[key], "known": ", ".join(values)})
    for check in header.get("not_where", ()):
        if check not in ours("checks"):
            told = {"what": "not_where", "value": check, "known": ", ".join(ours("checks"))}
            yield Fault("header_value", written.in_header("not_where"), told)
    if "computed_by" in header and not _is_measure(str(header["computed_by"])):
        told = {"what": "computed_by", "value": header["computed_by"], "known": f"{MEASURES}…"}
        yield Fault("header_value", written.in_header("computed_by"), told)


def _is_measure(name: str) -> bool:
    module, _, function = name.rpartition(".")
    try:
        return module.startswith(MEASURES) and callable(getattr(import_module(module), function, None))
    except ImportError:
        return False


def _sentences(asked: Question, written: Written) -> Iterator[Fault]:
    for language in LANGUAGES:
        key = f"found_{language}"
        try:
            str(asked.header.get(key, "")).format(found=1, population=1)
        except (LookupError, ValueError):
            yield Fault("header_value", written.in_header(key), {"what": key, "value": "{…}", "known": "{found}, {population}"})
