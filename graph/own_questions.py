"""Questions of a user's own: a folder of `.cypher` files, checked like ours and asked beside them.

The folder is named by the setting TSUNAGU_QUERIES. It is read when a program opens the graph or lists the questions, and
not before; a file that cannot be taken stops the program there, with its line and what to do.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from graph.errors import QueryMisused, QuestionRefused, SettingsInvalid
from graph.query_checks.check import faults
from graph.query_files import Question, ours, parsed, place_beside

ENDING = ".cypher"
PARTS = ("picture", "population")
NAME = re.compile(r"[a-z][a-z0-9_]*(?:\.(?:picture|population))?")
SHELF = "own"


def take_own_questions(folder: Path | None) -> None:
    """Let the questions of a folder be asked in this process beside ours; without a folder, none.

    Raises:
        SettingsInvalid: there is no such folder.
        QuestionRefused: a file cannot be taken; no question of the folder is asked.
    """
    place_beside({})
    if folder is not None:
        place_beside(questions_in(folder))


def questions_in(folder: Path) -> Mapping[str, Question]:
    """The questions of a folder, with their pictures and populations.

    Raises:
        SettingsInvalid: there is no such folder.
        QuestionRefused: a file cannot be taken.
    """
    try:
        files = sorted(file for file in folder.iterdir() if file.name.endswith(ENDING))
    except OSError as reason:
        raise SettingsInvalid("queries_folder_unusable", path=folder, reason=reason.strerror) from reason
    names = [file.name.removesuffix(ENDING) for file in files]
    return {name: _taken(file, name, names) for file, name in zip(files, names, strict=True)}


def _taken(file: Path, name: str, names: Iterable[str]) -> Question:
    if not NAME.fullmatch(name):
        raise _refused(file, 1, "name")
    if name in ours("gaps"):
        raise _refused(file, 1, "name_of_ours", name=name)
    whole, _, part = name.partition(".")
    if part and whole not in names:
        raise _refused(file, 1, "part_of_none", part=part, whole=f"{whole}{ENDING}")
    try:
        text = file.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError) as reason:
        raise _refused(file, 1, "unreadable") from reason
    asked = _parsed(file, name, text)
    for fault in faults(asked, text):
        raise _refused(file, fault.line, fault.code, **fault.values)
    return Question(folder="gaps", name=name, header=_completed(asked), text=asked.text, own=True)


def _parsed(file: Path, name: str, text: str) -> Question:
    try:
        return parsed("gaps", name, text)
    except yaml.YAMLError as reason:
        mark = getattr(reason, "problem_mark", None)
        raise _refused(file, mark.line + 1 if mark else 1, "header_no_yaml", reason=getattr(reason, "problem", "")) from reason
    except QueryMisused as reason:
        raise _refused(file, 1, "takes_nothing") from reason
    except ValueError as reason:
        raise _refused(file, 1, "without_header") from reason


def _refused(file: Path, line: int, code: str, **values: object) -> QuestionRefused:
    return QuestionRefused(f"own_question.{code}", file=file, line=line, **values)


def _completed(asked: Question) -> Mapping[str, Any]:
    """The header with what may be left out: one language for both, every column shown by its name, the first wording."""
    header = {"since": 1, "shelf": SHELF, **asked.header}
    header["shown"] = {name: _both(spec) for name, spec in (asked.shown or {name: {"en": name} for name in asked.returns}).items()}
    header["parameters"] = {
        name: {**spec, "about_ja": spec.get("about_ja") or spec["about_en"], "about_en": spec.get("about_en") or spec["about_ja"]}
        for name, spec in asked.parameters.items()
    }
    return header


def _both(spec: Mapping[str, Any]) -> dict[str, Any]:
    return {**spec, "ja": spec.get("ja") or spec["en"], "en": spec.get("en") or spec["ja"]}
