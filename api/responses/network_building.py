"""Network building in one area as the API gives it."""

from pydantic import BaseModel, Field

from api.responses.gaps import AnswerOut


class PartOut(AnswerOut):
    """One question's answer, and what it is for."""

    part: str = Field(description="not_connected, could_be_introduced, could_introduce or to_invite.")
    heading: str
    title: str
    summary: str | None = Field(description="Null where the notes say why there is no answer.")
    caution: str
    next_step: str


class NetworkBuildingOut(BaseModel):
    """The answers about one area, in the order of the work."""

    area_id: str
    area: str
    parts: list[PartOut]
