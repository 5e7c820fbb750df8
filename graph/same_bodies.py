"""After a load: bodies that are one beyond doubt become one, each by an entry of the ledger that can be taken back."""

from collections.abc import Collection
from dataclasses import dataclass

from graph import merging
from graph.connection import Graph
from graph.doubles.bodies import Body
from graph.doubles.certain import certain_pairs
from graph.ledger import Ledger
from graph.roles import RULE
from graph.stated import strictest
from graph.suggestions import bodies_of


@dataclass(frozen=True, kw_only=True)
class Joined:
    """Two bodies that were made one."""

    decision: str
    """Id of the entry of the ledger."""
    kept: str
    kept_name: str
    gone_name: str
    reason: str
    """Key of the catalogue."""
    visibility: str = "public"
    """The stricter of both."""


def join_certain(graph: Graph, among: Collection[str]) -> list[Joined]:
    """Make one of the bodies that are one beyond doubt, as far as one of them is among some.

    What somebody decided, or took back, stays as it is.

    Args:
        graph: where.
        among: ids of the bodies that have just been loaded.
    """
    with graph.single_writer():
        ledger = Ledger.of(graph)
        decided = {frozenset((entry["gone"], entry["kept"])) for entry in ledger.entries}
        wanted = {ledger.resolve(id_) for id_ in among}
        bodies = {body.id: body for body in bodies_of(graph)}
        done: list[Joined] = []
        for pair in certain_pairs(bodies.values()):
            if not wanted & {pair.kept, pair.gone} or frozenset((pair.kept, pair.gone)) in decided:
                continue
            decision = merging.merge(graph, pair.kept, pair.gone, by=RULE, reason=pair.reason)
            done.append(_joined(decision.id, bodies[pair.kept], bodies[pair.gone], pair.reason))
    return done


def _joined(decision: str, kept: Body, gone: Body, reason: str) -> Joined:
    level = strictest(kept.visibility, gone.visibility)
    return Joined(decision=decision, kept=kept.id, kept_name=kept.name, gone_name=gone.name, reason=reason, visibility=level)
