"""Regions compared, as the API gives it."""

from pydantic import BaseModel, Field

from api.responses.comparison_parts import (
    AgainstChance,
    BySectors,
    CategoriesCovered,
    Estimated,
    Jackknife,
    LossOf,
    Rarefied,
    ReasonRefused,
    TurnsRound,
)


class RegionCompared(BaseModel):
    """One region."""

    area_id: str | None = Field(description="None of an anonymous peer.")
    area: str
    sources: list[str | None] = Field(description="Datasets that could show ties there; only how many of an anonymous peer.")
    oldest: str | None
    newest: str | None
    figures: dict[str, float | None] = Field(description="None where the sources cannot show it or it is not defined.")
    covered: int | None = Field(description="Bodies whose ties a source could have shown.")
    kinds_of_tie: dict[str, int] | None = Field(description="Type of relationship, or BY_SERVICE: how many ties it states.")
    verified: float | None = Field(description="Share of ties of which somebody confirmed a sentence.")
    categories: CategoriesCovered | None
    sectors: BySectors | None = Field(description="None where the sources list members rather than ties.")
    reasons: list[ReasonRefused]
    against_chance: dict[str, AgainstChance | None]
    estimates: dict[str, Estimated | None]
    jackknife: Jackknife | None
    rarefied: Rarefied | None = Field(description="Figures for the same number of sources in all regions.")
    losses: dict[str, list[LossOf]] = Field(description="Figures with 10, 20 and 30 % of the bodies removed.")


class PairCompared(BaseModel):
    """The difference of two regions."""

    figure: str
    a: str
    b: str
    difference: float
    z: float | None = Field(description="None where neither has an error and the two differ.")
    p: float
    p_holm: float = Field(description="Corrected for all differences tested at once (Holm 1979).")
    turns_round: list[TurnsRound] = Field(description="Where the order of the two is another in more than 5 % of cases.")


class PairRefused(BaseModel):
    """Two regions that are not tested against each other."""

    a: str
    b: str
    reasons: list[ReasonRefused]


class Compared(BaseModel):
    """Regions compared."""

    regions: list[RegionCompared]
    pairs: list[PairCompared]
    refused: list[PairRefused]
    seed: int
    draws: int
    given: str = Field(description="What random networks have in common with the observed one: ties, dyads or degrees.")
    sectors: str = Field(description="Version of the mapping from kinds of actor to sectors.")
    versions: dict[str, str] = Field(description="Programs on whose versions numbers may depend.")
    method: str


class Said(BaseModel):
    """A sentence on which something rests."""

    id: str
    quote: str
    source: str
    as_of: str | None
    place: str | None
    certainty: str


class RecordedThere(BaseModel):
    """An example of what a region has on record."""

    area: str
    name: str
    more: int = Field(description="Others of that kind that are recorded there.")
    sentences: list[Said]


class NotFoundThere(BaseModel):
    """A region in whose records it is not found: it may be there all the same."""

    area: str
    sources_that_could_show: int
    told: str


class DifferenceOut(BaseModel):
    """A kind of thing that is recorded of some regions and not found in the records of others."""

    what: str
    found: list[RecordedThere]
    missing: list[NotFoundThere]


class Differences(BaseModel):
    """What some regions have on record and others not."""

    services: list[DifferenceOut] = Field(description="Kinds of running service.")
    needs: list[DifferenceOut] = Field(description="Kinds of need.")
    ties: list[DifferenceOut] = Field(description="Kinds of tie, by its type and the sectors of both ends.")
