"""二つの日の記録: what came and went between two days, figures of both, and what moved by more than chance."""

from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.between_days import days_compared, withholds
from api.dependencies import Reading, Words
from api.figures_explained import figures_explained
from api.for_members import ForMembers
from api.pages import render
from api.region_comparison import DRAWS, SEED
from api.what_if import figure_in_words, number_in_words
from graph.days import day_given, day_meant
from graph.errors import QueryMisused

USUAL_FIRST = "months_ago:3"

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
Day = Annotated[str, Query(max_length=20)]


@router.get("/areas/{area}/between", dependencies=[ForMembers])
def between_page(
    *, request: Request, area: str, reader: Reading, texts: Words, first: Day = "", second: Day = "", since: Day = ""
) -> HTMLResponse:
    """The two days; what cannot be compared comes back with the reason, and as it was filled in.

    The page of a meeting asks with the day of the last one, `since`.
    """
    known = reader.areas.find(area)
    first = first or since or day_meant(USUAL_FIRST, reader.today).isoformat()
    shown: dict[str, Any] = {"found": None, "what_happened": "", "what_to_do": ""}
    try:
        days = (day_given("first", first), day_given("second", second))
        shown["found"] = days_compared(reader, known.id, days, texts, seed=SEED, draws=DRAWS)
    except QueryMisused as error:
        shown |= {"what_happened": texts.what_happened(error), "what_to_do": texts.what_to_do(error)}
    return render(
        request,
        "between_days.html",
        area=known,
        full_name=reader.areas.full_name(known.id),
        first=first,
        second=second,
        titles=reader.titles,
        explained=figures_explained(texts),
        figure=partial(figure_in_words, texts=texts),
        number=partial(number_in_words, texts=texts, withheld=bool(shown["found"]) and withholds(shown["found"])),
        **shown,
    )
