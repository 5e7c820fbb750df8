"""The history of a fact: when it came, changed, went and came back."""

from typing import Annotated

from fastapi import APIRouter, Path

from api.dependencies import Reading
from api.history_shown import history_shown
from api.responses.history import HistoryOut
from api.responses.problem import USUAL
from graph.history import history_of
from graph.history_lookup import fact_meant

router = APIRouter(tags=["facts"], prefix="/facts")
Fact = Annotated[str, Path(description="Id of a fact, or the name of a body, council or service.", max_length=200)]


@router.get("/{id_}/history", summary="The history of a fact", responses=USUAL)
def history(id_: Fact, reader: Reading) -> HistoryOut:
    """The newest event first; what was withdrawn is not told to the public."""
    return HistoryOut(**history_shown(history_of(reader, fact_meant(reader, id_))))
