"""Services as the API gives them."""

from datetime import date

from pydantic import BaseModel, Field


class ServiceOut(BaseModel):
    """A service, where it is held and whom it covers, kept apart."""

    id: str
    name: str
    status: str | None = Field(description="planned, running or ended.")
    categories: list[str] = Field(description="Codes of the taxonomy.")
    providers: list[str]
    area_id: str | None
    delivered_in: list[str] = Field(description="Ids of the areas where it is really held.")
    covers: list[str] = Field(description="Ids of the areas it is for.")
    target: str | None
    valid_from: date | None
    valid_to: date | None
    registration: str | None
    verified_on: date | None
    differs: list[str] = Field(description="Properties that its sources give differently; /evidence has each value.")


class Services(BaseModel):
    """One page of services."""

    total: int
    services: list[ServiceOut]
