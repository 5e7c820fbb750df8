"""Loads as the API gives them: what a file came to, which loads there are, what was taken back."""

from typing import Any

from pydantic import BaseModel, Field

from api.responses.problem import Problem


class CaseOut(BaseModel):
    """A case that was found in the file."""

    name: str
    place: str
    facts: int


class RepairOut(BaseModel):
    """A word that was repaired for reading, and where first."""

    before: str
    after: str
    count: int
    line: int | None
    row: int | None
    column: str | None
    place: str = Field(description="Where a person finds it, in words: 3ページ 12行目.")


class ProblemOut(BaseModel):
    """A record that was refused, set aside or warned of."""

    code: str
    kind: str = Field(description="refused, set_aside or warning.")
    place: str
    message: str
    advice: str


class MaskedOut(BaseModel):
    """Where names of private persons are masked."""

    place: str
    characters: int


class SuggestionOut(BaseModel):
    """Two names that may be one body."""

    first: str
    first_name: str
    second: str
    second_name: str
    score: float
    reason: str
    state: str


class FieldChangeOut(BaseModel):
    """One property, before and after: null where it was not, or is not, there."""

    name: str
    before: Any
    after: Any


class FactChangeOut(BaseModel):
    """One fact that the load changes."""

    kind: str = Field(description="added, changed, supported (the same with other evidence or a newer date) or retired.")
    label: str = Field(description="Main label or type.")
    name: str = Field(description="Of a relationship: its ends, A → B.")
    fields: list[FieldChangeOut]


class ChangesOut(BaseModel):
    """What the load changes."""

    counts: dict[str, dict[str, int]] = Field(description="Kind of change → main label or type → how many.")
    shown: list[FactChangeOut] = Field(description="The first 500 of each kind, as far as the audience may see them.")


class JoinedOut(BaseModel):
    """Two bodies that became one, since they are one beyond doubt."""

    decision: str = Field(description="Id of the decision: `tsunagu doubles undo` takes it back.")
    kept: str
    gone: str
    reason: str


class LoadReport(BaseModel):
    """What a load did, or would do: rows_in = written + unchanged + refused + set_aside."""

    source: str
    dataset: str
    file: str
    rows_in: int
    written: int
    unchanged: int
    refused: int
    set_aside: int
    retired: int = Field(description="Facts that this dataset stated before and does not any more; moved out, not deleted.")
    facts: dict[str, int] = Field(description="Main label or type → how many the file states.")
    cases: list[CaseOut]
    repairs: list[RepairOut]
    masked: list[MaskedOut]
    reviews_lost: list[dict[str, str]]
    problems: list[ProblemOut]
    changes: ChangesOut
    joined: list[JoinedOut]
    suggestions: list[SuggestionOut] = Field(description="Bodies of this file that may be one with another; empty for a preview.")
    load: str | None = Field(description="Id of the load, by which it can be undone; null where nothing was written.")
    dry_run: bool = False


class LoadOut(BaseModel):
    """A load of the graph."""

    id: str
    dataset: str
    file: str | None = Field(default=None, description="Null where somebody typed it in.")
    name: str = Field(description="The title of its source; of what was typed in: what, who said it, when.")
    began_at: str
    state: str = Field(description="unfinished, complete, broken_off or undone.")


class LoadList(BaseModel):
    """Loads, the newest first."""

    total: int = Field(description="How many there are, on all pages.")
    loads: list[LoadOut]


class UndoneOut(BaseModel):
    """What taking a load back came to."""

    load: str
    file: str
    left: int = Field(description="Facts that left the graph.")
    reviewed: int = Field(description="How much of the evidence that left had been reviewed.")


class TokenOut(BaseModel):
    """The token of this process, to be sent in the header X-Tsunagu-Token with everything that changes something."""

    token: str


Responses = dict[int | str, dict[str, Any]]
CHANGING: Responses = {
    403: {"model": Problem, "description": "Read-only here, sent by a page of another site, or without the token."},
    503: {"model": Problem, "description": "The database does not answer."},
}
SENDING: Responses = CHANGING | {
    400: {"model": Problem, "description": "No file was sent, or a field does not fit."},
    404: {"model": Problem, "description": "No such kind of source."},
    413: {"model": Problem, "description": "The file is larger than the setting TSUNAGU_UPLOAD_LIMIT_MB allows."},
    422: {"model": Problem, "description": "The file cannot be taken; nothing was written."},
}
UNDOING: Responses = CHANGING | {
    404: {"model": Problem, "description": "No such load."},
    409: {"model": Problem, "description": "It is undone already, or a newer load of the same dataset stands on it."},
}
A_FILE: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {
                        "file": {"type": "string", "format": "binary"},
                        "source": {"type": "string", "description": "The loader; default: recognised by the content."},
                        "as_of": {"type": "string", "format": "date", "description": "The day the content holds for."},
                    },
                },
                "example": {"file": "事例集.md", "source": "case_studies", "as_of": "2026-03-31"},
            }
        },
    }
}
