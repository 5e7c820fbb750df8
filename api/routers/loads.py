"""Loads: a file tried, loaded, and taken back."""

from dataclasses import replace

from fastapi import APIRouter, Request, Response

from api.dependencies import Reading, Words, Writing
from api.load_report import report_shown
from api.paging import LimitOrAll, Offset, page
from api.responses.loads import A_FILE, CHANGING, SENDING, UNDOING, LoadList, LoadOut, LoadReport, TokenOut, UndoneOut
from api.same_site import Changing, FromThisSite
from api.undone import taken_back
from api.uploads import Form, choices_of, file_of
from graph import loads
from loaders.doubles import with_suggestions
from loaders.run import known_to, prepare_candidate, write

router = APIRouter(tags=["loads"], prefix="/loads")


@router.get("", summary="Every load", responses=CHANGING, dependencies=[Writing])
def all_loads(reader: Reading, limit: LimitOrAll = None, offset: Offset = 0) -> LoadList:
    """The loads of the graph, the newest first, those that were undone too."""
    found = [LoadOut(**load) for load in loads.listed(reader.graph) if load["visibility"] in reader.visible]
    return LoadList(total=len(found), loads=page(found, limit, offset))


@router.get("/token", summary="The token that changes need", responses=CHANGING, dependencies=[Writing, FromThisSite])
def token(request: Request, response: Response) -> TokenOut:
    """For programs: it is sent in the header X-Tsunagu-Token; each process has its own."""
    response.headers["cache-control"] = "no-store"
    return TokenOut(token=request.app.state.token)


@router.post("/preview", summary="Try a file", responses=SENDING, dependencies=Changing, openapi_extra=A_FILE)
def preview(form: Form, reader: Reading, texts: Words) -> LoadReport:
    """The report that loading the file would give; nothing is written and nothing of the file is kept."""
    choices = replace(choices_of(form), dry_run=True)
    report = write(reader.graph, prepare_candidate(known_to(reader.graph, file_of(form)), choices))
    return LoadReport(**report_shown(report, texts, visible=reader.visible))


@router.post("", status_code=201, summary="Load a file", responses=SENDING, dependencies=Changing, openapi_extra=A_FILE)
def load(form: Form, reader: Reading, texts: Words) -> LoadReport:
    """Load the file; the same file twice changes nothing."""
    (report,) = with_suggestions(reader, [write(reader.graph, prepare_candidate(known_to(reader.graph, file_of(form)), choices_of(form)))])
    return LoadReport(**report_shown(report, texts, visible=reader.visible))


@router.post("/{load}/undo", summary="Take a load back", responses=UNDOING, dependencies=Changing)
def undo(load: str, reader: Reading) -> UndoneOut:
    """What the load brought leaves, what it retired is as before."""
    done = taken_back(reader.graph, load)
    return UndoneOut(load=load, file=done.file, left=done.left, reviewed=done.reviewed)
