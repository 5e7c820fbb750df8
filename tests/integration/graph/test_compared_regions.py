"""Regions compared as they leave the graph: nothing is compared of which no quotation may be seen, and that is counted."""

from pathlib import Path

import pytest

from graph import comparing
from graph.compared_regions import with_comparison
from graph.connection import Graph
from graph.holdings import holdings
from graph.reading import Reader
from loaders.bundle import Bundle
from loaders.bundle.rerun import rerun
from tests.building import TODAY, load_facts
from tests.engines import TestDatabase
from tests.generated_graphs import generated_loads

AREAS, DRAWS = ("伊賀市", "高根沢町"), 20


@pytest.fixture(scope="module")
def by_chance(embedded_database: TestDatabase) -> Graph:
    """Two sources by chance, with bodies and ties that are public and whose quotations are not."""
    graph = embedded_database.empty()
    for one in generated_loads(2, size=30):
        load_facts(graph, one.dataset, one.facts)
    return graph


@pytest.mark.parametrize("audience", ["public", "restricted"])
def test_what_has_no_quotation_that_may_be_seen_is_not_compared(by_chance: Graph, audience: str, tmp_path: Path) -> None:
    """It is counted as left out; what stays rests on the record, and the numbers come again. Who sees all compares all."""
    # Arrange
    reader = Reader(by_chance, audience=audience, today=TODAY)
    whole = comparing.regions_to_compare(reader, AREAS)

    # Act
    held = with_comparison(holdings(by_chance, visible=reader.visible), reader, AREAS, draws=DRAWS)
    written = Bundle().write(held, tmp_path / "bundle.zip", "ja")

    # Assert
    assert held.compared is not None
    compared = held.compared.regions
    missing = [of.network.vcount() - one.network.vcount() for of, one in zip(whole, compared, strict=True)]
    assert rerun(tmp_path / "bundle.zip").is_same
    assert all(set(one.network.vs["name"]) <= held.by_id.keys() for one in compared if one.network.vcount())
    assert (sum(missing) > 0) == (audience == "public") == bool(written.left_out)
    assert all(one.count >= sum(missing) for one in written.left_out)
    if audience == "restricted":
        assert held.compared.found == comparing.compared(whole, draws=DRAWS)
