"""会議の準備: what a meeting is prepared with, and all of it in one PDF."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import HTMLResponse

from api.attachments import attachment
from api.dependencies import Reading, Words, web_settings
from api.meeting import MOST_ON_PAGE, meeting
from api.meeting_pack import meeting_pack
from api.pages import render
from api.pages.answers import answer_on_page
from graph.days import day_given

router = APIRouter(include_in_schema=False)
Since = Annotated[str, Query(max_length=20, description="The day of the last meeting.")]


@router.get("/areas/{area}/meeting.pdf", response_class=Response)
def meeting_file(request: Request, area: str, reader: Reading, texts: Words, since: Since = "") -> Response:
    """The meeting pack."""
    found = meeting(reader, area, texts, since=day_given("since", since))
    made = meeting_pack(reader, found, texts, banner=web_settings(request).banner)
    return attachment(made, f"{texts('meeting.pack_title', area=found.full_name)} {found.day.isoformat()}", "pdf")


@router.get("/areas/{area}/meeting", response_class=HTMLResponse)
def meeting_page(request: Request, area: str, reader: Reading, texts: Words, since: Since = "") -> HTMLResponse:
    """What changed, what could be talked about, what is doubtful, what is followed up."""
    found = meeting(reader, area, texts, since=day_given("since", since))
    shown: dict[str, Any] = {
        "meeting": found,
        "doubtful": found.doubtful[:MOST_ON_PAGE],
        "since": found.since.isoformat(),
        "is_usual": not since,
        "days": {found.changes.question.name: {"since": found.since.isoformat()}},
        "answers": [answer_on_page(one, reader, texts, limit=MOST_ON_PAGE, area=found.area.name) for one in (found.changes, found.agenda)],
    }
    return render(request, "meeting.html", area=found.area, full_name=found.full_name, **shown)
