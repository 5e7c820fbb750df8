"""Areas."""

from fastapi import APIRouter

from api.area_overview import area_out, areas_with_data, recorded_by_area
from api.area_sentences import area_sentences
from api.dependencies import Reading, Words
from api.responses.areas import AreaOut, Areas, AreaSummary, SentenceOut
from api.responses.problem import UNAVAILABLE, USUAL

router = APIRouter(tags=["areas"])


@router.get("/areas", summary="Areas for which something is recorded", responses=UNAVAILABLE)
def list_areas(reader: Reading) -> Areas:
    """Every area with a body, council, service or need of its own or below it, sorted by code."""
    return Areas(areas=areas_with_data(reader))


@router.get("/areas/{area}", summary="One area", responses=USUAL)
def one_area(area: str, reader: Reading) -> AreaOut:
    """An area by its name, code or id, with what is recorded for it."""
    found = reader.areas.find(area)
    return area_out(reader, found, recorded_by_area(reader, found.id))


@router.get("/areas/{area}/summary", summary="One area in a few sentences", responses=USUAL)
def summary_of_area(area: str, reader: Reading, texts: Words) -> AreaSummary:
    """What is recorded, who sits on the councils, which needs have no recorded service: each says what it rests on."""
    found = reader.areas.find(area)
    told = [SentenceOut(topic=one.topic, text=one.text) for one in area_sentences(reader, found, texts)]
    return AreaSummary(area_id=found.id, area=reader.areas.full_name(found.id), sentences=told)
