"""The gap questions and their answers."""

from typing import Annotated

from fastapi import APIRouter, Path, Request

from api.answers import answer_shown, listed_questions
from api.dependencies import AreaQuery, Reading, Words
from api.paging import LimitOrAll, Offset, page
from api.responses.gaps import AnswerInPages, Gaps
from api.responses.problem import USUAL
from graph.findings.rows import findings_of_rows

NOT_PARAMETERS = frozenset({"area", "lang", "limit", "offset"})

router = APIRouter(tags=["gaps"])
GapName = Annotated[str, Path(description="Id of a question.", examples=["needs_without_service"], max_length=80)]


@router.get("/gaps", summary="The questions that can be asked")
def list_gaps() -> Gaps:
    """Every question with its wording and parameters."""
    return Gaps.model_validate({"gaps": listed_questions()})


@router.get("/gaps/{gap}", summary="The answer to a question", responses=USUAL)
def answer_gap(
    *,
    gap: GapName,
    request: Request,
    reader: Reading,
    texts: Words,
    area: AreaQuery = None,
    limit: LimitOrAll = None,
    offset: Offset = 0,
) -> AnswerInPages:
    """Rows, how many were looked at, and what the data cannot bear.

    The question's own parameters are given by their names: `?as_of=2026-04-01`.
    """
    given = {name: value for name, value in request.query_params.items() if name not in NOT_PARAMETERS}
    answer = reader.answer(gap, area=area, **given)
    shown = answer_shown(answer, texts, findings_of_rows(reader, answer))
    return AnswerInPages.model_validate(shown | {"total": len(answer.rows), "rows": page(shown["rows"], limit, offset)})
