"""Rows of answers that are followed up: listed, followed, decided about."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.dependencies import AreaQuery, Reading, Words
from api.findings_shown import finding_shown
from api.following_up import decide, follow
from api.paging import LimitOrAll, Offset, page
from api.program_route import ProgramRoute
from api.responses.findings import FOLLOWING, DecideIn, FindingOut, FindingsOut, FollowIn
from api.responses.problem import USUAL
from api.same_site import ChangingByProgram
from graph.findings.following import listed, one_finding

router = APIRouter(tags=["findings"], prefix="/findings")
changing = APIRouter(tags=["findings"], prefix="/findings", dependencies=ChangingByProgram, route_class=ProgramRoute)


@router.get("", summary="What is followed up", responses=USUAL)
def list_findings(
    *,
    reader: Reading,
    texts: Words,
    area: AreaQuery = None,
    gap: Annotated[str | None, Query(max_length=80)] = None,
    status: Annotated[str | None, Query(max_length=40)] = None,
    limit: LimitOrAll = None,
    offset: Offset = 0,
) -> FindingsOut:
    """Those of an area and of the areas below it, as they stand today; none for the public."""
    found = listed(reader, area=area, gap=gap, status=status)
    shown = [finding_shown(one, reader.areas, texts) for one in page(found, limit, offset)]
    return FindingsOut.model_validate({"total": len(found), "findings": shown})


@router.get("/{finding_id}", summary="One finding", responses=USUAL)
def get_finding(finding_id: str, reader: Reading, texts: Words) -> FindingOut:
    """With what happened to it."""
    return FindingOut.model_validate(finding_shown(one_finding(reader, finding_id), reader.areas, texts))


@changing.post("", status_code=201, summary="Follow rows of an answer up", responses=FOLLOWING)
def follow_rows(sent: FollowIn, reader: Reading, texts: Words) -> FindingsOut:
    """A row that is followed already stays as it is; one that was resolved is open again."""
    found = follow(reader, sent.gap, area=sent.area, rows=sent.rows, by=sent.by, why=sent.why)
    return FindingsOut.model_validate({"total": len(found), "findings": [finding_shown(one, reader.areas, texts) for one in found]})


@changing.patch("/{finding_id}", summary="Decide about a finding", responses=FOLLOWING)
def decide_finding(finding_id: str, sent: DecideIn, reader: Reading, texts: Words) -> FindingOut:
    """Another status, with the reason and the role of whoever decides."""
    found = decide(reader, finding_id, sent.status, until=sent.until, by=sent.by, why=sent.why)
    return FindingOut.model_validate(finding_shown(found, reader.areas, texts))
