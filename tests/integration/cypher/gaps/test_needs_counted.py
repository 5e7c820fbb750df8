"""How many needs the questions about needs looked at: those of the area that the audience may know of."""

import pytest

from graph.connection import Graph
from graph.identity import need_key
from graph.model.needs import HasNeed, Need
from tests.building import Town, answer, examples_of

GAPS = ("agenda_needs", "needs_without_service", "transferable_services")


@pytest.mark.parametrize("gap", GAPS)
def test_needs_above_the_audience_are_not_among_those_looked_at(graph: Graph, gap: str) -> None:
    """Nor one of which only others may know whose it is; background pressure and the needs of elsewhere are none."""
    # Arrange
    town, other = Town(), Town("伊賀市")
    town.need("N_MOVE")
    town.need("N_SHOP", visibility="members")
    town.need("N_CONTEXT")
    other.need("N_MOVE")
    whose = Need(key=need_key(town.area.id, ("N_SNOW",)), name="雪", codes=("N_SNOW",), placed_in=town.area.id)
    town.state(whose, codes=("N_SNOW",))
    town.join(HasNeed, town.area, whose, visibility="restricted")
    town.into(graph, examples_of("needs"))
    other.into(graph, examples_of("needs"), dataset="samples/伊賀")

    # Act
    found = {audience: answer(graph, gap, audience=audience, area="名張市").population for audience in ("public", "members", "restricted")}

    # Assert
    assert found == {"public": 1, "members": 2, "restricted": 3}
