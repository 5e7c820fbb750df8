"""Evidence as the API gives it."""

from datetime import date
from typing import Any

from pydantic import BaseModel, Field


class EvidenceOut(BaseModel):
    """A quoted span or cell, its place and its source."""

    id: str
    fact: str = Field(description="Id of the node or relationship that rests on it.")
    quote: str
    certainty: str = Field(description="explicit, structural or inferred.")
    review: str = Field(description="open, confirmed, corrected or rejected.")
    line: int | None
    starts_at: int | None
    ends_at: int | None
    sheet: str | None
    row: int | None
    column: str | None
    place: str | None = Field(
        description="Where a person finds it in a page, Word file or PDF (page 3, line 12), `line` then counts the text taken out of it; "
        "of what was typed in: who said it and when (said by 社協職員, 2026-11-20)."
    )
    dataset: str
    title: str | None
    licence: str | None
    file: str | None
    as_of: date | None
    values: dict[str, Any] = Field(description="What it states of the fact, corrections put in: sources may differ.")
    restored_at: str | None = Field(description="When it was put back, where no current version of its source has it.")


class EvidenceList(BaseModel):
    """The evidence of facts."""

    evidence: list[EvidenceOut]
