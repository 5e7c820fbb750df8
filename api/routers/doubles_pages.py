"""The page of names that may be one body: decided side by side, and taken back."""

from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from api.deciding_doubles import decide_double, undo_double
from api.dependencies import Reading, Words, Writing
from api.doubles_shown import doubles_on_page
from api.error_responses import status_of
from api.following_on import on_to
from api.for_members import ForMembers
from api.pages import render
from api.same_site import Changing
from api.uploads import Form
from graph import suggestions
from graph.errors import QueryMisused
from graph.findings.following import LONGEST_NOTE
from graph.messages import Messages
from graph.reading import Reader
from graph.roles import ROLES

COMPARED = "compared"
"""Said in place of a decision: all names were compared anew."""

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/areas/{area}/doubles", dependencies=[Writing, ForMembers])
def doubles_page(  # noqa: PLR0917 - what the address says of the page
    request: Request,
    area: str,
    reader: Reading,
    texts: Words,
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
    said: Annotated[str, Query(max_length=80)] = "",
) -> HTMLResponse:
    """Pairs, the likeliest first, and what was decided lately or that all names were just compared."""
    return _page(request, area, reader, texts, page=page, said=said)


@router.post("/areas/{area}/doubles", dependencies=[*Changing, ForMembers])
def decide_pair(request: Request, area: str, form: Form, reader: Reading, texts: Words) -> Response:
    """Note whether two names are one body, and go back to the list."""
    fields = form.fields
    ends = fields.get("first", ""), fields.get("second", "")
    kept, gone = reversed(ends) if fields.get("kept") == ends[1] else ends
    try:
        said = decide_double(reader, kept, gone, fields.get("decision", ""), by=fields.get("by", ""), why=fields.get("why", ""))
    except QueryMisused as error:
        why = {"ends": ends, "what_happened": texts.what_happened(error), "what_to_do": texts.what_to_do(error), "sent": fields}
        return _page(request, area, reader, texts, refused=why, status=status_of(error))
    return on_to(request, "doubles_page", {"area": reader.areas.find(area).id}, said=said, fragment="said")


@router.post("/areas/{area}/doubles/search", dependencies=[*Changing, ForMembers])
def search_again(request: Request, area: str, reader: Reading) -> Response:
    """Compare all names anew."""
    suggestions.refresh(reader.graph)
    return on_to(request, "doubles_page", {"area": reader.areas.find(area).id}, said=COMPARED, fragment="said")


@router.post("/areas/{area}/doubles/{decision}/undo", dependencies=[*Changing, ForMembers])
def take_decision_back(request: Request, area: str, decision: str, reader: Reading) -> Response:
    """Take a decision back."""
    undo_double(reader, decision, by=ROLES[0])
    return on_to(request, "doubles_page", {"area": reader.areas.find(area).id})


def _page(  # noqa: PLR0917 - who asks, for which area and page, and what happened
    request: Request,
    area: str,
    reader: Reader,
    texts: Messages,
    page: int = 1,
    said: str = "",
    refused: dict[str, Any] | None = None,
    status: int = HTTPStatus.OK,
) -> HTMLResponse:
    found = reader.areas.find(area)
    shown = doubles_on_page(reader, found, texts, page=page)
    more: dict[str, Any] = {"roles": ROLES, "longest": LONGEST_NOTE, "token": request.app.state.token, "refused": refused}
    just = next((one for one in shown["decided"] if one["id"] == said), None)
    more |= {"said": just, "is_compared": said == COMPARED}
    return render(request, "doubles.html", status=status, area=found, full_name=reader.areas.full_name(found.id), **more, **shown)
