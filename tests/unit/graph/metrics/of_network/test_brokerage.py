"""How often a body stands between two others that are not tied."""

from itertools import combinations, permutations

import igraph
import pytest

from graph.metrics.of_network.brokerage import brokerage, expected_brokerage
from tests.networks_by_chance import as_networkx, networks, sectors

ALL = networks()


@pytest.mark.parametrize("network", ALL.values(), ids=ALL)
def test_every_open_two_path_is_credited_once(network: igraph.Graph) -> None:
    """The roles of a body add up to the pairs of its contacts that are not tied; a pair of two groups counts from both ends."""
    other, groups = as_networkx(network), sectors(network)
    for vertex, roles in enumerate(brokerage(network, groups)):
        open_pairs = [pair for pair in combinations(other.neighbors(vertex), 2) if not other.has_edge(*pair)]

        assert roles["gatekeeper"] == roles["representative"]
        assert sum(roles.values()) - roles["representative"] == len(open_pairs)
        assert roles["coordinator"] == sum(groups[a] == groups[b] == groups[vertex] for a, b in open_pairs)
        assert roles["liaison"] == sum(len({groups[a], groups[b], groups[vertex]}) == 3 for a, b in open_pairs)
        assert roles["itinerant"] == sum(groups[a] == groups[b] != groups[vertex] for a, b in open_pairs)


def test_a_direction_tells_who_lets_in_and_who_speaks_outside() -> None:
    """From a group to the next: the last of its own speaks for it, the first of the other lets in."""
    path = igraph.Graph(n=4, edges=[(0, 1), (1, 2), (2, 3)], directed=True)

    found = brokerage(path, list("aabb"))

    assert [{role for role, times in one.items() if times} for one in found] == [set(), {"representative"}, {"gatekeeper"}, set()]


def test_what_chance_gives_is_the_mean_over_every_network_of_that_density() -> None:
    """Each pair of others that fits a role is an open two-path with the chance d²(1−d); nothing below three bodies."""
    groups = list("aabbc")
    network = igraph.Graph(n=5, edges=[(0, 1), (1, 2), (3, 4)], directed=True)
    share = 3 / 20

    found = expected_brokerage(network, groups)

    assert found is not None
    pairs = list(permutations([0, 2, 3, 4], 2))
    assert sum(found[1].values()) == pytest.approx(share**2 * (1 - share) * len(pairs), abs=1e-12)
    assert found[1]["liaison"] == pytest.approx(
        share**2 * (1 - share) * sum(groups[a] != groups[c] for a, c in pairs if "a" not in (groups[a], groups[c]))
    )
    assert expected_brokerage(igraph.Graph(2), list("ab")) is None
