"""Facts that are typed in, each with who said it as its evidence; taken back like any load."""

from dataclasses import asdict
from http import HTTPStatus

from fastapi import APIRouter, Response

from api.dependencies import Reading, Words
from api.program_route import ProgramRoute
from api.responses.facts import ADDING, AddedOut, NeedIn, OrganizationIn, SaidIn, SeatIn, ServiceIn, TieIn
from api.same_site import ChangingByProgram
from api.typed_in import type_in
from graph.by_hand.needs import TypedNeed
from graph.by_hand.organizations import TypedOrganization
from graph.by_hand.saying import Saying
from graph.by_hand.seats import TypedSeat
from graph.by_hand.services import TypedService
from graph.by_hand.ties import TypedTie
from graph.by_hand.typed import Typed
from graph.messages import Messages
from graph.places import Place
from graph.reading import Reader

router = APIRouter(tags=["facts"], prefix="/facts", dependencies=ChangingByProgram, route_class=ProgramRoute)


@router.post("/organizations", status_code=201, summary="Type a body in", responses=ADDING)
def add_organization(sent: OrganizationIn, reader: Reading, texts: Words, response: Response) -> AddedOut:
    """A body of that name in that area is said more about, not made twice."""
    typed = TypedOrganization(
        name=sent.name,
        area=sent.area,
        kana=sent.kana,
        types=tuple(sent.types),
        address=sent.address,
        corporate_number=sent.corporate_number,
    )
    return _added(typed, sent, reader, texts, response)


@router.post("/ties", status_code=201, summary="Type a tie in", responses=ADDING)
def add_tie(sent: TieIn, reader: Reading, texts: Words, response: Response) -> AddedOut:
    """Both bodies have to be recorded."""
    typed = TypedTie(start=sent.start, end=sent.end, type=sent.type, kind=sent.kind, area=sent.area)
    return _added(typed, sent, reader, texts, response)


@router.post("/seats", status_code=201, summary="Type a seat in", responses=ADDING)
def add_seat(sent: SeatIn, reader: Reading, texts: Words, response: Response) -> AddedOut:
    """Body and council have to be recorded."""
    typed = TypedSeat(body=sent.body, council=sent.council, role=sent.role, since=sent.since, area=sent.area)
    return _added(typed, sent, reader, texts, response)


@router.post("/services", status_code=201, summary="Type a service in", responses=ADDING)
def add_service(sent: ServiceIn, reader: Reading, texts: Words, response: Response) -> AddedOut:
    """The body that provides it has to be recorded."""
    typed = TypedService(
        name=sent.name,
        by=sent.by,
        area=sent.area,
        covers=tuple(sent.covers),
        categories=tuple(sent.categories),
        days=sent.days,
        fee=sent.fee,
        target=sent.target,
        status=sent.status,
    )
    return _added(typed, sent, reader, texts, response)


@router.post("/needs", status_code=201, summary="Type a need in", responses=ADDING)
def add_need(sent: NeedIn, reader: Reading, texts: Words, response: Response) -> AddedOut:
    """Its category follows from the text where that names just one."""
    typed = TypedNeed(area=sent.area, text=sent.text, codes=tuple(sent.codes), count=sent.count, answered_by=sent.answered_by)
    return _added(typed, sent, reader, texts, response)


def _added(typed: Typed, sent: SaidIn, reader: Reader, texts: Messages, response: Response) -> AddedOut:
    saying = Saying(said_by=sent.said_by, on=sent.on or reader.today, words=sent.words, visibility=sent.visibility)
    added = type_in(reader, typed, saying, words=texts, dry_run=sent.dry_run)
    if added.load is None:
        response.status_code = HTTPStatus.OK
    return AddedOut(**asdict(added) | {"place": Place(added.place).worded(texts)})
