"""The other pictures of an area, one page and one document a view; which views there are is found by looking at the folder."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import HTMLResponse

from api.dependencies import Reading, language_of, web_settings
from api.pages import render
from api.pages.pictures import drawn
from api.pictures_asked import picture_of_view, view_of_area, with_sheet
from api.routers.pictures import Limit
from api.routers.sheets import Kind, Wanted, wanted
from visualizations.size import USUAL_LIMIT

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/areas/{area}/views/{view}")
def view_page(request: Request, area: str, view: str, reader: Reading, node: Annotated[str, Query(max_length=80)] = "") -> HTMLResponse:
    """A picture of an area, with a thing of it selected where one is asked for."""
    found, asked = reader.areas.find(area), view_of_area(view)
    return render(
        request,
        "network.html",
        area=found,
        full_name=reader.areas.full_name(found.id),
        picture="network",
        view=asked.name,
        has_sheet=not asked.is_chart,
        node=node,
    )


@router.get("/areas/{area}/views/{view}/picture")
def view_picture(request: Request, area: str, view: str, reader: Reading, limit: Limit = USUAL_LIMIT) -> HTMLResponse:
    """The picture itself."""
    asked = view_of_area(view)
    picture = picture_of_view(reader, asked, area, language=language_of(request), banner=web_settings(request).banner)
    return drawn(request, asked, picture, limit, area=reader.areas.find(area).id)


@router.get("/areas/{area}/views/{view}/picture.{kind}")
def view_sheet(area: str, view: str, kind: Kind, asked: Annotated[Wanted, Depends(wanted)]) -> Response:
    """The picture on a sheet."""
    picture = picture_of_view(asked.reader, with_sheet(view_of_area(view)), area, language=asked.language, banner=asked.banner)
    return asked.given(picture, kind)
