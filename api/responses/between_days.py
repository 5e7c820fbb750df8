"""The network of an area on two days, as the API gives it."""

from typing import Any

from pydantic import BaseModel, Field

from api.responses.comparison_parts import ReasonRefused
from api.responses.problem import Problem

REFUSED: dict[int | str, dict[str, Any]] = {
    403: {"model": Problem, "description": "It is for members: what was withdrawn is not for the public."}
}


class MovedOut(BaseModel):
    """A figure of the bodies of both days, tested by swapping the days of the ties that changed."""

    first: float
    second: float
    p: float = Field(description="Randomised, two-sided.")
    p_holm: float = Field(description="Corrected for all figures tested at once (Holm 1979).")
    beyond_chance: bool = Field(description="Whether the corrected p is below 5 %.")
    draws: int


class FigureOfDays(BaseModel):
    """A figure of the network on each day."""

    figure: str
    first: float | None = Field(description="None where it is not defined, or the sources cannot show it.")
    second: float | None
    changed: bool
    tested: MovedOut | None


class Cause(BaseModel):
    """What last brought it or took it away between the two days."""

    happened_on: str | None = Field(description="The day of loading or reviewing, not of the event itself.")
    why: str | None
    dataset: str | None


class BodyOfDays(Cause):
    """A body of one of the days only."""

    id: str
    name: str


class TieOfDays(Cause):
    """Two bodies that are tied on one of the days only."""

    a_id: str
    a: str
    b_id: str
    b: str


class BodiesOfDays(BaseModel):
    """Bodies that came and went."""

    came: list[BodyOfDays]
    went: list[BodyOfDays]


class TiesOfDays(BaseModel):
    """Ties that came and went."""

    came: list[TieOfDays]
    went: list[TieOfDays]


class SourcesOfDays(BaseModel):
    """Datasets that state ties, on each day."""

    first: list[str]
    second: list[str]


class DaysCompared(BaseModel):
    """Two days of one area."""

    area_id: str
    area: str
    first: str
    second: str
    figures: list[FigureOfDays]
    bodies: BodiesOfDays
    ties: TiesOfDays
    on_both: int = Field(description="Bodies of both days: only their figures are tested.")
    sources: SourcesOfDays
    reasons: list[ReasonRefused]
    seed: int
    draws: int
    method: str
