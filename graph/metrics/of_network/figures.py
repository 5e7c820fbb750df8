"""The figures of one network by their names: the one list from which whoever tells several takes them."""

from collections.abc import Callable, Mapping

import igraph

from graph.metrics.of_network.centralization import betweenness_centralization, closeness_centralization, degree_centralization
from graph.metrics.of_network.closure import transitivity
from graph.metrics.of_network.cohesion import (
    articulation_points,
    bridges,
    components,
    efficiency,
    largest_core,
    mean_distance,
    pairs_within_two,
    share_in_largest,
    share_within_two,
    share_without_ties,
)
from graph.metrics.of_network.size import bodies, density, mean_degree, ties

Figure = Callable[[igraph.Graph], float | None]
FIGURES: Mapping[str, Figure] = {
    "bodies": bodies,
    "ties": ties,
    "mean_degree": mean_degree,
    "density": density,
    "share_without_ties": share_without_ties,
    "components": components,
    "share_in_largest": share_in_largest,
    "pairs_within_two": pairs_within_two,
    "share_within_two": share_within_two,
    "mean_distance": mean_distance,
    "efficiency": efficiency,
    "transitivity": transitivity,
    "articulation_points": articulation_points,
    "bridges": bridges,
    "largest_core": largest_core,
    "degree_centralization": degree_centralization,
    "betweenness_centralization": betweenness_centralization,
    "closeness_centralization": closeness_centralization,
}


def figures_named(*names: str) -> Mapping[str, Figure]:
    """Some of them, in the order of the names."""
    return {name: FIGURES[name] for name in names}
