"""Areas as the API gives them."""

from pydantic import BaseModel, Field


class AreaOut(BaseModel):
    """An area, and how much is recorded for it and what lies in it."""

    id: str
    name: str
    full_name: str = Field(description="Prefecture, municipality and the rest in one.")
    level: str
    code: str | None = Field(description="全国地方公共団体コード, 6 digits.")
    parent_id: str | None
    bodies: int = Field(0, description="Named bodies; kinds of actor are counted apart.")
    generic_bodies: int = 0
    councils: int = 0
    services: int = 0
    needs: int = 0
    sources: list[str] = Field(default_factory=list, description="Datasets that speak of it.")


class Areas(BaseModel):
    """A list of areas."""

    areas: list[AreaOut]


class SentenceOut(BaseModel):
    """One sentence about an area."""

    topic: str = Field(description="recorded, councils, functions, needs or ties.")
    text: str


class AreaSummary(BaseModel):
    """What is known of an area, in a few sentences."""

    area_id: str
    area: str = Field(description="Prefecture, municipality and the rest in one.")
    sentences: list[SentenceOut]
