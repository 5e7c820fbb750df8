"""The pages of all questions about an area: which there are, and in one sentence what each finds."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, PlainTextResponse

from api.answers import notes_in_words, summary
from api.dependencies import Reading, Words
from api.pages import render
from graph.query_files import SHELVES, questions

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/areas/{area}/gaps")
def questions_page(request: Request, area: str, reader: Reading) -> HTMLResponse:
    """Every question, shelf by shelf; what each finds is asked for one after the other, as the page is looked at."""
    found = reader.areas.find(area)
    asked = [one for one in questions("gaps").values() if reader.may_ask(one)]
    shelves = {shelf: [one for one in asked if one.header.get("shelf") == shelf and not one.own] for shelf in SHELVES}
    shelves["own"] = [one for one in asked if one.own]
    return render(
        request,
        "questions.html",
        area=found,
        full_name=reader.areas.full_name(found.id),
        shelves={shelf: some for shelf, some in shelves.items() if some},
        left_out=len(questions("gaps")) - len(asked),
    )


@router.get("/areas/{area}/gaps/{gap}/summary", response_class=PlainTextResponse)
def summary_of(area: str, gap: str, reader: Reading, texts: Words) -> str:
    """One sentence: how many of how many, or why there is no answer."""
    answer = reader.answer(gap, area=reader.areas.find(area).id)
    return summary(answer, texts) if answer.is_given else " ".join(notes_in_words(answer, texts))
