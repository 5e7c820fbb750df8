"""Every measure of one area's network, as the API gives it."""

from pydantic import BaseModel, Field

Value = float | None


class TiesOfSectors(BaseModel):
    """Ties between two sectors, or within one."""

    a: str
    b: str
    ties: int


class SectorsMeasured(BaseModel):
    """Ties within and between sectors."""

    left_out: int = Field(description="Bodies that fit no sector: they are in none of these figures.")
    mixing: list[TiesOfSectors]
    e_i: Value = Field(description="(between − within) / all, −1 to 1; depends on the sizes of the sectors.")
    expected_e_i: Value = Field(description="What it is where ties do not heed sectors.")
    log_odds_within: Value = Field(description="Log odds ratio of a tie within against one between; above 0 like keeps to like.")


class Communities(BaseModel):
    """Parts that are tied among themselves (Leiden)."""

    count: int
    modularity: Value


class BodyMeasured(BaseModel):
    """One named body."""

    id: str
    name: str
    sector: str
    ties: int
    core: int = Field(description="The largest k of a k-core that it is in.")
    is_articulation_point: bool
    community: int
    constraint: Value
    effective_size: Value
    roles: dict[str, int] = Field(description="Gould–Fernandez roles by sector, one credit a two-path.")
    expected_roles: dict[str, float] | None = Field(description="The same where each tie is as likely as any other.")


class SeatsMeasured(BaseModel):
    """Bodies and councils as a network of two modes."""

    councils: int
    seats: int
    seat_share: Value
    seats_a_council: Value
    councils_a_body: Value
    share_on_several: Value
    two_mode_clustering: Value


class CouncilsShared(BaseModel):
    """Two bodies that share councils."""

    a: str
    b: str
    councils: int
    expected: float
    p: float = Field(description="Of this pair alone.")


class Backbone(BaseModel):
    """Who shares more councils than seats and sizes make likely (SDSM)."""

    fewest: int = Field(description="Councils below which nothing is said.")
    is_refused: bool
    smallest_p: float = Field(description="The smallest p that could be reached with as many councils of one size.")
    compared: int = Field(description="Pairs that share a council.")
    pairs: list[CouncilsShared]


class Measured(BaseModel):
    """One area."""

    area_id: str
    area: str
    lists_members: bool = Field(description="The sources list members rather than ties: what they do not say of ties is no figure.")
    network: dict[str, Value] = Field(description="None where a measure is not defined.")
    sectors: SectorsMeasured | None = Field(description="None where the sources list members.")
    communities: Communities | None = Field(description="None where the sources list members.")
    bodies: list[BodyMeasured] = Field(description="Empty for the public.")
    councils: SeatsMeasured
    backbone: Backbone
    seed: int
    caution: str
