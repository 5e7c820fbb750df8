"""The page on which evidence is looked through: confirmed, rejected, corrected, and each of it taken back."""

from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from api.dependencies import Reading, Words, Writing
from api.error_responses import status_of
from api.following_on import on_to
from api.for_members import ForMembers
from api.pages import render
from api.review_shown import review_on_page, reviewed_area
from api.reviewing import CORRECT, corrected_values, decide
from api.same_site import Changing
from api.uploads import Form, Sent
from graph.errors import QueryMisused
from graph.findings.following import LONGEST_NOTE
from graph.messages import Messages
from graph.reading import Reader
from graph.roles import ROLES

SET = "set."
"""What the names of the fields of a correction begin with."""

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/areas/{area}/review", dependencies=[Writing, ForMembers])
def review_page(  # noqa: PLR0917 - what the address says of the page
    request: Request,
    area: str,
    reader: Reading,
    texts: Words,
    kind: Annotated[str, Query(max_length=80)] = "",
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
    said: Annotated[str, Query(max_length=80)] = "",
) -> HTMLResponse:
    """Evidence that nobody has looked at, the least certain first, and what was decided lately."""
    return _page(request, area, reader, texts, {"kind": kind, "page": page}, said=said)


@router.post("/areas/{area}/review/{evidence}", dependencies=[*Changing, ForMembers])
def review_evidence(request: Request, area: str, evidence: str, form: Form, reader: Reading, texts: Words) -> Response:  # noqa: PLR0917
    """Note what somebody says of a sentence, and go back to the list."""
    fields, decision = form.fields, form.fields.get("decision", "")
    kind, page = fields.get("kind", ""), fields.get("page", "1")
    where: dict[str, Any] = {"kind": kind, "page": int(page) if page.isascii() and page.isdigit() and len(page) < len("1000000") else 1}
    try:
        values = corrected_values(reader, evidence, _corrections(form)) if decision == CORRECT else {}
        decide(reader, evidence, decision, values, by=fields.get("by", ""), why=fields.get("why"))
    except QueryMisused as error:
        why = {"id": evidence, "what_happened": texts.what_happened(error), "what_to_do": texts.what_to_do(error), "sent": fields}
        return _page(request, area, reader, texts, where, refused=why, status=status_of(error))
    found = reader.areas.find(area)
    return on_to(request, "review_page", {"area": found.id}, said=evidence, kind=kind, page=str(where["page"]), fragment="said")


def _corrections(form: Sent) -> dict[str, str]:
    """Property → value of a correction; several ticked codes are one value."""
    return {
        name.removeprefix(SET): "、".join(sorted(one for one in values if one))
        for name, values in form.lists.items()
        if name.startswith(SET)
    }


def _page(  # noqa: PLR0917 - who asks, for which area and page, and what happened
    request: Request,
    area: str,
    reader: Reader,
    texts: Messages,
    where: dict[str, Any],
    said: str = "",
    refused: dict[str, Any] | None = None,
    status: int = HTTPStatus.OK,
) -> HTMLResponse:
    found = reader.areas.find(area)
    whole = reviewed_area(reader, found)
    shown = review_on_page(reader, whole, texts, **where)
    return render(
        request,
        "review.html",
        status=status,
        area=found,
        full_name=reader.areas.full_name(found.id),
        whole=reader.areas.full_name(whole.id) if whole.id != found.id else "",
        said=next((one for one in shown["decided"] if one["id"] == said), None),
        is_reopened=bool(said) and all(one["id"] != said for one in shown["decided"]),
        refused=refused,
        roles=ROLES,
        longest=LONGEST_NOTE,
        token=request.app.state.token,
        **shown,
    )
