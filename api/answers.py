"""Questions and answers in the shape that doors give them out: the command line with --json, and the API."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from graph.findings.rows import RowFinding
from graph.messages import Messages
from graph.query_files import Question, part_of, question, questions
from graph.reading import Answer, Note

NOTES_APART = 2
"""Above it, notes that say the same are put together for people."""


def listed_questions() -> list[dict[str, Any]]:
    """Every gap that can be asked: id, titles, shelf, questions in words, parameters."""
    return [
        {
            "id": asked.name,
            "title_ja": asked.worded("title", "ja"),
            "title_en": asked.worded("title", "en"),
            "shelf": asked.header.get("shelf"),
            "audience": asked.audience,
            "own": asked.own,
            "has_picture": part_of(asked, "picture") is not None,
            "question_ja": asked.worded("question", "ja"),
            "question_en": asked.worded("question", "en"),
            "explanation_ja": asked.worded("explanation", "ja"),
            "explanation_en": asked.worded("explanation", "en"),
            "parameters": {name: dict(declared) for name, declared in asked.parameters.items()},
        }
        for asked in questions("gaps").values()
    ]


def answer_shown(answer: Answer, texts: Messages, findings: Sequence[RowFinding]) -> dict[str, Any]:
    """An answer with its rows, each with the id under which it is or can be followed, how many were looked at, and the notes."""
    return {
        "gap": answer.question.name,
        "parameters": {name: as_json(value) for name, value in answer.parameters.items()},
        "population": answer.population,
        "rows": [
            {name: as_json(value) for name, value in row.items()} | _followed(finding)
            for row, finding in zip(answer.rows, findings, strict=True)
        ],
        "notes": notes_shown(answer, texts),
    }


def _followed(row: RowFinding) -> dict[str, str | None]:
    return {"finding": row.id, "finding_status": row.finding.status if row.finding else None}


def notes_shown(answer: Answer, texts: Messages) -> list[dict[str, str]]:
    """What the data of an area cannot bear, in words."""
    return [{"area": note.area, "code": note.code, "message": note_in_words(note, texts)} for note in answer.notes]


def note_in_words(note: Note, texts: Messages) -> str:
    """What the data of one area cannot bear, in words."""
    area = note.area or texts("everywhere")
    if note.code in questions("checks"):
        return question("checks", note.code).worded("note", texts.language).format(area=area, **note.values)
    return texts(f"note.{note.code}", area=area, **note.values)


def _of_several(code: str, areas: list[str], texts: Messages) -> str:
    named = texts("and").join(sorted(areas))
    if code in questions("checks"):
        return question("checks", code).worded("several", texts.language).format(areas=named)
    return texts(f"note.{code}.several", areas=named)


def notes_in_words(answer: Answer, texts: Messages) -> list[str]:
    """The notes for people: where many areas share one, they are named in one sentence."""
    areas: dict[str, list[str]] = {}
    for note in answer.notes:
        areas.setdefault(note.code, []).append(note.area)
    crowded = {code for code, names in areas.items() if len(names) > NOTES_APART}
    apart = [shown["message"] for shown in notes_shown(answer, texts) if shown["code"] not in crowded]
    return apart + [_of_several(code, areas[code], texts) for code in sorted(crowded)]


def summary(answer: Answer, texts: Messages) -> str:
    """One sentence: how many of how many, or that nothing of the kind is recorded."""
    if answer.population == 0:
        return answer.question.worded("nothing", texts.language) or texts("own.nothing")
    told = answer.question.worded("found", texts.language) or texts("own.found")
    return told.format(found=len(answer.rows), population=answer.population)


def worded_header(asked: Question, language: str) -> dict[str, str]:
    """Title, question, explanation, caution and next step in one language."""
    return {key: asked.worded(key, language) for key in ("title", "question", "explanation", "caution", "next_step")}


def as_json(value: Any) -> Any:
    """Dates as ISO text, inside lists and maps too."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return [as_json(one) for one in value]
    if isinstance(value, dict):
        return {name: as_json(one) for name, one in value.items()}
    return value
