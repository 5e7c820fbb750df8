"""The history of a fact as the API gives it."""

from pydantic import BaseModel, Field

from api.responses.loads import FieldChangeOut


class EventOut(BaseModel):
    """Something that happened to a fact."""

    at: str = Field(description="ISO 8601 with time zone.")
    kind: str = Field(description="came, changed, supported (the same with other evidence), went, came_back, reviewed or joined.")
    why: str = Field(description="load, retired, replaced, rejected, undone, merged, put_back, confirmed, corrected or reopened.")
    fields: list[FieldChangeOut]
    dataset: str | None
    file: str | None
    load: str | None = Field(description="Id of the load that did it; null where a person did.")
    by: str | None = Field(description="A role, never a person.")
    reason: str | None
    quotes: list[str] = Field(description="The words that came or went; of a joined body its name.")


class HistoryOut(BaseModel):
    """A fact and what happened to it, the newest first."""

    fact: str
    label: str = Field(description="Main label or type.")
    name: str
    stands: bool = Field(description="Whether it is in the graph now.")
    events: list[EventOut]
