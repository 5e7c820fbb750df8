"""Facts that are typed in: what is sent, and what came of it."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from api.responses.days import Day
from api.responses.loads import CHANGING, Responses
from api.responses.problem import Problem
from graph.by_hand.saying import LONGEST_NAME, LONGEST_TEXT, USUAL_VISIBILITY
from graph.by_hand.services import STATUSES
from graph.by_hand.ties import TYPES, USUAL

MOST = 20
SAID = {"said_by": "社協職員", "on": "2026-11-20"}


def _named(description: str) -> Any:
    return Field(min_length=1, max_length=LONGEST_NAME, description=description)


def _maybe(description: str) -> Any:
    return Field(default=None, min_length=1, max_length=LONGEST_NAME, description=description)


def _several(description: str) -> Any:
    return Field(default=[], max_length=MOST, description=description)


def _example(**content: Any) -> ConfigDict:
    return ConfigDict(extra="forbid", json_schema_extra={"examples": [content | SAID]})


class SaidIn(BaseModel):
    """Who said it, when, and in which words: the evidence."""

    said_by: str = _named("A role (社協職員, 民生委員), never a person's name.")
    on: Day | None = Field(default=None, description="The day on which it was said; default: today.")
    words: str | None = Field(
        default=None, min_length=1, max_length=LONGEST_TEXT, description="As it was said; default: what was typed, joined."
    )
    visibility: Literal["public", "members", "restricted"] = Field(
        default=USUAL_VISIBILITY, description="public, members or restricted; what was said is not public by default."
    )
    dry_run: bool = Field(default=False, strict=True, description="Only say what would be written.")


class OrganizationIn(SaidIn):
    """A body."""

    model_config = _example(name="いろは会", area="伊賀市", types=["NPO"], words="いろは会が買い物を手伝っている")

    name: str = _named("Its name.")
    area: str = _named("Name, code or id of the area in which it works.")
    kana: str | None = _maybe("Reading of the name.")
    types: list[str] = _several("Codes or words of the taxonomy.")
    address: str | None = _maybe("Address of its office.")
    corporate_number: str | None = _maybe("法人番号, 13 digits.")


class TieIn(SaidIn):
    """A tie between two bodies that are recorded already."""

    model_config = _example(start="いろは会", end="伊賀市社会福祉協議会", kind="連携", area="伊賀市")

    start: str = _named("Name or id of the body from which it goes.")
    end: str = _named("Name or id of the other body.")
    type: str = Field(default=USUAL, description=f"One of {', '.join(TYPES)}.")
    kind: str | None = _maybe("As it is worded: 連携; what is commissioned; what is handed on.")
    area: str | None = _maybe("Where the names are looked up; default: everywhere.")


class SeatIn(SaidIn):
    """A seat on a council; both are recorded already."""

    model_config = _example(body="いろは会", council="伊賀市生活支援協議体", role="事務局", since="2026-04-01", area="伊賀市")

    body: str = _named("Name or id of the body.")
    council: str = _named("Name or id of the council.")
    role: str | None = _maybe("As it is worded: 事務局.")
    since: Day | None = Field(default=None, description="First day; default: not stated.")
    area: str | None = _maybe("Where the names are looked up; default: everywhere.")


class ServiceIn(SaidIn):
    """A service of a body that is recorded already."""

    model_config = _example(name="買い物バス", by="いろは会", area="伊賀市", covers=["伊賀市"], categories=["SHOPBUS"], days="火曜")

    name: str = _named("Its name.")
    by: str = _named("Name or id of the body that provides it.")
    area: str = _named("Where it belongs.")
    covers: list[str] = _several("Areas for whose people it is.")
    categories: list[str] = _several("Codes or words of the taxonomy.")
    days: str | None = _maybe("On which days.")
    fee: str | None = _maybe("What it costs the user.")
    target: str | None = _maybe("Whom it is for.")
    status: str = Field(default="running", description=f"One of {', '.join(STATUSES)}.")


class NeedIn(SaidIn):
    """A need of an area."""

    model_config = _example(area="伊賀市", text="買い物が困難", count=12, words="買い物に行けない世帯が12ある")

    area: str = _named("Name, code or id of the area whose people have it.")
    text: str = _named("The need in a few words.")
    codes: list[str] = _several("Codes or words of the taxonomy; default: the one that the text names.")
    count: int | None = Field(default=None, strict=True, ge=1, le=10_000_000, description="People or households.")
    answered_by: str | None = _maybe("Name or id of a service that answers it.")


class AddedFactOut(BaseModel):
    """One fact."""

    id: str
    kind: str = Field(description="Main label or type.")
    name: str = Field(description="Empty for a relationship.")
    is_new: bool = Field(description="False where others had stated it before.")


class AddedOut(BaseModel):
    """What came of it."""

    is_changed: bool = Field(description="False where just this had been said already: nothing was written.")
    load: str | None = Field(description="Id by which it is taken back: POST /loads/{load}/undo; null where nothing was written.")
    dataset: str
    quote: str = Field(description="The words on which it rests.")
    place: str = Field(description="Who said it and when, in words.")
    visibility: str
    facts: list[AddedFactOut]
    joined: list[str] = Field(description="Names of things that were recorded already and about which it says more.")
    dry_run: bool


ADDING: Responses = CHANGING | {
    200: {"model": AddedOut, "description": "Nothing was written: it had been said already, or it was a trial."},
    400: {"model": Problem, "description": "No role, a day to come, a name of a person, or another value that does not fit."},
    404: {"model": Problem, "description": "No such area, body, council, service or code."},
    409: {"model": Problem, "description": "A name that several have, or a saying that was rejected before."},
    413: {"model": Problem, "description": "More was sent than a fact needs."},
    422: {"model": Problem, "description": "A field is missing, too long, or not of its type."},
}
