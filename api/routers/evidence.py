"""Evidence: the sentence behind a fact."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.dependencies import Reading
from api.responses.evidence import EvidenceList, EvidenceOut
from api.responses.problem import USUAL
from graph.errors import QueryMisused
from graph.evidence_list import with_values as shown

MOST_FACTS = 500

router = APIRouter(tags=["evidence"])


@router.get("/evidence", summary="The evidence of facts", responses=USUAL)
def evidence_of_facts(reader: Reading, fact: Annotated[list[str], Query(max_length=MOST_FACTS)]) -> EvidenceList:
    """Every visible quotation on which the named facts rest."""
    rows = reader.rows("lookups", "evidence_of_facts", facts=fact)
    return EvidenceList(evidence=[EvidenceOut(**shown(row)) for row in rows])


@router.get("/evidence/{id_}", summary="One piece of evidence", responses=USUAL)
def one_evidence(id_: str, reader: Reading) -> EvidenceOut:
    """A quotation by its id."""
    rows = reader.rows("lookups", "evidence_by_id", ids=[id_])
    if not rows:
        raise QueryMisused("unknown_evidence", id=id_)
    return EvidenceOut(**shown(rows[0]))
