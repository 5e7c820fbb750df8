"""Bringing facts into line with their evidence: what has to be written so that each says what its statements give.

A load, a review, a merge and an undo all come down to this: evidence changes, and the facts it speaks of follow.
Reads only; `graph.writing` applies what comes out.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.coded_areas import coded_things
from graph.connection import Graph
from graph.deriving import derived_links, derived_node, derived_relationship
from graph.known import Known
from graph.ledger import Ledger
from graph.model.definitions import Node, Reference
from graph.rows import NodeRow, RelationshipRow
from graph.stated import Statement, fact_of, redirected, statement_of, strictest


@dataclass
class Settlement:
    """What differs between the facts as they are stored and as their evidence gives them."""

    nodes: list[NodeRow] = field(default_factory=list)
    new_labels: list[tuple[str, str, str]] = field(default_factory=list)
    """Main label, second label, id."""
    old_labels: list[tuple[str, str, str]] = field(default_factory=list)
    relationships: list[RelationshipRow] = field(default_factory=list)
    gone_nodes: list[NodeRow] = field(default_factory=list)
    gone_relationships: list[RelationshipRow] = field(default_factory=list)
    """Facts that nothing states any more, and links that no statement gives."""
    held: dict[str, str] = field(default_factory=dict)
    """Id of evidence that cannot stay in the graph → id of the fact whose absence keeps it out."""
    evidence_levels: dict[str, str] = field(default_factory=dict)
    """Id of evidence of a relationship → how visible its words may be."""
    hanging: dict[str, NodeRow] = field(default_factory=dict)
    """Evidence, as it is stored, of relationships that follow a node at their end."""
    facts: dict[str, str] = field(default_factory=dict)
    """Id of evidence → id of the fact it speaks of now."""


class Settling:
    """Settles some facts.

    Args:
        graph: where they are stored.
        ledger: the merges in force.
        known: what is stored of them; read as far as it is not there yet.
        statements: everything that is stated from now on of every fact that is to be settled, by evidence id.
        touched: ids of facts to settle beside those that the statements speak of.
        missing: ids of nodes whose absence is known and wanted: what hangs on them is held back, not an error; None
            where every absence is.
    """

    def __init__(
        self, graph: Graph, ledger: Ledger, known: Known, statements: Iterable[Statement], *, touched: set[str], missing: set[str] | None
    ) -> None:
        self.graph, self.ledger, self.known = graph, ledger, known
        self.missing = None if missing is None else set(missing)
        self.by_fact: dict[str, list[Statement]] = {id_: [] for id_ in touched}
        self.result = Settlement()
        self.levels: dict[str, str | None] = {}
        """Id of a node → its visibility as it will be; None when it will not be there."""
        for statement in statements:
            self._take(statement)

    def settle(self) -> Settlement:
        """Compare what is stored with what the statements give."""
        nodes = {id_: stating for id_, stating in self.by_fact.items() if self._is_node(id_, stating)}
        changed = [id_ for id_, stating in nodes.items() if self._settle_node(id_, stating)]
        self._take_what_hangs_on(changed)
        relationships = {id_: stating for id_, stating in self.by_fact.items() if id_ not in nodes}
        self._look_up_ends(relationships.values())
        for id_, stating in relationships.items():
            self._settle_relationship(id_, stating)
        return self.result

    def _take(self, statement: Statement) -> None:
        fact = fact_of(statement, self.ledger.redirects)
        self.by_fact.setdefault(fact, []).append(redirected(statement, self.ledger.redirects))
        self.result.facts[statement.evidence] = fact

    def _is_node(self, id_: str, stating: list[Statement]) -> bool:
        if stating:
            return stating[0].start is None
        return id_ in self.known.nodes or isinstance(coded_things().get(id_), Node)

    def _settle_node(self, id_: str, stating: list[Statement]) -> bool:
        """Settle one node; True when what hangs on it has to be looked at again."""
        stored = self.known.nodes.get(id_)
        node = derived_node(id_, stating, key=self.ledger.keys.get(id_))
        self.levels[id_] = node.properties["visibility"] if node else None
        self._settle_links(id_, node, stating)
        if node is None:
            if stored:
                self.result.gone_nodes.append(stored)
                if self.missing is not None:
                    self.missing.add(id_)
            return stored is not None
        if stored is None or stored.properties != node.properties:
            self.result.nodes.append(node)
        before = stored.labels if stored else node.labels[:1]
        self.result.new_labels += [(node.labels[0], second, id_) for second in node.labels if second not in before]
        self.result.old_labels += [(node.labels[0], second, id_) for second in before if second not in node.labels]
        return stored is not None and stored.properties["visibility"] != node.properties["visibility"]

    def _settle_links(self, id_: str, node: NodeRow | None, stating: list[Statement]) -> None:
        stored = self.known.links.get(id_, {})
        wanted = {link.id: link for link in derived_links(node, stating)} if node else {}
        for link in wanted.values():
            if link.id not in stored or stored[link.id].properties != link.properties:
                self.result.relationships.append(link)
        self.result.gone_relationships += [link for link in stored.values() if link.id not in wanted]

    def _take_what_hangs_on(self, changed: list[str]) -> None:
        """Facts that end at a node that is gone or as visible as it was not before: they follow it."""
        hanging = {row.id for row in self.known.hanging_on(changed) if row.is_fact and row.id not in self.by_fact}
        self.by_fact |= {id_: [] for id_ in hanging}
        for evidence in self.known.evidence_of(sorted(hanging)):
            self.result.hanging[evidence.id] = evidence
            self._take(statement_of(evidence.properties))

    def _look_up_ends(self, stated: Iterable[list[Statement]]) -> None:
        wanted: dict[str, set[str]] = defaultdict(set)
        for stating in stated:
            for end in _ends(stating):
                if end.id not in self.levels:
                    wanted[end.label].add(end.id)
        found = self.known.levels_of(wanted)
        self.levels |= {id_: found.get(id_) for ids in wanted.values() for id_ in ids}

    def _settle_relationship(self, id_: str, stating: list[Statement]) -> None:
        stored = self.known.relationships.get(id_)
        because_of = self._kept_out_by(stating)
        if because_of:
            self.result.held |= {one.evidence: because_of for one in stating}
            stating = []
        levels = [self.levels.get(end.id) or "public" for end in _ends(stating)]
        row = derived_relationship(id_, stating, *levels)
        if row is None:
            if stored:
                self.result.gone_relationships.append(stored)
            return
        for one in stating:
            self.result.evidence_levels[one.evidence] = strictest(one.visibility, one.quoted, *levels)
        if stored is None or stored.properties != row.properties:
            self.result.relationships.append(row)

    def _kept_out_by(self, stating: list[Statement]) -> str | None:
        """The id of the end that is not there, or that a merge made the same as the other one."""
        ends = _ends(stating)
        if not ends:
            return None
        for end in ends:
            if self.levels.get(end.id) is None and (self.missing is None or end.id in self.missing):
                return end.id
        if ends[0].id == ends[1].id and ends[0].id in self.ledger.redirects.values():
            return ends[0].id
        return None


def _ends(stating: list[Statement]) -> tuple[Reference, ...]:
    if not stating or stating[0].start is None or stating[0].end is None:
        return ()
    return stating[0].start, stating[0].end
