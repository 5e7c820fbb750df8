"""A network without some of its sources."""

import igraph

from graph.metrics.comparison.sourced import Sourced


def three_sources() -> Sourced:
    """Four bodies in a row: a-b by 1 and 2, b-c through a service that 2 and 3 state half each, c-d by 3; nobody knows who names d."""
    network = igraph.Graph(n=4, edges=[(0, 1), (1, 2), (2, 3)])
    network.vs["name"] = list("abcd")
    sets = {name: frozenset(name) for name in "123"}
    return Sourced(
        network=network,
        sources=("1", "2", "3"),
        of_bodies=[sets["1"] | sets["2"], sets["1"], sets["3"] | sets["2"], frozenset()],
        of_ties=[[(sets["1"],), (sets["2"],)], [(sets["2"], sets["3"])], [(sets["3"],)]],
    )


def names(network: igraph.Graph) -> tuple[set[str], set[str]]:
    """Names of the bodies and of the two of each tie."""
    return set(network.vs["name"]), {"".join(network.vs[end]["name"] for end in edge) for edge in network.get_edgelist()}


def test_what_other_sources_state_stays() -> None:
    """A tie stays as long as one way remains, a tie through a service only with both its facts, a body while somebody names it."""
    sourced = three_sources()

    assert names(sourced.without(())) == (set("abcd"), {"ab", "bc", "cd"})
    assert names(sourced.without("2")) == (set("abcd"), {"ab", "cd"})
    assert names(sourced.without("3")) == (set("abcd"), {"ab"})
    assert names(sourced.without("1")) == (set("acd"), {"cd"})
    assert names(sourced.without("123")) == ({"d"}, set())


def test_only_some_sources_is_without_the_others() -> None:
    """The same from the other side."""
    sourced = three_sources()

    assert names(sourced.only("12")) == names(sourced.without("3"))
    assert names(sourced.only("123")) == (set("abcd"), {"ab", "bc", "cd"})
