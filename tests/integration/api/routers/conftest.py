"""The application as a browser meets it; tests of the programs' side send a token and have a client of their own."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from graph.connection import Graph
from tests.integration.api.sites import site


@pytest.fixture
def client(embedded_graph: Graph) -> Iterator[TestClient]:
    """The application on a graph that may be written to."""
    with site(embedded_graph) as client:
        yield client
