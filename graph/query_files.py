"""A `.cypher` file with its header: what it asks, what it takes, what it returns, and how it is worded for people.

The header is YAML in the first block comment. A gap has beside its rows a picture (`<gap>.picture.cypher`) and a
population (`<gap>.population.cypher`), which may begin as the rows do. Folders are discovered by looking; nothing lists the
questions. Gaps of a user's own folder stand beside ours when `graph.own_questions` has checked them and placed them here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, ClassVar

import yaml

from graph.days import THIS_FISCAL_YEAR, day_meant, fiscal_year_of
from graph.errors import QueryMisused
from graph.model.definitions import VISIBILITY_LEVELS

FOLDERS = ("gaps", "networks", "lookups", "checks")
SCOPING = ("areas", "visible")
"""Put in by `graph.reading` for every question; never declared, never given by a caller."""
END_OF_THE_POPULATION = "// End of the population.\n"
"""A line in the rows of a gap whose population `begins_as` the gap: what goes before it is the text of both."""
SHELVES = ("network", "resources", "councils", "meetings", "sources")
"""Where our gaps stand, in the order in which people meet them."""
TYPES: Mapping[str, type] = {"text": str, "integer": int, "date": date, "texts": list}


@dataclass(frozen=True)
class Question:
    """One `.cypher` file."""

    folder: str
    name: str
    header: Mapping[str, Any] = field(repr=False)
    text: str = field(repr=False)
    own: bool = False
    """Whether it comes from a user's own folder."""

    @property
    def returns(self) -> tuple[str, ...]:
        """The declared columns, in order."""
        return tuple(self.header["returns"])

    @property
    def identity(self) -> tuple[str, ...]:
        """The columns that make two findings of two runs the same finding."""
        return tuple(self.header.get("identity", ()))

    @property
    def parameters(self) -> Mapping[str, Mapping[str, Any]]:
        """Declared parameters: name → type, default, about_ja, about_en."""
        declared: Mapping[str, Mapping[str, Any]] = self.header.get("parameters") or {}
        return declared

    @property
    def measure(self) -> str | None:
        """The measure that computes the rows, where Cypher cannot do it alike on both engines."""
        measure: str | None = self.header.get("computed_by")
        return measure

    @property
    def bears(self) -> tuple[str, ...]:
        """Checks in `cypher/checks/` that say which areas' data cannot bear this question."""
        return tuple(self.header.get("not_where", ()))

    @property
    def speaks_of(self) -> str | None:
        """The kind of fact that a source has to speak of for this question to have an answer."""
        kind: str | None = self.header.get("speaks_of")
        return kind

    @property
    def audience(self) -> str:
        """The widest audience that gets an answer: some lists are for members, and in no public page or export."""
        audience: str = self.header.get("audience", VISIBILITY_LEVELS[0])
        return audience

    @property
    def shown(self) -> Mapping[str, Mapping[str, Any]]:
        """The columns that people see, in order: name → its head in each language, and what its values are codes of."""
        shown: Mapping[str, Mapping[str, Any]] = self.header.get("shown") or {}
        return shown

    @property
    def is_in_overview(self) -> bool:
        """Whether the page of an area begins with it."""
        return bool(self.header.get("overview"))

    def worded(self, key: str, language: str) -> str:
        """A text of the header in the reader's language: title, question, found, nothing, explanation, caution, next_step."""
        either = (self.header.get(f"{key}_{one}") for one in (language, "ja", "en"))
        return str(next((text for text in either if text), ""))

    def values(self, given: Mapping[str, Any], *, today: date) -> dict[str, Any]:
        """Every declared parameter with its value: given, else the default.

        Raises:
            QueryMisused: a name is not declared, or a value is not of the declared type.
        """
        unknown = sorted(given.keys() - self.parameters.keys())
        if unknown:
            raise QueryMisused("unknown_parameter", name=unknown[0], question=self.name, known=", ".join(self.parameters) or "—")
        return {
            name: _typed(name, given.get(name, declared.get("default")), declared["type"], today)
            for name, declared in self.parameters.items()
        }


