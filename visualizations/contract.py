"""What goes into a view, and what every view promises.

The input is plain data in words, so that a view knows no database: doors read the rows of the view's query
(`cypher/networks/<query>.cypher`) and hand them over in this shape.
"""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, kw_only=True)
class Quotation:
    """A sentence or cell on which a thing rests."""

    id: str
    quote: str
    certainty: str
    """explicit, structural or inferred."""
    review: str
    """open, confirmed, corrected or rejected."""
    source: str
    """Title of the source."""
    line: int | None = None
    place: str | None = None
    """Where it stands, in words: the line, the cell of a table, the page; None where only `line` says so."""
    as_of: str | None = None
    """The day the source's content holds for, ISO 8601."""


@dataclass(frozen=True, kw_only=True)
class PictureNode:
    """One thing to draw."""

    id: str
    label: str
    """Its main label in the model: Organization, Council, Service, Need, Programme, Area, Post or Source."""
    name: str
    kana: str | None = None
    aliases: tuple[str, ...] = ()
    actor_types: tuple[str, ...] = ()
    """Codes of the taxonomy."""
    categories: tuple[str, ...] = ()
    """Codes of the taxonomy: of services or of needs."""
    generic: bool = False
    """True where a source names only the kind."""
    count: int | None = None
    status: str | None = None
    area: str | None = None
    """Name of the area where it belongs."""
    verified_on: str | None = None
    sources: tuple[str, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    begins: str | None = None
    """First day that a source states of the thing itself, ISO 8601."""
    ends: str | None = None
    """Last day."""
    beyond: int = 0
    """How many neighbours are recorded that the picture does not hold."""
    found: bool = False
    """Whether it is what an answer found, and not what is drawn around that."""


@dataclass(frozen=True, kw_only=True)
class PictureTie:
    """One relationship to draw, of whatever type of the model."""

    id: str
    type: str
    start: str
    end: str
    state: str | None = None
    """Of COLLABORATES_WITH: recorded, or absent where a source says that there is none yet."""
    status: str | None = None
    function: str | None = None
    """Of ACTS_FOR: needs, resources, network or matching."""
    sources: tuple[str, ...] = ()
    quotations: tuple[Quotation, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Picture:
    """Everything that one picture shows."""

    title: str
    nodes: tuple[PictureNode, ...] = ()
    ties: tuple[PictureTie, ...] = ()
    filters: tuple[str, ...] = ()
    """What was chosen, in words: 地区：中央."""
    as_of: str | None = None
    source_titles: tuple[str, ...] = ()
    licences: tuple[tuple[str, str], ...] = ()
    """Title of a source → under which licence it may be used, for those that say so."""
    banner: str | None = None
    """A sentence to show above the picture, for instance that the data are invented."""
    view: str = "area_network"
    """Name of the view for which it was gathered: its sentence and its explanation follow it."""
    start: str | None = None
    """Id of the one thing from which it starts."""
    opened: tuple[str, ...] = ()
    """Ids of what is shown at first; empty where everything is. The rest is there, a step further."""
    room: int | None = None
    """Width that the window has to show: pictures with the same room are at one scale in windows of one width."""
    pages: str | None = None
    """Where the page of a body lies, up to its id; None in a file that stands alone."""


class View(Protocol):
    """What `views/<name>.py` offers as `VIEW`."""

    @property
    def name(self) -> str:
        """The name by which doors ask for it."""

    @property
    def title_ja(self) -> str:
        """Its title in Japanese."""

    @property
    def title_en(self) -> str:
        """Its title in English."""

    @property
    def query(self) -> str:
        """The file in `cypher/networks/` that feeds it, without suffix."""

    @property
    def starts_from_one(self) -> bool:
        """Whether it starts from one body (`visualizations.neighbourhood`), whose name stands in its title, and not from an area."""

    @property
    def is_chart(self) -> bool:
        """Whether it is a chart and no network: it is printed from its page, and has no sheet."""

    def draw(self, picture: Picture, *, language: str, limit: int) -> str:
        """The whole HTML document.

        Args:
            picture: what to show.
            language: one of `graph.messages.LANGUAGES`.
            limit: the most nodes the reader wants to see at once.

        Raises:
            ViewTooLarge: there are more nodes than the limit.
        """
