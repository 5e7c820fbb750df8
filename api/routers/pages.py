"""The pages: the areas, one area at a glance, its answers, its picture, what is recorded."""

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.area_overview import WHOLE, area_out, areas_with_data, recorded_by_area
from api.area_sentences import area_sentences
from api.areas_typed import not_found
from api.conditions import Conditions, conditions_shown
from api.dependencies import Reading, Words, language_of
from api.pages import render
from api.pages.answers import answer_on_page
from api.resource_tables import COLUMNS, in_reading_order
from graph.errors import QueryMisused
from graph.findings.kept import STATUSES
from graph.query_files import questions
from graph.roles import ROLES

EXCERPT = 5
"""Rows of each answer on the page of an area."""

GAPS = "gaps"
FUNCTIONS = {
    "resources": (
        ((GAPS, "needs_without_service"), "site.needs_without_service"),
        ((GAPS, "services_missing_by_district"), "site.services_missing_by_district"),
        ((GAPS, "transferable_services"), "site.transferable_services"),
    ),
    "network": (
        (("network",), "site.network"),
        ((GAPS, "actors_without_ties"), "site.actors_without_ties"),
        ((GAPS, "bridging_candidates"), "site.bridging_candidates"),
    ),
    "matching": ((("needs",), "site.needs"), (("resources",), "site.resources"), ((GAPS, "agenda_needs"), "site.agenda_needs")),
}
"""The coordinator's three functions → parts of the path and wording of the pages that serve each."""

PageNumber = Annotated[int, Query(ge=1, le=1_000_000)]

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/")
def home(request: Request, reader: Reading) -> HTMLResponse:
    """The areas for which something is recorded; never an empty screen."""
    return render(request, "home.html", areas=[area for area in areas_with_data(reader) if area.level in WHOLE])


@router.get("/find")
def find_area(request: Request, reader: Reading, texts: Words, area: str = Query(max_length=80)) -> Response:
    """From a name typed in to the page of the area; where there is none, to those that may be meant."""
    try:
        found = reader.areas.find(area)
    except QueryMisused as error:
        why = not_found(reader, area, error, texts)
        return render(request, "error.html", **asdict(why), typed_area=area)
    return RedirectResponse(request.url_for("area_page", area=found.id).include_query_params(lang=language_of(request)), status_code=303)


@router.get("/areas/{area}")
def area_page(request: Request, area: str, reader: Reading, texts: Words) -> HTMLResponse:
    """One area at a glance: counts, an excerpt of each answer, the sources."""
    found = reader.areas.find(area)
    counts = area_out(reader, found, recorded_by_area(reader, found.id))
    given = {name: reader.answer(name, area=found.id) for name, question in questions("gaps").items() if question.is_in_overview}
    shown: dict[str, Any] = {
        "counts": counts,
        "answers": [answer_on_page(answer, reader, texts, limit=EXCERPT, area=found.name) for answer in given.values()],
        "sources": reader.rows("lookups", "sources", area=found.id),
        "functions": FUNCTIONS,
        "sentences": area_sentences(reader, found, texts, given=given),
    }
    return render(request, "area.html", area=found, full_name=reader.areas.full_name(found.id), **shown)


@router.get("/areas/{area}/gaps/{gap}")
def gap_page(
    *,
    request: Request,
    area: str,
    gap: str,
    reader: Reading,
    texts: Words,
    conditions: Conditions,
    page: PageNumber = 1,
    whole: bool = False,
) -> HTMLResponse:
    """One answer, each row with the sentences on which it rests; a long one is leafed through, or whole on one page.

    What people follow up are rows under the usual conditions, so that under others nothing is offered for that.
    """
    found = reader.areas.find(area)
    asked = reader.answer(gap, area=found.id, **conditions)
    usual = asked.parameters == asked.question.values({}, today=reader.today)
    shown: dict[str, Any] = {
        "answer": answer_on_page(asked, reader, texts, page=None if whole else page, area=found.name),
        "follow": {"token": request.app.state.token, "statuses": STATUSES, "roles": ROLES} if usual else None,
        "conditions": conditions_shown(asked, texts),
        "given": {} if usual else conditions,
    }
    return render(request, "gap.html", area=found, full_name=reader.areas.full_name(found.id), **shown)


@router.get("/areas/{area}/network")
def network_page(request: Request, area: str, reader: Reading, node: Annotated[str, Query(max_length=80)] = "") -> HTMLResponse:
    """The picture of an area, with a thing of it selected where one is asked for."""
    found = reader.areas.find(area)
    return render(
        request,
        "network.html",
        area=found,
        full_name=reader.areas.full_name(found.id),
        picture="network",
        view="area_network",
        has_sheet=True,
        node=node,
    )


@router.get("/areas/{area}/gaps/{gap}/network")
def gap_network_page(request: Request, area: str, gap: str, reader: Reading, conditions: Conditions) -> HTMLResponse:
    """The picture of an answer."""
    found = reader.areas.find(area)
    shown: dict[str, Any] = {"picture": gap, "view": "", "has_sheet": True, "node": "", "given": conditions}
    return render(request, "network.html", area=found, full_name=reader.areas.full_name(found.id), **shown)


@router.get("/areas/{area}/resources")
def resources_page(request: Request, area: str, reader: Reading) -> HTMLResponse:
    """Every organisation, council and service of an area as tables, in the order of their readings."""
    found = reader.areas.find(area)
    lists: dict[str, Any] = {name: in_reading_order(reader.rows("lookups", name, area=found.id)) for name in COLUMNS}
    told: dict[str, Any] = {"full_name": reader.areas.full_name(found.id), "areas": reader.areas.by_id, "today": reader.today}
    return render(request, "resources.html", area=found, **told, **lists)
