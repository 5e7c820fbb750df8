"""Needs: troubles, wishes and shortages that a source states for an area."""

from dataclasses import dataclass
from datetime import date

from graph.model.areas import Area
from graph.model.councils import Council
from graph.model.definitions import Node, Relationship, described
from graph.model.services import Service


@dataclass(frozen=True, kw_only=True)
class Need(Node):
    """A stated need or issue of an area; one per area and set of codes."""

    label = "Need"

    codes: tuple[str, ...] = described("Codes of the need categories, sorted.", ())
    text: str | None = described("The wording of the newest source; the others stay on the evidence.")
    count: int | None = described("How many people or households; under 5 is not shown.")
    period: str | None = described("The period the count is for.")
    found_by: str | None = described("アウトリーチ, アンケート, カルテ or ワークショップ.")
    placed_in: str | None = described("Id of the area that has it.")


# (:Area)-[:HAS_NEED]->(:Need)
@dataclass(frozen=True, kw_only=True)
class HasNeed(Relationship):
    """The area whose people have the need."""

    starts, type, ends = (Area,), "HAS_NEED", (Need,)
    merge_from = "end"


# (:Service | :Council)-[:ADDRESSES]->(:Need)
@dataclass(frozen=True, kw_only=True)
class Addresses(Relationship):
    """A source ties the service or council to the need."""

    starts, type, ends = (Service, Council), "ADDRESSES", (Need,)


# (:Need)-[:RAISED_IN]->(:Council)
@dataclass(frozen=True, kw_only=True)
class RaisedIn(Relationship):
    """A need brought before a council."""

    starts, type, ends = (Need,), "RAISED_IN", (Council,)

    on: date | None = described("The day of the meeting.")
