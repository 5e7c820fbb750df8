"""What the graph holds for an audience and some areas: nothing hidden, nothing dangling, nothing that nobody named."""

import re

import pytest

from graph.audiences import levels_of
from graph.connection import Graph
from graph.holdings import Holdings, holdings
from graph.model.definitions import VISIBILITY_LEVELS
from graph.model.places import Covers, OperatesIn
from graph.model.ties import CollaboratesWith
from graph.reading import Reader
from tests.answers import delete_above
from tests.building import Town, area_named, load_facts
from tests.every_level import hidden_marks, load_every_level
from tests.generated_graphs import generated_loads

ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def held(graph: Graph, *, audience: str = "restricted", area: str | None = None) -> Holdings:
    reader = Reader(graph, audience=audience)
    return holdings(graph, visible=reader.visible, areas=reader.areas.resolve(area) if area else None)


def names(found: Holdings, label: str) -> list[str]:
    return sorted(node.properties["name"] for node in found.of_label(label))


def assert_nothing_dangles(found: Holdings) -> None:
    """Both ends of every relationship and every place are there; evidence, codes and outside are of what is there."""
    ids = set(found.by_id)
    assert all({one.start.id, one.end.id} <= ids for one in found.relationships)
    assert {node.properties["placed_in"] for node in found.nodes if "placed_in" in node.properties} <= ids
    assert found.evidence.keys() <= ids | {one.id for one in found.relationships}
    assert found.codes.keys() <= ids
    assert found.outside <= ids
    assert {name for node in found.nodes for name in node.properties["sources"]} <= found.sources.keys()


@pytest.mark.parametrize("audience", VISIBILITY_LEVELS[:-1])
def test_no_trace_of_what_is_hidden(graph: Graph, audience: str) -> None:
    """No mark of a stricter level in any property, key or quotation, and no id of what is above the audience."""
    # Arrange
    load_every_level(graph)
    everything = held(graph)
    allowed = {row["id"] for row in graph.read("MATCH (a) WHERE a.visibility IN $visible RETURN a.id AS id", visible=levels_of(audience))}
    hidden = ({*everything.by_id} | {one["id"] for of_fact in everything.evidence.values() for one in of_fact}) - allowed

    # Act
    found = held(graph, audience=audience)

    # Assert
    shown = repr((found.nodes, found.relationships, found.evidence, found.codes, found.sources))
    assert [mark for mark in hidden_marks(audience) if mark in shown] == []
    assert hidden
    assert hidden & set(ID.findall(repr((found.nodes, found.relationships, found.codes)))) == set()
    assert_nothing_dangles(found)


@pytest.mark.parametrize("seed", range(3))
def test_it_is_that_of_the_graph_without_what_is_hidden(graph: Graph, seed: int) -> None:
    """On graphs by chance: what an audience gets is what a graph gives from which all above it was deleted."""
    # Arrange
    for load in generated_loads(seed):
        load_facts(graph, load.dataset, load.facts)

    for audience in reversed(VISIBILITY_LEVELS[:-1]):
        expected = held(graph, audience=audience)

        # Act
        delete_above(graph, audience)

        # Assert
        assert held(graph, audience=audience) == expected
        assert_nothing_dangles(expected)


def test_of_the_coded_areas_only_those_that_are_named(graph: Graph) -> None:
    """A municipality and the prefecture it lies in, not the other areas of the country; the full name can be put together."""
    # Arrange
    town = Town("名張市")
    town.body("いろは会")
    town.into(graph)

    # Act
    found = held(graph, audience="public")

    # Assert
    assert names(found, "Area") == ["三重県", "名張市"]
    assert found.full_name(town.area.id) == "三重県名張市"
    assert [one.type for one in found.relationships] == ["PART_OF"]
    assert sorted(found.sources) == ["area_codes", "samples/見本"]


