"""The pages of what is followed up: a row marked beside its answer, and the list of an area."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.dependencies import Reading, Words, language_of
from api.findings_shown import finding_on_page
from api.following_up import mark
from api.pages import render
from api.same_site import Changing
from api.uploads import Form
from graph.days import day_given
from graph.errors import QueryMisused
from graph.findings.following import listed
from graph.findings.kept import STATUSES
from graph.findings.rows import may_follow

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/areas/{area}/findings")
def findings_page(
    request: Request, area: str, reader: Reading, texts: Words, status: Annotated[str, Query(max_length=40)] = ""
) -> HTMLResponse:
    """What is followed up in an area and below it, what became of it, and who decided so why.

    Raises:
        QueryMisused: it is not for the public.
    """
    if not may_follow(reader):
        raise QueryMisused("findings_for_members")
    found = reader.areas.find(area)
    everything = listed(reader, area=found.id)
    return render(
        request,
        "findings.html",
        area=found,
        full_name=reader.areas.full_name(found.id),
        chosen=status if status in STATUSES else "",
        counts={one: sum(finding.status == one for finding in everything) for one in STATUSES},
        findings=[
            finding_on_page(one, reader.areas, texts, reader.titles) for one in everything if status not in STATUSES or one.status == status
        ],
    )


@router.post("/areas/{area}/gaps/{gap}/findings", dependencies=Changing)
def mark_row(
    request: Request, area: str, gap: str, form: Form, reader: Reading, *, page: Annotated[int, Query(ge=1, le=1_000_000)] = 1
) -> Response:
    """Note what is done about a row, and go back to it, on the page where it stood."""
    found, sent = reader.areas.find(area), form.fields
    marked = mark(
        reader,
        gap,
        sent.get("row", ""),
        sent.get("status", ""),
        area=found.id,
        until=day_given("until", sent.get("until")),
        by=sent.get("by", ""),
        why=sent.get("why") or None,
    )
    back = request.url_for("gap_page", area=found.id, gap=gap).include_query_params(lang=language_of(request), page=page)
    return RedirectResponse(f"{back}#row-{marked.id}", status_code=303)
