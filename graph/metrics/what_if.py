"""What would change if ties and bodies came or went: asked of a copy in memory, nothing is written."""

from dataclasses import dataclass
from functools import cached_property

from graph.bodies_drawn import drawn
from graph.metrics.benefit import adjacency, effective_size
from graph.metrics.edits import Edits, edited
from graph.metrics.figures_changed import Figures
from graph.network import Network


@dataclass(frozen=True)
class State:
    """What is asked of a network of named bodies before and after."""

    components: frozenset[frozenset[str]]
    """The components as ids of their counted bodies."""
    within_two_steps: frozenset[frozenset[str]]
    """Pairs of counted bodies that are one or two steps apart."""
    effective_sizes: dict[str, float | None]
    """Id of each counted body → its effective size; None without ties."""

    @classmethod
    def of(cls, network: Network) -> "State":
        """Compute it all."""
        beside = adjacency(network)
        counted = sorted(network.counted)
        groups = (frozenset(id_ for id_ in group if id_ in network.counted) for group in network.groups())
        near = {frozenset((a, b)) for a in counted for b in _two_steps(beside, a) if b in network.counted}
        return cls(frozenset(filter(None, groups)), frozenset(near), {id_: effective_size(beside, id_) for id_ in counted})


@dataclass(frozen=True)
class Change:
    """What a change would do, in terms of counted bodies."""

    network: Network
    """As it is recorded."""
    changed: Network
    """As it would be."""

    @cached_property
    def before(self) -> State:
        """Components, pairs and effective sizes with everybody who is linked to the bodies, parts and bodies of other areas too."""
        return State.of(self.network)

    @cached_property
    def after(self) -> State:
        """The same as it would be."""
        return State.of(self.changed)

    @cached_property
    def figures(self) -> tuple[Figures, Figures]:
        """Every figure of the bodies and the ties among them (`graph.bodies_drawn`), before and after."""
        return Figures.of(drawn(self.network)), Figures.of(drawn(self.changed))

    @property
    def components(self) -> int:
        """How many components there would be more (or, negative, fewer)."""
        return len(self.after.components) - len(self.before.components)

    @property
    def newly_within_two_steps(self) -> frozenset[frozenset[str]]:
        """Pairs that would newly be one or two steps apart."""
        return self.after.within_two_steps - self.before.within_two_steps

    @property
    def no_longer_within_two_steps(self) -> frozenset[frozenset[str]]:
        """Pairs of bodies that stay, and would be further apart."""
        stay = self.after.effective_sizes.keys()
        return frozenset(pair for pair in self.before.within_two_steps - self.after.within_two_steps if pair <= stay)

    @property
    def effective_sizes(self) -> dict[str, tuple[float | None, float | None]]:
        """Id → effective size before and after, of the bodies for which it would change."""
        before, after = self.before.effective_sizes, self.after.effective_sizes
        return {id_: (before[id_], size) for id_, size in after.items() if before[id_] != size}


def what_if(network: Network, edits: Edits) -> Change:
    """What several changes at once would change; the network itself stays as it is."""
    return Change(network, edited(network, edits))


def with_tie(network: Network, a: str, b: str) -> Change:
    """What a tie between two bodies of the network would change."""
    return what_if(network, Edits(add_ties=frozenset({frozenset((a, b))})))


def without_body(network: Network, id_: str) -> Change:
    """What the loss of a body would change; it takes along its parts that are of no other body."""
    return what_if(network, Edits(remove_bodies=frozenset({id_})))


def _two_steps(beside: dict[str, set[str]], id_: str) -> set[str]:
    return set().union(beside[id_], *(beside[other] for other in beside[id_])) - {id_}