def test_an_area_has_what_lies_there_and_what_that_is_tied_to(graph: Graph) -> None:
    """A body belongs where it works, else where it is placed; a body elsewhere is kept as the end of a tie, and marked."""
    # Arrange
    here, there = Town("名張市"), Town("伊賀市")
    placed = here.body("名張の会")
    here.body("伊賀で働く会", works_in=[there.area])
    works_here = there.body("名張で働く会", works_in=[here.area])
    partner, stranger = there.body("伊賀の会"), there.body("別の伊賀の会")
    here.join(CollaboratesWith, placed, partner)
    there.join(CollaboratesWith, partner, stranger)
    here.service("買い物代行", "SHOP", by=[placed])
    there.service("移動販売", "MOBILESHOP", covers=here.area)
    there.service("伊賀のサロン", "SALON")
    here.need("N_SHOP")
    there.join(Covers, stranger, here.area)
    there.into(graph, dataset="samples/伊賀")
    here.into(graph)

    # Act
    found = held(graph, area="名張市")

    # Assert
    assert names(found, "Organization") == ["伊賀の会", "名張で働く会", "名張の会"]
    assert found.outside == {partner.id}
    assert names(found, "Service") == ["移動販売", "買い物代行"]
    assert names(found, "Need") == ["困りごと"]
    assert len(found.relationships_of("COLLABORATES_WITH")) == 1
    assert [one.start.id for one in found.relationships_of(OperatesIn.type)] == [works_here.id]
    assert names(found, "Area") == ["三重県", "伊賀市", "名張市"]
    assert_nothing_dangles(found)


def test_what_lies_below_an_area_belongs_to_it(graph: Graph) -> None:
    """A prefecture has its municipalities' bodies and their districts."""
    town = Town("名張市")
    district = town.district("東地区")
    town.body("いろは会", works_in=[district])
    town.into(graph)

    assert names(held(graph, area="三重県"), "Organization") == ["いろは会"]
    assert names(held(graph, area="名張市東地区"), "Organization") == ["いろは会"]
    assert names(held(graph, area="伊賀市"), "Organization") == []
    assert names(held(graph, area="伊賀市"), "Area") == []
    assert held(graph, area="名張市").full_name(district.id) == "三重県名張市東地区"


def test_a_body_that_is_a_council_too_is_found_under_both(graph: Graph) -> None:
    """One node, its main label first."""
    town = Town()
    both = town.body("住民自治協議会", also_council=True)
    town.into(graph)

    found = held(graph)

    assert found.of_label("Council") == found.of_label("Organization") == (found.by_id[both.id],)
    assert found.by_id[both.id].labels == ("Organization", "Council")


def test_codes_are_given_by_kind(graph: Graph) -> None:
    """Kinds of actor, categories of services and of needs."""
    town = Town()
    service, need = town.service("買い物代行", "SHOP", "ESCORT"), town.need("N_SHOP")
    town.into(graph)

    found = held(graph)

    assert found.codes_of(service.id, "ServiceCategory") == ("ESCORT", "SHOP")
    assert found.codes_of(need.id, "NeedCategory") == ("N_SHOP",)
    assert found.codes_of(need.id, "ServiceCategory") == ()


@pytest.mark.parametrize(("audience", "counts"), [("public", {"N_SHOP": None, "N_MOVE": 5}), ("members", {"N_SHOP": 4, "N_MOVE": 5})])
def test_few_people_are_not_counted_in_public(graph: Graph, audience: str, counts: dict[str, int | None]) -> None:
    """Under five might be known: the count stays with the members."""
    # Arrange
    town = Town()
    for code, count in (("N_SHOP", 4), ("N_MOVE", 5)):
        town.need(code, count=count)
    town.into(graph)

    # Act
    found = held(graph, audience=audience)

    # Assert
    by_code = {node.properties["codes"][0]: node.properties.get("count") for node in found.of_label("Need")}
    assert by_code == counts


def test_an_empty_graph_holds_nothing(graph: Graph) -> None:
    """Area codes and taxonomy are not what anybody recorded."""
    assert held(graph) == Holdings()


def test_the_area_index_finds_an_area_by_its_full_name(graph: Graph) -> None:
    """What goes out can be read in again."""
    town = Town("名張市")
    town.body("いろは会")
    town.into(graph)

    assert area_named(held(graph).full_name(town.area.id)).id == town.area.id
