"""Evidence as the API gives it."""

from datetime import date

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
    dataset: str
    title: str | None
    licence: str | None
    file: str | None
    as_of: date | None


class EvidenceList(BaseModel):
    """The evidence of facts."""

    evidence: list[EvidenceOut]
