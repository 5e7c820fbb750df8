"""What changes to the network of an area would change, as the API gives it."""

from typing import Any

from pydantic import BaseModel, Field

from api.responses.gaps import NoteOut
from api.responses.problem import Problem

REFUSED: dict[int | str, dict[str, Any]] = {
    403: {"model": Problem, "description": "It is for members: it shows what a loss would part."},
    409: {"model": Problem, "description": "A name that several bodies have."},
}


class ChangeOut(BaseModel):
    """One change that was tried out; nothing of it is written."""

    change: str = Field(description="add_tie, remove_tie, add_body, remove_body, or introduce for a tie that was sought.")
    a_id: str = Field(description="Of a body that would come: new and a number.")
    a: str
    b_id: str | None
    b: str | None


class FigureOut(BaseModel):
    """A figure of the network as recorded and as it would be."""

    figure: str
    before: float | None = Field(description="None where it is not defined.")
    after: float | None
    changed: bool


class BodyFigures(BaseModel):
    """Figures of one body."""

    ties: int
    effective_size: float | None = Field(description="None without ties.")
    constraint: float | None


class BodyOut(BaseModel):
    """A body of which some figure would change."""

    id: str
    name: str
    before: BodyFigures | None = Field(description="None for a body that would come.")
    after: BodyFigures | None = Field(description="None for a body that would go.")


class BodyNamed(BaseModel):
    """A body."""

    id: str
    name: str


class CutPointsOut(BaseModel):
    """Bodies without which a component would fall apart."""

    newly: list[BodyNamed]
    no_longer: list[BodyNamed]


class BenefitOut(BaseModel):
    """What an introduction would add by itself."""

    pairs_newly_connected: int
    pairs_within_two_steps: int
    effective_size_rise_a: float | None
    effective_size_rise_b: float | None
    needs_newly_answered: list[str]


class PlausibilityOut(BaseModel):
    """What speaks for an introduction."""

    reasons: list[str] = Field(description="council, need, category, precedent.")
    shared_councils: list[str]
    shared_needs: list[str]
    shared_categories: list[str]
    adamic_adar: float
    precedent_region: str | None
    precedent: str | None


class IntroductionOut(BaseModel):
    """Two bodies that could be introduced to each other."""

    a_id: str
    a: str
    b_id: str
    b: str
    benefit: BenefitOut
    plausibility: PlausibilityOut
    introducers: list[str]
    evidence: list[str]


class IntroductionsOut(BaseModel):
    """The best introductions."""

    objective: str
    method: str = Field(description="exact and exact_for_components: there is no better choice; greedy: a heuristic.")
    value: float = Field(description="What they add together, in terms of the objective.")
    considered: int = Field(description="Pairs that were looked at.")
    pairs: list[IntroductionOut]


class WhatIfOut(BaseModel):
    """What was tried out, and every figure before and after."""

    area_id: str
    area: str
    notes: list[NoteOut] = Field(description="Why there is no answer, where the sources cannot show ties.")
    changes: list[ChangeOut]
    figures: list[FigureOut]
    bodies: list[BodyOut]
    cut_points: CutPointsOut
    introductions: IntroductionsOut | None
    method: str
