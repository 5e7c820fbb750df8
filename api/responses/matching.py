"""Matching and resource development as the API gives them."""

from datetime import date

from pydantic import BaseModel, Field


class AreaAskedOut(BaseModel):
    """The area that was asked about."""

    id: str
    name: str = Field(description="With all that it lies in.")


class ProviderOut(BaseModel):
    """Who provides a service."""

    id: str
    name: str


class ServiceAnsweringOut(BaseModel):
    """A service of a kind that answers the need."""

    place: str = Field(description="here, in_municipality, wide (for an area around this one) or next_door.")
    area: str
    service_id: str
    service: str
    state: str = Field(description="running, planned or not_yet.")
    strength: str = Field(description="strong where its kind is listed first for the need, else weak.")
    stated: bool = Field(description="Whether a source ties it to the need of that area.")
    categories: list[str]
    providers: list[ProviderOut]
    evidence: list[str]


class NextDoorOut(BaseModel):
    """An area next door."""

    area_id: str
    area: str
    how: str = Field(description="adjacent: a source says so; nearest: by distance of the offices.")
    km: int | None


class SupplierOut(BaseModel):
    """A body one or two ties away that answers the need elsewhere."""

    need_code: str
    id: str
    name: str
    service_id: str
    service: str
    ties: int
    through: list[str] = Field(description="The bodies next to it on the way.")
    evidence: list[str]


class ReasonOut(BaseModel):
    """Why a body could start something."""

    reason: str = Field(description="elsewhere, acts_for, council, neighbouring or kind.")
    about: list[str] = Field(description="The services, needs, councils or examples on which it rests.")
    evidence: list[str]


class StarterOut(BaseModel):
    """A body here that could start something."""

    id: str
    name: str
    reasons: list[ReasonOut]


class QuoteOut(BaseModel):
    """A sentence of a source."""

    id: str
    quote: str
    source: str


class PrecedentOut(BaseModel):
    """What another region does for the same need."""

    region_id: str
    region: str
    service_id: str
    service: str
    categories: list[str]
    answers: str = Field(description="stated, strong or weak.")
    likeness: str = Field(description="known, or unknown where a share or a population is not recorded.")
    share_here: float | None
    share_there: float | None
    share_year: int | None
    population_here: float | None
    population_there: float | None
    population_year: int | None
    providers: list[str]
    provider_kinds: list[str]
    kinds_here: list[str]
    evidence: list[str]
    quotes: list[QuoteOut]


class Matched(BaseModel):
    """What answers a need of an area, and who could start something."""

    need: str
    area: AreaAskedOut
    stated: bool = Field(description="Whether the sources state the need there.")
    answers: list[ServiceAnsweringOut]
    planned: list[ServiceAnsweringOut]
    next_door: list[NextDoorOut]
    suppliers: list[SupplierOut]
    starters: list[StarterOut]
    precedents: list[PrecedentOut]


class AnswerToCode(BaseModel):
    """What could answer one kind of need."""

    code: str
    precedents: list[PrecedentOut]
    starters: list[StarterOut]
    suppliers: list[SupplierOut]


class NeedMissed(BaseModel):
    """A need without a recorded running service."""

    area_id: str
    area: str
    need_id: str
    need_code: str
    need: str
    not_counted: list[str]
    sources_that_could_show: list[str]
    evidence: list[str]
    answers: list[AnswerToCode]


class KindMissed(BaseModel):
    """A kind of service without a record in a district."""

    area_id: str
    area: str
    category: str
    needs: list[str]
    strength: str
    meaning: str = Field(description="absent, not_recorded or no_source.")
    city_wide: list[str]
    place_not_stated: list[str]
    not_counted: list[str]
    sources_that_could_show: list[str]
    evidence: list[str]
    precedents: list[PrecedentOut]


class PlannedOut(BaseModel):
    """A planned service, and whether a later source speaks of it."""

    area_id: str
    area: str
    service_id: str
    service: str
    categories: list[str]
    providers: list[str]
    stated_on: date | None
    later: str
    evidence: list[str]


class ProgrammeOut(BaseModel):
    """A programme of the area or of one that it lies in."""

    id: str
    name: str
    kind: str | None
    ends_on: date | None
    is_past: bool
    amount_yen: int | None
    pays_for: list[str]
    categories: list[str]
    pays_for_wanted: bool = Field(description="Whether it pays for a kind of service that answers one of the needs.")
    evidence: list[str]


class LookedAt(BaseModel):
    """How many were looked at."""

    needs: int
    kinds: int


class Developed(BaseModel):
    """What is missing in an area, and what could be built from what."""

    area: AreaAskedOut
    looked_at: LookedAt
    needs: list[NeedMissed]
    kinds: list[KindMissed]
    planned: list[PlannedOut]
    programmes: list[ProgrammeOut]
