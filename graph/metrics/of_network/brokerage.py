"""How often a body stands between two others that are not tied, by the groups of the three, and how often it would by chance.

Gould & Fernandez (1989), one credit a two-path: `sna::brokerage`, `raw.nli` and `exp.nli`.
"""

from collections import Counter
from collections.abc import Sequence

import igraph

ROLES = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")
FEWEST = 3
"""Bodies without which nobody can stand between two others."""


def brokerage(network: igraph.Graph, groups: Sequence[str]) -> list[dict[str, int]]:
    """Role → number of two-paths a → body → c without a tie a → c, for each body in the order of the vertices.

    In a network without direction each pair counts once: gatekeeper and representative are the same two-paths seen from
    either end, and each is given once to both.

    Args:
        network: simple, directed or not.
        groups: the group of each body, in the order of the vertices.
    """
    onward = [frozenset(network.neighbors(vertex, mode="out")) for vertex in range(network.vcount())]
    found = []
    for middle in range(network.vcount()):
        before, after = network.neighbors(middle, mode="in"), network.neighbors(middle, mode="out")
        roles = Counter(_role(groups[a], groups[middle], groups[c]) for a in before for c in after if a != c and c not in onward[a])
        found.append({role: roles[role] // _times_counted(network, role) for role in ROLES})
    return found


def expected_brokerage(network: igraph.Graph, groups: Sequence[str]) -> list[dict[str, float]] | None:
    """The same where each tie is as likely as any other and the groups are as large as they are; None below three bodies.

    d²(1−d) times the pairs of others that fit the role, d the density.
    """
    n = network.vcount()
    if n < FEWEST:
        return None
    share = network.density(loops=False)
    open_path = share**2 * (1 - share)
    sizes = Counter(groups)
    by_group = {group: _pairs(size, [other for name, other in sizes.items() if name != group]) for group, size in sizes.items()}
    return [{role: open_path * by_group[groups[vertex]][role] / _times_counted(network, role) for role in ROLES} for vertex in range(n)]


def _role(a: str, middle: str, c: str) -> str:
    if a == middle == c:
        return "coordinator"
    if a == c:
        return "itinerant"
    if a == middle:
        return "representative"
    return "gatekeeper" if c == middle else "liaison"


def _times_counted(network: igraph.Graph, role: str) -> int:
    """Without direction a pair of ends is found from both ends, in the same role but for the two at a group's border."""
    return 1 if network.is_directed() or role in {"gatekeeper", "representative"} else 2


def _pairs(own: int, others: Sequence[int]) -> dict[str, int]:
    """Role → ordered pairs of other bodies that would put a body of a group of that size into it."""
    outside = sum(others)
    return {
        "coordinator": (own - 1) * (own - 2),
        "itinerant": sum(size * (size - 1) for size in others),
        "gatekeeper": outside * (own - 1),
        "representative": outside * (own - 1),
        "liaison": outside**2 - sum(size**2 for size in others),
    }
