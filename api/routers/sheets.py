"""Pictures to take along: the sheet of a network picture as SVG or PDF, with all by which it is understood."""

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request, Response

from api.attachments import attachment
from api.conditions import Conditions
from api.dependencies import Reading, language_of, web_settings
from api.pictures_asked import picture_of_answer, picture_of_area
from api.routers.pictures import Limit
from api.sheets import sheet_file
from graph.reading import Reader
from visualizations.contract import Picture
from visualizations.size import USUAL_LIMIT

router = APIRouter(include_in_schema=False, default_response_class=Response)
Kind = Literal["svg", "pdf"]
Off = Annotated[str | None, Query(max_length=400, description="Keys of the legend that are left out, with commas between them.")]


@dataclass(frozen=True)
class Printed:
    """What only a PDF has."""

    paper: Annotated[str, Query(max_length=10)] = "A4"
    tables: Annotated[bool, Query(description="Whether what is drawn follows as tables with its sentences.")] = False


@dataclass(frozen=True)
class Wanted:
    """How a sheet is asked for."""

    reader: Reader
    language: str
    banner: str | None
    limit: int
    off: list[str] | None
    paper: str
    tables: bool

    def given(self, picture: Picture, kind: Kind) -> Response:
        """The sheet of a picture as a file to be saved."""
        day = self.reader.today
        made = sheet_file(
            picture,
            kind,
            language=self.language,
            made_on=day,
            limit=self.limit,
            off=self.off,
            paper=self.paper,
            tables=self.tables,
        )
        return attachment(made, f"{picture.title} {day.isoformat()}", kind)


def wanted(
    request: Request, reader: Reading, printed: Annotated[Printed, Depends()], limit: Limit = USUAL_LIMIT, off: Off = None
) -> Wanted:
    """What a request says of the sheet that it asks for; without `off` what is hidden when the page opens is left out."""
    hidden = None if off is None else [key for key in off.split(",") if key]
    return Wanted(reader, language_of(request), web_settings(request).banner, limit, hidden, printed.paper, printed.tables)


@router.get("/areas/{area}/network/picture.{kind}")
def network_sheet(area: str, kind: Kind, asked: Annotated[Wanted, Depends(wanted)]) -> Response:
    """The network of an area on a sheet."""
    return asked.given(picture_of_area(asked.reader, area, language=asked.language, banner=asked.banner), kind)


@router.get("/areas/{area}/gaps/{gap}/picture.{kind}")
def gap_sheet(area: str, gap: str, kind: Kind, asked: Annotated[Wanted, Depends(wanted)], conditions: Conditions) -> Response:
    """What an answer found, drawn, on a sheet."""
    picture = picture_of_answer(asked.reader, gap, area, language=asked.language, banner=asked.banner, conditions=conditions)
    return asked.given(picture, kind)
