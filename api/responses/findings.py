"""Findings as the API takes and gives them."""

from pydantic import BaseModel, ConfigDict, Field

from api.responses.days import Day
from api.responses.loads import CHANGING, Responses
from api.responses.problem import Problem
from graph.findings.following import LONGEST_NOTE

MOST_ROWS = 1_000


class EventOut(BaseModel):
    """Something that happened to a finding."""

    at: str
    kind: str = Field(description="followed, decided, answered, taken_back, unrecorded, reworded, returned or lapsed.")
    status: str
    by: str | None = Field(description="A role.")
    why: str | None
    until: str | None
    operation: str | None = Field(description="The load or decision after which the row was looked for.")


class FindingOut(BaseModel):
    """A row of an answer that is followed up."""

    id: str
    gap: str
    title: str
    row: str = Field(description="The row in words, as it was last seen.")
    identity: dict[str, str]
    area_id: str | None
    area: str | None
    status: str = Field(description="open, in_progress, accepted_until, resolved or data_error.")
    accepted_until: str | None
    first_seen: str | None
    last_seen: str | None
    gone: bool = Field(description="Whether the row was gone when it was last looked for.")
    since: int = Field(description="The version of the question's wording under which it was followed.")
    audience: str
    history: list[EventOut]


class FindingsOut(BaseModel):
    """Findings, those followed first coming first."""

    total: int = Field(description="How many there are, on all pages.")
    findings: list[FindingOut]


class FollowIn(BaseModel):
    """Which rows of which answer are to be followed, and by whom."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"gap": "actors_without_ties", "area": "伊賀市"}]})

    gap: str = Field(max_length=80)
    area: str | None = Field(default=None, max_length=80)
    rows: list[str] = Field(default=[], max_length=MOST_ROWS, description="Values of `finding` in the answer; none for all rows.")
    by: str = Field(default="coordinator", description="A role.")
    why: str | None = Field(default=None, max_length=LONGEST_NOTE)


class DecideIn(BaseModel):
    """Another status for a finding, and why."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"status": "in_progress", "why": "電話で聞いている"}]})

    status: str
    until: Day | None = Field(default=None, description="Of accepted_until only.")
    by: str = Field(default="coordinator", description="A role.")
    why: str = Field(max_length=LONGEST_NOTE)


FOLLOWING: Responses = CHANGING | {
    400: {"model": Problem, "description": "No role, status, date or reason that fits, or it is not for this audience."},
    404: {"model": Problem, "description": "No such question, area, row or finding."},
    422: {"model": Problem, "description": "A field is missing, too long, or not of its type."},
}
