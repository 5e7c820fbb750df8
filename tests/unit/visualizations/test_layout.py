"""Where things lie."""

import math
import random

import pytest

from tests.unit.visualizations.pictures import large
from visualizations.layout import Box, positions


def network(nodes: int) -> tuple[list[Box], list[tuple[str, str]]]:
    picture = large(nodes)
    return [Box(node.id, 60 + 20 * (index % 4), 50) for index, node in enumerate(picture.nodes)], [
        (tie.start, tie.end) for tie in picture.ties
    ]


@pytest.mark.parametrize("nodes", [1, 2, 3, 30, 150])
def test_the_same_network_lies_the_same_whatever_the_order(nodes: int) -> None:
    """Nodes and links may come in any order and direction; the page looks the same twice."""
    boxes, links = network(nodes)
    first = positions(boxes, links)

    shuffled = random.Random(1)  # noqa: S311 - any order will do
    shuffled.shuffle(boxes)
    shuffled.shuffle(links)
    random.seed(99)

    assert positions(boxes, [(end, start) for start, end in links]) == first


@pytest.mark.parametrize("nodes", [2, 30, 150, 400])
def test_no_name_lies_over_another(nodes: int) -> None:
    """Boxes hold mark and name; they may touch by rounding, not overlap."""
    boxes, links = network(nodes)

    placed = positions(boxes, links)

    for number, a in enumerate(boxes):
        for b in boxes[:number]:
            dx, dy = abs(placed[a.id][0] - placed[b.id][0]), abs(placed[a.id][1] - placed[b.id][1])
            assert dx + 1 >= (a.width + b.width) / 2 or dy + 1 >= (a.height + b.height) / 2


def test_nothing_gives_nothing() -> None:
    """An empty picture has no positions."""
    assert positions([], []) == {}


def test_links_to_unknown_ends_and_loops_do_not_matter() -> None:
    """Only what is drawn is placed."""
    boxes = [Box("a", 50, 50), Box("b", 50, 50)]

    assert positions(boxes, [("a", "b"), ("a", "a"), ("a", "nowhere")]) == positions(boxes, [("a", "b")])


def test_unconnected_things_are_packed_into_a_page() -> None:
    """Forty bodies without ties make a page, not a line."""
    placed = positions([Box(f"{number:02}", 100, 50) for number in range(40)], [])

    width = max(x for x, _ in placed.values()) - min(x for x, _ in placed.values())
    height = max(y for _, y in placed.values()) - min(y for _, y in placed.values())
    assert 1 < width / height < 3


def test_neighbours_lie_nearer_than_others() -> None:
    """Two circles joined by one line stay two circles."""
    rings = [[f"{side}{number}" for number in range(8)] for side in "ab"]
    links = [(ring[number], ring[(number + 1) % 8]) for ring in rings for number in range(8)] + [("a0", "b0")]

    placed = positions([Box(name, 40, 40) for ring in rings for name in ring], links)

    def distance(a: str, b: str) -> float:
        return math.dist(placed[a], placed[b])

    assert distance("a0", "a1") < distance("a4", "b4")


def test_igraph_gets_its_own_random_numbers_back() -> None:
    """A seeded layout does not make other random numbers of the program repeat."""
    import igraph  # noqa: PLC0415 - only this test looks at it

    boxes, links = network(30)
    random.seed(5)
    positions(boxes, links)
    first = igraph.Graph.Erdos_Renyi(50, 0.1).get_edgelist()
    positions(boxes, links)

    assert igraph.Graph.Erdos_Renyi(50, 0.1).get_edgelist() != first
