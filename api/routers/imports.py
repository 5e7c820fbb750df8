"""The pages of an import: a file chosen, tried, loaded, taken back."""

from collections.abc import Collection
from datetime import datetime
from http import HTTPStatus
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from api.dependencies import Reading, Words, Writing, language_of, web_settings
from api.error_responses import status_of
from api.fact_words import kind_of_fact
from api.imports import Imports
from api.load_changes import changes_worded
from api.load_report import joined_shown, place_of_repair, problem_shown, suggestion_shown, title_of
from api.one_import import LOAD, PREVIEW, UNDO, Import, wait_for
from api.pages import render
from api.same_site import Changing
from api.uploads import Form, choices_of, file_of
from graph import loads
from graph.errors import QueryMisused, TsunaguError
from graph.messages import Messages
from graph.places import Place
from graph.reading import Reader
from loaders.registry import all_loaders
from loaders.report import Report

SHOWN_AT_ONCE = 2.0
"""Seconds in which a small file is done: its result is the next page, without one that says to wait."""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_LOADS = 20
MOST_CHANGES = 100
"""Of each kind of change."""

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/import", dependencies=[Writing])
def start(request: Request, reader: Reading) -> HTMLResponse:
    """Choose a file; the loads there are, and which of them can be undone."""
    english = language_of(request) == "en"
    titles = {name: loader.title_en if english else loader.title_ja for name, loader in all_loaders().items()}
    return render(
        request,
        "import.html",
        token=request.app.state.token,
        limit=web_settings(request).upload_limit_mb,
        sources=titles,
        loads=loads_shown(reader)[:MOST_LOADS],
    )


@router.post("/import", dependencies=Changing)
def preview(request: Request, form: Form) -> Response:
    """Try the file that was chosen."""
    return _next(request, imports_of(request).preview(file_of(form), choices_of(form)))


@router.post("/import/undo", dependencies=Changing)
def undo_a_load(request: Request, form: Form) -> Response:
    """Take back a load of the list."""
    return _next(request, imports_of(request).undo(form.fields.get("load", "")))


@router.get("/import/{id_}", dependencies=[Writing])
def state(request: Request, id_: str, reader: Reading, texts: Words) -> HTMLResponse:
    """How far an import is, and what came of it."""
    one = imports_of(request).find(id_)
    # Asked once: a step that ends while the page is made is shown as running, and the next look sees its end.
    running = one.is_running
    shown: dict[str, Any] = {"one": one, "token": request.app.state.token, "failure": None, "report": None, "undone": None}
    status = HTTPStatus.OK
    if not running:
        try:
            outcome = one.outcome()
        except TsunaguError as error:
            shown["failure"] = {"what_happened": texts.what_happened(error), "what_to_do": texts.what_to_do(error)}
            status = HTTPStatus(status_of(error))
        else:
            shown |= {"report": report_for_people(outcome, texts, reader.visible)} if isinstance(outcome, Report) else {"undone": outcome}
    return render(
        request, "import_state.html", status=status, running=running, steps={"preview": PREVIEW, "load": LOAD, "undo": UNDO}, **shown
    )


@router.get("/import/{id_}/marked.xlsx", dependencies=[Writing], response_class=Response)
def marked(request: Request, id_: str) -> Response:
    """The table of a trial with what to put right coloured: only while the file is kept, for whoever has sent it."""
    imports = imports_of(request)
    content = imports.marked(id_, language_of(request))
    name = quote(f"{PurePath(imports.find(id_).file).stem}_report.xlsx")
    return Response(
        content, media_type=XLSX, headers={"content-disposition": f"attachment; filename*=UTF-8''{name}", "cache-control": "no-store"}
    )


@router.get("/import/{id_}/progress", dependencies=[Writing], response_class=JSONResponse)
def progress(request: Request, id_: str) -> dict[str, Any]:
    """For the page that waits."""
    one = imports_of(request).find(id_)
    return {"step": one.step, "running": one.is_running, "done": one.done, "total": one.total}


@router.post("/import/{id_}/load", dependencies=Changing)
def load(request: Request, id_: str) -> Response:
    """Load the file of a trial."""
    return _next(request, imports_of(request).load(id_))


@router.post("/import/{id_}/undo", dependencies=Changing)
def undo(request: Request, id_: str) -> Response:
    """Take back what this import has loaded."""
    imports = imports_of(request)
    one = imports.find(id_)
    if one.load is None:
        raise QueryMisused("no_load")
    return _next(request, imports.undo(one.load, of=id_))


@router.post("/import/{id_}/give-up", dependencies=Changing)
def give_up(request: Request, id_: str) -> Response:
    """Forget a file that is not to be loaded."""
    imports_of(request).give_up(id_)
    return _redirect(request, "start")


def imports_of(request: Request) -> Imports:
    """The imports of this process."""
    found: Imports = request.app.state.imports
    return found


def _next(request: Request, one: Import) -> Response:
    wait_for(one, SHOWN_AT_ONCE)
    return _redirect(request, "state", id_=one.id)


def _redirect(request: Request, name: str, **path: str) -> Response:
    url = request.url_for(name, **path).replace(scheme="", netloc="")
    if language_of(request) != web_settings(request).language:
        url = url.include_query_params(lang=language_of(request))
    return RedirectResponse(str(url), status_code=HTTPStatus.SEE_OTHER)


def loads_shown(reader: Reader) -> list[dict[str, Any]]:
    """The loads, the newest first; one can be undone while no newer one of its dataset stands on it."""
    shown, standing = [], set()
    for load in loads.listed(reader.graph):
        if load["visibility"] not in reader.visible:
            continue
        undoable = load["state"] != "undone" and load["dataset"] not in standing
        if load["state"] != "undone":
            standing.add(load["dataset"])
        began = datetime.fromisoformat(load["began_at"]).astimezone()
        shown.append(load | {"file": load.get("file") or load["name"], "undoable": undoable, "began": f"{began:%Y-%m-%d %H:%M}"})
    return shown


def report_for_people(report: Report, texts: Messages, visible: Collection[str]) -> dict[str, Any]:
    """A report with everything in words; of changes and joined bodies those of the visible levels."""
    return {
        "title": title_of(report, texts),
        "counts": report,
        "facts": [(kind_of_fact(kind, texts), count) for kind, count in report.facts.items()],
        "repairs": [(one, place_of_repair(one, texts)) for one in report.repairs],
        "cases": [(one, Place(one.place).worded(texts)) for one in report.cases],
        "problems": [problem_shown(report.source, one, texts) for one in report.unusual],
        "masked": [{"place": Place(one.place).worded(texts), "characters": one.values["characters"]} for one in report.masked],
        "masked_advice": problem_shown(report.source, report.masked[0], texts)["advice"] if report.masked else "",
        "changes": list(changes_worded(report.changes, texts, most=MOST_CHANGES, visible=visible)),
        "joined": [joined_shown(one, texts) for one in report.joined if one.visibility in visible],
        "suggestions": [suggestion_shown(one, texts) for one in report.suggestions],
    }
