"""What is known of an area, in a few sentences that say what they rest on: for pages, the API and the command line alike.

Each is put together from answers; none says more than they do. What is not recorded is called just that.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from api.answers import notes_in_words, summary
from api.area_overview import area_out, recorded_by_area
from graph.area_directory import KnownArea
from graph.messages import Messages
from graph.reading import Answer, Reader

NOTHING: Mapping[str, Answer] = {}


@dataclass(frozen=True)
class Sentence:
    """One sentence, and what it is about."""

    topic: str
    """recorded, councils, functions, needs or ties."""
    text: str


def area_sentences(reader: Reader, area: KnownArea, texts: Messages, *, given: Mapping[str, Answer] = NOTHING) -> list[Sentence]:
    """The sentences about an area and what lies in it, for the reader's audience.

    Args:
        reader: asks.
        area: what they are about.
        texts: in their language.
        given: question → its answer about the area, where whoever calls has asked already.
    """

    def answer(gap: str) -> Answer:
        return given.get(gap) or reader.answer(gap, area=area.id)

    sources = len(reader.rows("lookups", "sources", area=area.id))
    told = [("recorded", _recorded(reader, area, sources, texts))]
    if sources:
        told += [
            *_councils(answer("council_seats_by_kind"), area, texts),
            *_functions(answer("functions_without_actor"), area, texts),
            *_needs(answer("needs_without_service"), texts),
            *_ties(reader, answer("actors_without_ties"), texts),
        ]
    return [Sentence(topic=topic, text=text) for topic, text in told]


def _recorded(reader: Reader, area: KnownArea, sources: int, texts: Messages) -> str:
    counts = area_out(reader, area, recorded_by_area(reader, area.id))
    name = reader.areas.full_name(area.id)
    if not sources:
        return texts("sentence.no_source", area=name)
    return texts("sentence.recorded", area=name, sources=sources, bodies=counts.bodies, councils=counts.councils, services=counts.services)


def _councils(answer: Answer, area: KnownArea, texts: Messages) -> Iterator[tuple[str, str]]:
    """How many kinds of the guideline are seated on the councils of the area itself."""
    rows = [row for row in answer.rows if row["area_id"] == area.id and row["in_guideline"]]
    if not rows:
        return
    counted = Counter(row["status"] if row["status"] in {"seated", "not_listed"} else "unknown" for row in rows)
    parts = [texts(f"sentence.seats.{status}", count=counted[status]) for status in ("seated", "not_listed", "unknown") if counted[status]]
    yield "councils", texts("sentence.seats", kinds=len(rows), parts=texts("and").join(parts))


def _functions(answer: Answer, area: KnownArea, texts: Messages) -> Iterator[tuple[str, str]]:
    """What a source says has not begun, and what none speaks of."""
    rows = [row for row in answer.rows if row["area_id"] == area.id]
    for status in ("not_started", "not_stated"):
        functions = [texts(f"acting_for.{row['function']}") for row in rows if row["status"] == status]
        if functions:
            yield "functions", texts(f"sentence.functions_{status}", functions=texts("and").join(functions))


def _needs(answer: Answer, texts: Messages) -> Iterator[tuple[str, str]]:
    """How many of the stated needs have no recorded service, in how many sources that could have shown one."""
    if answer.population == 0:
        if not answer.notes:
            yield "needs", texts("sentence.no_needs")
        return
    able = {source for row in answer.rows for source in row["sources_that_could_show"]}
    key = "needs" if able else "needs_no_source" if answer.rows else "needs_answered"
    yield "needs", texts(f"sentence.{key}", needs=answer.population, unmet=len(answer.rows), sources=len(able))


def _ties(reader: Reader, answer: Answer, texts: Messages) -> Iterator[tuple[str, str]]:
    """Whether the sources bear a question about ties, and then its answer; nothing for whom that list is not."""
    if not reader.may_ask(answer.question):
        return
    if answer.population:
        yield "ties", summary(answer, texts)
    for note in notes_in_words(answer, texts):
        yield "ties", note