def _typed(name: str, value: Any, type_: str, today: date) -> Any:
    try:
        if type_ == "date":
            return value if isinstance(value, date) else day_meant(str(value), today)
        if type_ == "integer":
            return fiscal_year_of(today) if value == THIS_FISCAL_YEAR else int(value)
        if type_ == "texts":
            return [str(one) for one in value]
        return str(value)
    except (TypeError, ValueError) as reason:
        raise QueryMisused("parameter_not_of_type", name=name, value=value, type=type_) from reason


class _Beside:
    own: ClassVar[Mapping[str, Question]] = {}


def place_beside(own: Mapping[str, Question]) -> None:
    """Let gaps of a user's own be asked like ours, in this process, in place of those placed before."""
    _Beside.own = own


def questions(folder: str) -> Mapping[str, Question]:
    """Every question of a folder by name, without the pictures and populations that belong to gaps."""
    return {name: question for name, question in _all(folder).items() if "." not in name}


def question(folder: str, name: str) -> Question:
    """One question.

    Raises:
        QueryMisused: there is none of that name; the message lists those that exist.
    """
    found = _all(folder).get(name)
    if found is None:
        raise QueryMisused(f"unknown_{folder.rstrip('s')}", name=name, known=", ".join(questions(folder)))
    return found


def part_of(gap: Question, part: str) -> Question | None:
    """The `picture` or `population` of a gap; None where a question of a user's own has none."""
    return _all("gaps").get(f"{gap.name}.{part}")


def parsed(folder: str, name: str, text: str) -> Question:
    """A file as a question.

    Raises:
        ValueError: it does not begin with a header comment.
        yaml.YAMLError: the header is no YAML.
        QueryMisused: it takes its text from a file that does not exist.
    """
    if not text.startswith("/*"):
        raise ValueError(f"{name}: the file does not begin with a header comment")
    head, _, body = text.removeprefix("/*").partition("*/")
    header = yaml.safe_load(head)
    if not isinstance(header, dict):
        raise ValueError(f"{name}: the header names nothing")  # noqa: TRY004 - as for a file without one
    if "takes" in header:
        # Several questions are computed from one network, or drawn alike: the query stands in one file.
        taken, _, file = str(header["takes"]).partition("/")
        body = _text_of(taken, file)
    elif "begins_as" in header:
        body = _beginning(str(header["begins_as"])) + body
    return Question(folder=folder, name=name, header=header, text=body.strip())


def _text_of(folder: str, name: str) -> str:
    """The text of a file of ours, which is not asked for as a question: two folders may take from each other.

    Raises:
        QueryMisused: there is no such file.
    """
    texts = {file.name.removesuffix(".cypher"): file for file in (files("cypher") / folder).iterdir()} if folder in FOLDERS else {}
    if name not in texts:
        raise QueryMisused(f"unknown_{folder.rstrip('s')}", name=name, known=", ".join(sorted(one for one in texts if "." not in one)))
    return texts[name].read_text(encoding="utf-8").partition("*/")[2]


@cache
def _beginning(gap: str) -> str:
    """What the rows of a gap and its population have in common, so that they cannot come to speak of different things.

    Raises:
        QueryMisused: there is no such gap, or its rows do not say where the population ends.
    """
    texts = {file.name.removesuffix(".cypher"): file for file in (files("cypher") / "gaps").iterdir()}
    rows = texts[gap].read_text(encoding="utf-8").partition("*/")[2] if gap in texts else ""
    common, end, _ = rows.partition(END_OF_THE_POPULATION)
    if not end:
        raise QueryMisused("unknown_gap", name=gap, known=", ".join(sorted(name for name in texts if "." not in name)))
    return common


def _all(folder: str) -> Mapping[str, Question]:
    return {**ours(folder), **_Beside.own} if folder == "gaps" else ours(folder)


@cache
def ours(folder: str) -> Mapping[str, Question]:
    """Every file of a folder that comes with this program, parts of gaps among them."""
    found = [file for file in (files("cypher") / folder).iterdir() if file.name.endswith(".cypher")]
    names = {file.name.removesuffix(".cypher"): file for file in sorted(found, key=lambda file: file.name)}
    return {name: parsed(folder, name, file.read_text(encoding="utf-8")) for name, file in names.items()}
