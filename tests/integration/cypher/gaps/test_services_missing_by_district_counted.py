"""Kinds of service without a record, district by district: what was asked for, who may know, and who runs a service."""

import pytest

from graph.connection import Graph
from graph.identity import area_key
from graph.model.areas import Area
from graph.model.places import PartOf
from tests.building import Town, answer
from tests.integration.cypher.gaps.test_services_missing_by_district import GAP, categories, of_district


def test_what_only_others_may_know_asks_for_nothing(graph: Graph) -> None:
    """A stricter need, district or source adds neither a row nor to what was looked at."""
    # Arrange: N_TRASH asks for three kinds, N_SNOW for two, of which PAIDVOL answers both
    town, register = Town(), Town()
    east = town.district("東地区")
    west = Area(key=area_key(parent_id=town.area.id, name="西地区"), name="西地区", level="elementary_district", visibility="members")
    town.state(west)
    town.join(PartOf, west, town.area)
    town.need("N_TRASH", of=east)
    town.need("N_SNOW", of=east, visibility="members")
    town.need("N_SNOW", of=west)
    town.into(graph)
    register.into(graph, of_district(east, "KAYOI"), dataset="samples/内部", visibility="members")

    # Act
    public, members = (answer(graph, GAP, audience=audience) for audience in ("public", "members"))

    # Assert
    known = {("東地区", "TRASH"), ("東地区", "ODDJOB"), ("東地区", "PAIDVOL")}
    assert (categories(public), public.population) == (known, 3)
    assert categories(members) == known | {("東地区", "SNOW"), ("東地区", "KAYOI"), ("西地区", "SNOW"), ("西地区", "PAIDVOL")}
    assert members.population == 7


@pytest.mark.parametrize("runs", [(), ("自治会",)], ids=["nobody is named", "a kind of actor"])
def test_whoever_runs_a_service_it_fills_the_gap(graph: Graph, runs: tuple[str, ...]) -> None:
    """自治会 as a kind clears the snow of the district, or somebody whom no source names."""
    # Arrange
    town = Town()
    east = town.district("東地区")
    town.need("N_SNOW", of=east)
    town.service("東の除雪", "SNOW", by=[town.body(name, generic=True) for name in runs], held_in=east)
    town.into(graph)

    # Act
    found = answer(graph, GAP)

    # Assert
    assert categories(found) == {("東地区", "PAIDVOL")}
    assert found.population == 2
