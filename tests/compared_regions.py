"""Regions that may be compared, and one that may not, as facts in a graph."""

from graph.connection import Graph
from graph.model.ties import CollaboratesWith
from tests.building import Town, examples_of
from tests.engines import TestDatabase

BODIES, SOURCES = 24, 3


def two_regions_and_a_small_one(database: TestDatabase) -> Graph:
    """名張市 with many ties and 伊賀市 with few, each of 24 bodies and three sources; 津市 of four bodies and one source."""
    graph = database.empty()
    for name, reach in (("名張市", 5), ("伊賀市", 1)):
        for number in range(SOURCES):
            town = Town(name)
            bodies = [town.body(f"{name}第{place}の会") for place in range(BODIES)]
            for place, body in enumerate(bodies):
                for step in range(1, reach + 1):
                    town.join(CollaboratesWith, body, bodies[(place + step) % BODIES])
            town.into(graph, examples_of("ties"), dataset=f"{name}{number}")
    small = Town("津市")
    small.ring("い会", "ろ会", "は会", "に会")
    small.into(graph, examples_of("ties"), dataset="small")
    return graph
