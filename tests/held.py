"""What a graph holds, read without any question: for computing answers a second time, in Python.

Nothing here shares a line with a `.cypher` file: nodes and relationships come as they lie in the database, without what
an audience may not see.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph import statements
from graph.connection import Graph
from graph.model.catalogue import node_kinds, relationship_kinds

Properties = dict[str, Any]

BODY_TIES = ("COLLABORATES_WITH", "SUPPORTS", "FUNDS", "COMMISSIONS", "ESTABLISHED", "CONNECTS", "REFERS_TO")
THROUGH_SERVICES = ("PROVIDES", "SUPPORTS", "FUNDS", "ESTABLISHED")
TAXONOMY = ("ServiceCategory", "NeedCategory", "ActorType", "Scheme", "Guideline")


@dataclass(frozen=True)
class Tie:
    """One relationship as it lies in the database."""

    type: str
    start: str
    end: str
    properties: Properties


@dataclass
class Raw:
    """Everything in a graph, to every audience."""

    nodes: dict[str, tuple[frozenset[str], Properties]]
    """Id → labels and properties."""
    ties: list[Tie]

    @classmethod
    def of(cls, graph: Graph) -> "Raw":
        """Read it all."""
        nodes: dict[str, tuple[frozenset[str], Properties]] = {}
        for label in node_kinds().keys() - {"Migration", "WriterLease", "Withdrawn"}:
            for row in graph.read(statements.all_nodes(label)):
                nodes[row["properties"]["id"]] = frozenset(row["labels"]), row["properties"]
        ties = [
            Tie(type_, row["start"], row["end"], row["properties"])
            for type_ in relationship_kinds()
            for row in graph.read(statements.all_relationships(type_))
        ]
        return cls(nodes, ties)


class Held:
    """What one audience may see of it.

    Args:
        raw: everything.
        visible: the levels that the audience may see.
    """

    def __init__(self, raw: Raw, visible: Collection[str]) -> None:
        self.raw, self.visible = raw, visible
        self.nodes = {id_: node for id_, node in raw.nodes.items() if self._seen(node[1], node[0])}
        self.outgoing: dict[str, list[Tie]] = defaultdict(list)
        self.incoming: dict[str, list[Tie]] = defaultdict(list)
        for tie in raw.ties:
            if tie.start in self.nodes and tie.end in self.nodes and self._seen(tie.properties, ()):
                self.outgoing[tie.start].append(tie)
                self.incoming[tie.end].append(tie)
        self.evidence: dict[str, list[str]] = defaultdict(list)
        for id_, one in self.of("Evidence"):
            self.evidence[one["fact"]].append(id_)

    def _seen(self, properties: Properties, labels: Collection[str]) -> bool:
        # Codes of the taxonomy, and links to them that state no level, are nobody's secret.
        return properties.get("visibility", "public") in self.visible or any(label in TAXONOMY for label in labels)

    def existing(self, day: date) -> "Held":
        """The same without the bodies that were dissolved by a day; one that is a council too stays as that."""
        nodes = {
            id_: (labels - {"Organization"}, properties)
            if properties.get("ended_on", day) <= day and "ended_on" in properties
            else (labels, properties)
            for id_, (labels, properties) in self.raw.nodes.items()
        }
        return Held(Raw({id_: node for id_, node in nodes.items() if node[0]}, self.raw.ties), self.visible)

    def of(self, label: str) -> Iterator[tuple[str, Properties]]:
        """Id and properties of each node with that label, whichever of its labels it is."""
        return ((id_, properties) for id_, (labels, properties) in self.nodes.items() if label in labels)

    def is_a(self, id_: str, label: str) -> bool:
        """Whether a node has a label."""
        return id_ in self.nodes and label in self.nodes[id_][0]

    def get(self, id_: str) -> Properties:
        """The properties of a node."""
        return self.nodes[id_][1]

    def ends(self, start: str, *types: str, label: str | None = None) -> set[str]:
        """Ids at the ends of relationships that begin at a node."""
        return {tie.end for tie in self.outgoing[start] if tie.type in types and (label is None or self.is_a(tie.end, label))}

    def starts(self, end: str, *types: str, label: str | None = None) -> set[str]:
        """Ids at the starts of relationships that end at a node."""
        return {tie.start for tie in self.incoming[end] if tie.type in types and (label is None or self.is_a(tie.start, label))}

    def homes(self, body: str) -> set[str]:
        """Where a body works, else where its case or register places it."""
        works = self.ends(body, "OPERATES_IN", label="Area")
        placed = self.get(body).get("placed_in")
        return works or ({placed} if placed else set())

    def records(self) -> Iterator[tuple[str, str, set[str]]]:
        """Id, kind of fact and places of each body, council, service and need; a body that is a council too comes as both."""
        yield from ((id_, "bodies", self.homes(id_)) for id_, _ in self.of("Organization"))
        yield from ((id_, "seats", self._placed(id_)) for id_, _ in self.of("Council"))
        yield from ((id_, "services", self.served(id_)) for id_, _ in self.of("Service"))
        yield from ((id_, "needs", self.starts(id_, "HAS_NEED", label="Area")) for id_, _ in self.of("Need"))

    def served(self, service: str) -> set[str]:
        """Where a service is held and whom it covers, else where its case or register places it."""
        return self.ends(service, "DELIVERED_IN", "COVERS", label="Area") or self._placed(service)

    def _placed(self, id_: str) -> set[str]:
        placed = self.get(id_).get("placed_in")
        return {placed} if placed else set()

    def neighbours(self, body: str) -> set[str]:
        """Organisations with which one has a recorded tie, directly or through one service."""
        found = set[str]()
        for tie in (*self.outgoing[body], *self.incoming[body]):
            other = tie.end if tie.start == body else tie.start
            if tie.type in BODY_TIES and self.is_a(other, "Organization") and tie.properties.get("state", "recorded") == "recorded":
                found.add(other)
        for service in self.ends(body, *THROUGH_SERVICES, label="Service"):
            found |= self.starts(service, *THROUGH_SERVICES, label="Organization")
        return found - {body}

    def speaking(self, kind: str, area: str, day: date | None = None) -> set[str]:
        """Datasets whose current source speaks of a kind of fact of an area.

        Args:
            kind: one of `graph.model.sources.KINDS_OF_FACT`.
            area: id.
            day: the time asked about; None for the day for which each source itself holds.
        """
        found = set[str]()
        for tie in self.incoming[area]:
            if tie.type != "SPEAKS_OF" or tie.properties["kind"] != kind or not self.get(tie.start).get("current"):
                continue
            source, scope = self.get(tie.start), tie.properties
            at = day or source.get("as_of")
            begins, ends_on = scope.get("begins"), scope.get("ends_on")
            if at is None or ((begins is None or begins <= at) and (ends_on is None or ends_on >= at)):
                found.add(source["dataset"])
        return found

    def able(self, kind: str, areas: Iterable[str], day: date | None = None) -> set[str]:
        """Datasets that speak of a kind of fact of one of some areas, or of what it lies in."""
        return {dataset for area in areas for wider in self.above(area) for dataset in self.speaking(kind, wider, day)}

    def copies(self) -> dict[str, date | None]:
        """Each current source by its dataset: the day it holds for."""
        return {one["dataset"]: one.get("as_of") for _, one in self.of("Source") if one.get("current")}

    def above(self, area: str) -> set[str]:
        """An area and all that it lies in."""
        found, waiting = {area}, [area]
        while waiting:
            new = self.ends(waiting.pop(), "PART_OF", label="Area") - found
            found |= new
            waiting += new
        return found

    def below(self, area: str) -> set[str]:
        """An area and all that lies in it."""
        found, waiting = {area}, [area]
        while waiting:
            new = self.starts(waiting.pop(), "PART_OF", label="Area") - found
            found |= new
            waiting += new
        return found
