"""Asking: a question's file and its parameters → rows.

`$areas` and `$visible` are put in here and nowhere else; the caller says which area and which audience. Lists in rows
are sorted, so that two engines print the same. A question that is for members says just that to the public.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from importlib import import_module
from inspect import signature
from types import MappingProxyType
from typing import Any

from graph.area_directory import AreaDirectory
from graph.audiences import levels_of
from graph.connection import Graph, Row
from graph.errors import QueryMisused
from graph.in_order import in_order
from graph.memory import Kept, Memory, as_key
from graph.model.areas import AREA_LEVELS
from graph.query_files import Question, part_of, question
from graph.source_notes import BESIDE_AN_ANSWER, state_of_sources

SCOPES_UNCHECKED = "scopes_unchecked"
"""Code of a note that stands beside an answer; every other stands in its place."""


PREFECTURE = AREA_LEVELS[0]


@dataclass(frozen=True)
class Note:
    """What the data of an area cannot bear, so that a question about it is answered with just that."""

    area_id: str
    area: str
    code: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    """The answer to a gap question."""

    question: Question
    parameters: Mapping[str, Any]
    population: int
    rows: list[Row]
    notes: list[Note]

    @property
    def is_given(self) -> bool:
        """Whether there is more to say than why there is no answer."""
        return bool(self.rows) or all(note.code in {SCOPES_UNCHECKED, *BESIDE_AN_ANSWER} for note in self.notes)

    @property
    def found(self) -> list[str]:
        """The ids by which its rows are told apart."""
        return sorted({row[column] for row in self.rows for column in self.question.identity if row[column] is not None})


class Reader:
    """Asks a graph on behalf of one audience.

    Args:
        graph: the connection.
        audience: public, members or restricted: the strictest level it may see.
        today: the day that a parameter's default `today` means.
        memory: what readers before it read, as long as nothing was written; one that writes between asks has none.

    Raises:
        QueryMisused: there is no such audience.
    """

    def __init__(self, graph: Graph, *, audience: str = "members", today: date | None = None, memory: Memory | None = None) -> None:
        self.graph = graph
        self.audience = audience
        self.visible = levels_of(audience)
        self.today = today or self.day()
        self._memory = memory
        self._checked: dict[tuple[str, ...], list[Row]] = {}

    @staticmethod
    def day() -> date:
        """Today, as the user's own machine counts days."""
        return date.today()

    @cached_property
    def areas(self) -> AreaDirectory:
        """The areas of the graph; read once per reader."""
        if self._memory is None:
            return AreaDirectory.of(self.graph, self.visible)
        return self._memory.of(self.revision, ("areas", *self.visible), lambda: AreaDirectory.of(self.graph, self.visible))

    @cached_property
    def revision(self) -> str | None:
        """The state of the graph when this reader first needed it."""
        return self.graph.revision()

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """Dataset → title of its source; read once per reader."""
        return {row["dataset"]: row["title"] for row in self.rows("lookups", "source_titles")}

    def rows(self, folder: str, name: str, *, area: str | None = None, **given: Any) -> list[Row]:
        """The rows of any question that is not a gap.

        Raises:
            QueryMisused: unknown question, area or parameter, or the question is not for this audience.
        """
        asked = question(folder, name)
        if not self.may_ask(asked):
            raise QueryMisused("question_not_for_audience", name=name, audience=asked.audience)
        return self._rows(asked, self.areas.resolve(area), asked.values(given, today=self.today))

    def kept(self, key: Hashable, compute: Callable[[], Kept]) -> Kept:
        """What is computed at length, shared until something is written; `key`: on what it depends beside graph, audience and day."""
        if self._memory is None:
            return compute()
        return self._memory.of(self.revision, ("computed", key, as_key(self.visible), self.today), compute)

    def answer(self, gap: str, *, area: str | None = None, **given: Any) -> Answer:
        """The answer to a gap: rows, how many were looked at, and what the data cannot bear.

        Raises:
            QueryMisused: unknown gap, area or parameter.
        """
        asked = question("gaps", gap)
        parameters = asked.values(given, today=self.today)
        if not self.may_ask(asked):
            return Answer(question=asked, parameters=parameters, population=0, rows=[], notes=[self._note(area, f"for_{asked.audience}")])
        areas, notes = self._borne(asked, self.areas.resolve(area))
        rows = self._rows(asked, areas, parameters)
        return Answer(
            question=asked,
            parameters=parameters,
            population=self._population(asked, areas, parameters, rows),
            rows=rows,
            notes=(notes or self._silence(asked, area)) + self._without_scopes(asked, area),
        )

    def may_ask(self, asked: Question) -> bool:
        """Whether the question is for this audience: lists of bodies without recorded ties are not for the public."""
        return asked.audience in levels_of(self.audience)

    def picture(self, gap: str, *, area: str | None = None, **given: Any) -> Row:
        """The nodes and relationships that show what a gap finds.

        Raises:
            QueryMisused: unknown gap, area or parameter, or a question of a user's own that has no picture.
        """
        return self.picture_of(self.answer(gap, area=area, **given), area=area)

    def picture_of(self, answer: Answer, *, area: str | None = None) -> Row:
        """The nodes and relationships that show what an answer found in that area."""
        drawn = part_of(answer.question, "picture")
        if drawn is None:
            raise QueryMisused("question_without_picture", name=answer.question.name)
        rows = self._rows(drawn, self.areas.resolve(area), {**answer.parameters, "found": answer.found})
        return rows[0]

    def _population(self, asked: Question, areas: list[str], parameters: Mapping[str, Any], rows: list[Row]) -> int:
        """How many were looked at; of a question of a user's own that does not say, the rows."""
        counted = part_of(asked, "population")
        if counted is None:
            return len(rows)
        found = self._rows(counted, areas, parameters)
        return found[0]["population"] if found else 0

    def _without_scopes(self, asked: Question, area: str | None) -> list[Note]:
        """That a question of a user's own does not say which sources could have shown what it looks for."""
        return [self._note(area, SCOPES_UNCHECKED)] if asked.own and "sources_that_could_show" not in asked.returns else []

    def _borne(self, asked: Question, areas: list[str]) -> tuple[list[str], list[Note]]:
        """Leave out the areas whose data cannot bear the question, with a note for each."""
        notes = self.checked(asked.bears, areas)
        # A municipality is looked at as a whole, and so are its districts; a prefecture is more than what it has of its own.
        whole = (note.area_id for note in notes if self.areas.by_id[note.area_id].level != PREFECTURE)
        out = {note.area_id for note in notes}.union(*(self.areas.below(area) for area in whole))
        return [one for one in areas if one not in out], notes

    def checked(self, checks: Iterable[str], areas: list[str]) -> list[Note]:
        """What checks find in the data of some areas, given by their ids: a note for each finding."""
        return [
            Note(
                area_id=row["area_id"],
                area=row["area"],
                code=check,
                values={name: row[name] for name in row if name not in {"area_id", "area"}},
            )
            for check in checks
            for row in self._found_by(check, areas)
        ]

    def _found_by(self, check: str, areas: list[str]) -> list[Row]:
        """The rows of a check of the data; asked once per reader, for several questions rest on the same."""
        key = (check, *areas)
        if key not in self._checked:
            self._checked[key] = self._rows(question("checks", check), areas, {})
        return self._checked[key]

    def _silence(self, asked: Question, area: str | None) -> list[Note]:
        """What the state of the sources means for a question: a finding about our data, not about the area."""
        if asked.speaks_of is None:
            return []
        wider = self.areas.above(self.areas.find(area).id) if area else []
        sources = self._rows(question("lookups", "sources"), [*self.areas.resolve(area), *wider], {})
        found = state_of_sources(sources, asked.speaks_of, self.today, of_one_area=area is not None)
        return [self._note(area, code, values) for code, values in found]

    def _with_evidence(self, asked: Question, rows: list[Row]) -> list[Row]:
        """Rows of a measure with their evidence, where they name facts and the question gives evidence."""
        return self.with_evidence(rows) if "evidence" in asked.returns and any("facts" in row for row in rows) else rows

    def with_evidence(self, rows: list[Row]) -> list[Row]:
        """Rows that name the `facts` on which they rest, with the ids of their evidence: looked up once for all."""
        facts = sorted({fact for row in rows for fact in row["facts"]})
        found = self._rows(question("lookups", "evidence_ids"), [], {"facts": facts}) if facts else []
        known = {row["fact"]: row["evidence"] for row in found}
        return [row | {"evidence": sorted({one for fact in row["facts"] for one in known.get(fact, ())})} for row in rows]

    def _note(self, area: str | None, code: str, values: Mapping[str, Any] = MappingProxyType({})) -> Note:
        found = self.areas.find(area) if area else None
        full_name = self.areas.full_name(found.id) if found else ""
        return Note(area_id=found.id if found else "", area=full_name, code=code, values=values)

    def _rows(self, asked: Question, areas: list[str], parameters: Mapping[str, Any]) -> list[Row]:
        if self._memory is None:
            return self._read(asked, areas, parameters)
        key = (asked.text, asked.measure, as_key(self.visible), as_key(areas), as_key(parameters))
        return self._memory.rows(self.revision, key, lambda: self._read(asked, areas, parameters))

    def _read(self, asked: Question, areas: list[str], parameters: Mapping[str, Any]) -> list[Row]:
        scoping = {"areas": areas, "visible": self.visible}
        used = {name: value for name, value in scoping.items() if f"${name}" in asked.text}
        in_text = {name: value for name, value in parameters.items() if f"${name}" in asked.text}
        rows = self.graph.read(asked.text, **used, **in_text)
        if asked.measure:
            module, _, function = asked.measure.rpartition(".")
            measure = getattr(import_module(module), function)
            named = {name: parameters[name] for name in parameters.keys() & signature(measure).parameters.keys()}
            rows = self._with_evidence(asked, measure(rows[0] if rows else {}, **named))
        return [{column: in_order(row[column]) for column in asked.returns} for row in rows]
