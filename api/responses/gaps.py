"""Questions and answers as the API gives them."""

from typing import Any

from pydantic import BaseModel, Field


class GapOut(BaseModel):
    """A question that can be asked."""

    id: str
    title_ja: str
    title_en: str
    shelf: str | None
    audience: str = Field(description="The widest audience that gets an answer.")
    own: bool = Field(description="Whether it is a question of the user's own folder.")
    has_picture: bool
    question_ja: str
    question_en: str
    explanation_ja: str
    explanation_en: str
    parameters: dict[str, dict[str, Any]]


class Gaps(BaseModel):
    """Every question that can be asked."""

    gaps: list[GapOut]


class NoteOut(BaseModel):
    """What the data of an area cannot bear."""

    area: str
    code: str
    message: str


class AnswerOut(BaseModel):
    """An answer: rows, how many were looked at, and what the data cannot bear."""

    gap: str
    parameters: dict[str, Any]
    population: int = Field(description="How many were looked at.")
    rows: list[dict[str, Any]] = Field(
        description="Each with `finding`, the id under which it is or can be followed, and `finding_status`, null where it is not."
    )
    notes: list[NoteOut]


class AnswerInPages(AnswerOut):
    """The same, as far as its rows were asked for."""

    total: int = Field(description="How many rows there are, on all pages; the rows are sorted alike on each.")
