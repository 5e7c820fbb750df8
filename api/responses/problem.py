"""Problem details (RFC 9457), with what to do."""

from typing import Any

from pydantic import BaseModel, Field


class Problem(BaseModel):
    """Why a request could not be answered."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str = Field(description="What happened.")
    advice: str = Field(description="What to do.")
    code: str = Field(description="Class of the error: says who has to act.")


NOT_FOUND: dict[int | str, dict[str, Any]] = {404: {"model": Problem, "description": "No such area, question or fact."}}
MISUSED: dict[int | str, dict[str, Any]] = {
    400: {"model": Problem, "description": "A parameter does not fit, or a name means several areas."}
}
UNAVAILABLE: dict[int | str, dict[str, Any]] = {503: {"model": Problem, "description": "The database does not answer."}}
USUAL = NOT_FOUND | MISUSED | UNAVAILABLE
