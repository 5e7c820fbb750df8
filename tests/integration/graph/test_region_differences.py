"""What one region has on record that another has not."""

from graph.connection import Graph
from graph.model.ties import CollaboratesWith, Supports
from graph.reading import Reader
from graph.region_differences import region_differences
from tests.building import TODAY, Town, examples_of


def reader(graph: Graph, audience: str = "members") -> Reader:
    """Asks for members, unless told otherwise."""
    return Reader(graph, audience=audience, today=TODAY)


def two_towns(graph: Graph) -> tuple[str, str]:
    """名張市 has two services, a need and ties of three kinds; 伊賀市 one service and no source of needs."""
    one, other = Town("名張市"), Town("伊賀市")
    hall, shop, npo = (
        one.body("市役所", actor_types=("MUNI",)),
        one.body("商店会", actor_types=("SHOPS",)),
        one.body("助け合いの会", actor_types=("NPO",)),
    )
    one.join(CollaboratesWith, shop, npo)
    one.join(Supports, hall, npo)
    one.join(CollaboratesWith, hall, shop, state="absent")
    one.service("見守り隊", "WATCH", by=[npo], held_in=one.area, status="running")
    one.service("買い物バス", "SHOPBUS", by=[shop], held_in=one.area, status="running")
    one.service("相談会", "CONSULT", by=[hall], held_in=one.area, status="planned")
    one.need("N_SHOP", name="買い物に困る")
    one.need("N_CONTEXT", name="人口が減る")
    one.into(graph, examples_of("ties", "services", "needs"), dataset="one")
    town, civic = other.body("市", actor_types=("MUNI",)), other.body("会", actor_types=("NPO",))
    other.join(Supports, town, civic)
    other.service("巡回", "WATCH", by=[town], held_in=other.area, status="running")
    other.into(graph, examples_of("ties", "services"), dataset="other")
    return one.area.id, other.area.id


def test_what_only_one_has_comes_with_its_sentence(graph: Graph) -> None:
    """Neither what both have, nor what is planned, absent, or mere context; and how many sources of the other could have shown it."""
    # Arrange
    here, there = two_towns(graph)

    # Act
    found = region_differences(reader(graph), [here, there])

    # Assert
    assert [(one.kind, one.code) for one in found] == [
        ("services", ("SHOPBUS",)),
        ("needs", ("N_SHOP",)),
        ("ties", ("COLLABORATES_WITH", "business", "civic")),
    ]
    assert [one.found[here].names for one in found] == [("買い物バス",), ("買い物に困る",), ("商店会", "助け合いの会")]
    assert [list(one.missing.items()) for one in found] == [[(there, 1)], [(there, 0)], [(there, 1)]]
    assert all(one.found[here].sentences[0]["quote"].startswith("見本") for one in found)


def test_each_audience_has_its_own(graph: Graph) -> None:
    """What only members may see is no difference for the public; neither is the other side's."""
    # Arrange
    here, there = two_towns(graph)
    extra = Town("伊賀市")
    extra.service("ないしょの売店", "SHOPBUS", held_in=extra.area, status="running", visibility="members")
    extra.into(graph, examples_of("services"), dataset="extra")

    # Act
    public, members = (region_differences(reader(graph, audience), [here, there]) for audience in ("public", "members"))

    # Assert
    assert ("SHOPBUS",) in {one.code for one in public}
    assert ("SHOPBUS",) not in {one.code for one in members}


def test_where_sources_list_members_nobody_knows_of_ties(graph: Graph) -> None:
    """A region with bodies and hardly a tie: none of its sources could have shown one."""
    # Arrange
    here, _ = two_towns(graph)
    listed = Town("津市")
    listed.bodies(*(f"津の会{number}" for number in range(6)))
    listed.into(graph, examples_of("ties"), dataset="list")

    # Act
    found = region_differences(reader(graph), [here, listed.area.id])

    # Assert
    assert {one.missing[listed.area.id] for one in found if one.kind == "ties"} == {0}
