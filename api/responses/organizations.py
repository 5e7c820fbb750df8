"""Organisations as the API gives them."""

from datetime import date

from pydantic import BaseModel, Field


class OrganizationOut(BaseModel):
    """A body, or a kind of actor that a source names only by kind."""

    id: str
    name: str
    kana: str | None
    aliases: list[str]
    actor_types: list[str] = Field(description="Codes of the taxonomy.")
    generic: bool = Field(description="True where a source names only the kind.")
    area_ids: list[str] = Field(description="Where it works, else where its case or register places it.")
    ended_on: date | None = Field(description="The day it was dissolved, where a source says so.")
    verified_on: date | None
    differs: list[str] = Field(description="Properties that its sources give differently; /evidence has each value.")


class Organizations(BaseModel):
    """One page of organisations."""

    total: int
    organizations: list[OrganizationOut]
