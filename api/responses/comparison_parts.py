"""The parts of a comparison of regions, as the API gives them."""

from pydantic import BaseModel, Field


class ReasonRefused(BaseModel):
    """Why something is not tested, and what would change that."""

    code: str = Field(
        description="lists_members, too_few_bodies, too_few_sources, no_ties, other_levels, no_period, other_period, other_scopes, "
        "other_kinds_of_tie or too_few_to_leave_out."
    )
    text: str


class TurnsRound(BaseModel):
    """A case in which a finding is another one when bodies are missing."""

    way: str = Field(description="random, or degree: those with most ties first.")
    share: float = Field(description="Of the bodies that are removed.")
    in_: float = Field(alias="in", description="Share of networks with bodies missing in which the finding is another.")


class AgainstChance(BaseModel):
    """A figure beside those of random networks."""

    percentile: float = Field(description="0 to 100.")
    observed_by_expected: float | None = Field(description="What may be compared between regions.")
    chance_low: float | None = Field(description="95 % of random networks lie between it and `chance_high`, by the expected value.")
    chance_high: float | None
    p: float = Field(description="Randomised p-value.")
    p_holm: float = Field(description="Corrected for all figures and regions tested at once (Holm 1979).")
    verdict: str = Field(description="more, less or as_chance, at 5 %.")
    turns_round: list[TurnsRound] = Field(description="Where the verdict is another in more than half of the cases.")
    tail: str
    draws: int


class Estimated(BaseModel):
    """A figure with the standard error of the vertex bootstrap."""

    value: float
    error: float
    low: float
    high: float


class LeftOut(Estimated):
    """A figure with the error that leaving out single sources gives."""

    heaviest: str | None = Field(description="The source without which it is farthest from what it is; None of an anonymous peer.")


class Jackknife(BaseModel):
    """Leaving out one source at a time."""

    reason: ReasonRefused | None
    figures: dict[str, LeftOut | None]


class RarefiedFigure(BaseModel):
    """A figure for fewer sources."""

    mean: float
    lowest: float
    highest: float
    subsets: int
    exact: bool = Field(description="Whether all subsets of that size were looked at.")


class Rarefied(BaseModel):
    """Figures for `to` of `of` sources."""

    to: int
    of: int
    figures: dict[str, RarefiedFigure | None]


class LossOf(BaseModel):
    """A figure with bodies missing."""

    way: str
    share: float
    mean: float | None
    low: float | None
    high: float | None


class TiesOfSectors(BaseModel):
    """One cell of the mixing matrix."""

    a: str
    b: str
    ties: int


class BySectors(BaseModel):
    """Ties within and between sectors."""

    bodies: dict[str, int]
    left_out: int = Field(description="Bodies that fit no sector: they are in none of these figures.")
    ties: list[TiesOfSectors]
    log_odds_within: float | None = Field(description="May stand beside another region's.")
    e_i: float | None
    expected_e_i: float | None
    p: float | None = Field(description="Of the E-I index against sectors dealt out by chance.")
    draws: int | None


class CategoriesCovered(BaseModel):
    """Kinds of service that are recorded."""

    count: int
    of: int
    per_10_000: float | None = Field(description="For 10,000 people of 65 and over; None where their number is not known.")
    people: float | None
    people_as_of: str | None
    people_basis: str | None = Field(description="counted, from_share or insured.")
