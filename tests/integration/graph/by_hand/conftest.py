"""A town about which facts are typed in."""

import pytest

from graph.connection import Graph
from tests.building import Town


@pytest.fixture
def town(graph: Graph) -> Town:
    """Two bodies, one with a service, a council and a need, from a public source."""
    town = Town()
    one, _other = town.bodies("いろは会", "にほへ会")
    town.council("協議体")
    town.service("送迎", "TRANS", by=[one])
    town.need("N_SHOP")
    town.into(graph)
    return town
