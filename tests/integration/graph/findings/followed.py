"""A town with one body of which no tie is recorded, for following what is found about it."""

from datetime import date

from graph.connection import Graph
from graph.facts import Dataset
from graph.findings.following import one_finding
from graph.findings.kept import events_of
from graph.model.organizations import Organization
from graph.reading import Reader
from tests.building import DATASET, TODAY, Town, exhaustive_for, load_facts

GAP = "actors_without_ties"
BY = "coordinator"


def reader(graph: Graph, audience: str = "members", *, today: date = TODAY) -> Reader:
    return Reader(graph, audience=audience, today=today)


def town_with_one_alone(graph: Graph) -> tuple[Town, Organization, Organization]:
    """Three bodies tied to each other, and one of which no tie is recorded; the first of the three, and that one."""
    town = Town("名張市")
    first, _, _ = town.ring("いろは会", "ふれあい会", "すずらん会")
    alone = town.body("ひとり会")
    town.into(graph, exhaustive_for("ties"))
    return town, first, alone


def load_again(graph: Graph, town: Town) -> str:
    """A newer version of the same source; its load."""
    dataset = Dataset(name=DATASET, title="見本の資料", as_of=TODAY, scopes=exhaustive_for("ties")(town.area))
    return load_facts(graph, dataset, town.facts, version="2", at="2026-11-24T09:00:00+00:00").load.id


def kinds(graph: Graph, id_: str) -> list[str]:
    return [event.kind for event in events_of(one_finding(reader(graph), id_))]
