"""Regions compared, as the API gives it."""

from pydantic import BaseModel, Field


class ReasonRefused(BaseModel):
    """Why nothing is tested of a region."""

    code: str = Field(description="lists_members, too_few_bodies, too_few_sources, no_ties or other_levels.")
    text: str


class AgainstChance(BaseModel):
    """A figure beside those of random networks of the same n and m."""

    percentile: float = Field(description="0 to 100.")
    observed_by_expected: float | None = Field(description="What may be compared between regions.")
    p: float = Field(description="Randomised p-value.")
    tail: str
    draws: int


class Estimated(BaseModel):
    """A figure with the standard error of the vertex bootstrap."""

    value: float
    error: float
    low: float
    high: float


class RegionCompared(BaseModel):
    """One region."""

    area_id: str
    area: str
    sources: list[str]
    oldest: str | None
    newest: str | None
    figures: dict[str, float | None] = Field(description="None where the sources cannot show it or it is not defined.")
    reasons: list[ReasonRefused]
    against_chance: dict[str, AgainstChance | None]
    estimates: dict[str, Estimated | None]


class PairCompared(BaseModel):
    """The difference of two regions."""

    figure: str
    a: str
    b: str
    difference: float
    z: float | None = Field(description="None where neither has an error and the two differ.")
    p: float
    p_holm: float = Field(description="Corrected for all differences tested at once (Holm 1979).")


class Compared(BaseModel):
    """Regions compared."""

    regions: list[RegionCompared]
    pairs: list[PairCompared]
    seed: int
    draws: int
    method: str
