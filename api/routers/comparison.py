"""Comparing the networks of regions."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query

from api.dependencies import Reading, Words
from api.region_comparison import DRAWS, MOST, SEED, compared
from api.region_differences import differences_told, for_program
from api.responses.comparison import Compared, Differences
from api.responses.problem import USUAL

MOST_DRAWS = 2_000
"""By the web; the command line takes more."""
HIGHEST_SEED = 2**32 - 1

router = APIRouter(tags=["comparison"])
AreaName = Annotated[str, Query(max_length=80, min_length=1)]
Areas = Annotated[
    list[AreaName], Query(description="Names, 6-digit codes or ids, two or more.", max_length=MOST, examples=[["242161", "242080"]])
]
Seed = Annotated[int, Query(ge=0, le=HIGHEST_SEED, description="The same seed gives the same numbers.")]
Draws = Annotated[int, Query(ge=1, le=MOST_DRAWS, description="Random networks a test.")]
Given = Annotated[Literal["ties", "dyads", "degrees"], Query(description="What random networks have in common with the observed one.")]
Anonymous = Annotated[bool, Query(description="Whether only the first region is named: the others are peers B, C ….")]


@router.get("/comparison", summary="Regions compared, or why they are not", responses=USUAL)
def compare_regions(
    areas: Areas,
    reader: Reading,
    texts: Words,
    *,
    seed: Seed = SEED,
    draws: Draws = DRAWS,
    given: Given = "ties",
    anonymous: Anonymous = False,
) -> Compared:
    """Figures that may stand beside each other; against chance and between regions only where sources and size bear it."""
    return Compared.model_validate(compared(reader, areas, texts, seed=seed, draws=draws, given=given, anonymous=anonymous))


@router.get("/comparison/differences", summary="What one region has on record that another has not", responses=USUAL)
def differences_of_regions(areas: Areas, reader: Reading, texts: Words) -> Differences:
    """Kinds of service, need and tie that are found in the records of some regions only, each with an example and its sentence."""
    return Differences.model_validate(for_program(differences_told(reader, areas, texts), texts))
