"""Councils as the API gives them."""

from datetime import date

from pydantic import BaseModel, Field


class CouncilOut(BaseModel):
    """A council and who sits on it."""

    id: str
    name: str
    layers: list[int]
    status: str | None
    open_list: bool = Field(description="True where the list of members ends in 等 or 他.")
    area_id: str | None
    members: list[str] = Field(description="Names of the organisations with a seat.")
    verified_on: date | None
    differs: list[str] = Field(description="Properties that its sources give differently; /evidence has each value.")


class Councils(BaseModel):
    """One page of councils."""

    total: int
    councils: list[CouncilOut]
