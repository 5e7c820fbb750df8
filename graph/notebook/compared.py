"""Regions compared, as frames: a row a region, and a row a difference of two."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from graph import comparing
from graph.comparing import DRAWS, SEED
from graph.connection import Graph
from graph.metrics.comparison.conditional import GIVEN
from graph.notebook.extra import needed
from graph.notebook.frames import PUBLIC
from graph.notebook.telling import told
from graph.reading import Reader

if TYPE_CHECKING:
    import pandas as pd


@told
def comparison(
    graph: Graph, areas: Sequence[str], *, audience: str = PUBLIC, seed: int = SEED, draws: int = DRAWS, given: str = GIVEN[0]
) -> "pd.DataFrame":
    """Regions compared: figures that may stand beside each other, and what is beyond chance where that may be asked.

    Args:
        graph: an open graph.
        areas: names, codes or ids of two regions or more.
        audience: public, members or restricted: each has networks of its own.
        seed: the same seed gives the same numbers.
        draws: random networks a test.
        given: what random networks have in common with the observed one: ties, dyads or degrees.

    Returns:
        A row a region. Columns are the names of `graph.comparing.compared` joined by dots: `figures.mean_degree`,
        `against_chance.transitivity.percentile`, `estimates.mean_degree.low` …; `reasons` are the codes of why nothing is
        tested. `attrs` has everything else: `pairs`, `refused`, `seed`, `draws`, `given`, `versions`, `areas`, `audience`.

    Raises:
        ExtraMissing: pandas is not installed.
        QueryMisused: too few or too many regions, an area is not known, or its name means several.
    """
    pandas = needed("pandas")
    regions_asked = comparing.regions_to_compare(Reader(graph, audience=audience), areas)
    found = comparing.compared(regions_asked, seed=seed, draws=draws, given=given)
    regions = found.pop("regions")
    framed = pandas.json_normalize(regions, sep=".")
    framed.attrs = {**found, "areas": list(areas), "audience": audience}
    return framed


@told
def differences(compared: "pd.DataFrame") -> "pd.DataFrame":
    """The tested differences of two regions, from the frame of `comparison`; no row where nothing may be tested."""
    pandas = needed("pandas")
    columns = ["figure", "a", "b", "difference", "z", "p", "p_holm"]
    rows: list[dict[str, Any]] = compared.attrs["pairs"]
    return pandas.DataFrame(rows, columns=columns)
