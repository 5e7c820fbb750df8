"""Facts of one load as rows for the database: facts named twice become one, and each gets its evidence.

Pure: no database is touched here.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from graph.facts import Dataset, Fact, Quotation
from graph.identity import evidence_key, source_key
from graph.model.definitions import VISIBILITY_LEVELS, Node, NodeKind, Reference, Relationship, RelationshipKind
from graph.model.sources import CaseStudy, DescribedIn, Evidence, From, Source, SpeaksOf
from graph.model.taxonomy import (
    ActorType,
    InCategory,
    InScheme,
    NeedCategory,
    OfType,
    Scheme,
    ServiceCategory,
)

Properties = dict[str, Any]

UNITED = frozenset({"aliases", "actor_types", "layers", "sources", "evidence", "repairs", "categories"})
"""Properties that are sets: what several statements say is united. All others: the first that says something."""

CODE_LINKS: dict[str, tuple[RelationshipKind, NodeKind]] = {
    "Organization": (OfType, ActorType),
    "Service": (InCategory, ServiceCategory),
    "Need": (InCategory, NeedCategory),
}


@dataclass
class NodeRow:
    """One node to be stored; `labels` has the main label first."""

    labels: tuple[str, ...]
    properties: Properties
    is_fact: bool

    @property
    def id(self) -> str:
        """Its id."""
        return str(self.properties["id"])


@dataclass
class RelationshipRow:
    """One relationship to be stored."""

    type: str
    start: Reference
    end: Reference
    properties: Properties
    is_fact: bool

    @property
    def id(self) -> str:
        """Its id."""
        return str(self.properties["id"])


@dataclass
class Batch:
    """Everything that one load states, ready to be compared with the graph."""

    dataset: str
    source_id: str
    nodes: dict[str, NodeRow] = field(default_factory=dict)
    relationships: dict[str, RelationshipRow] = field(default_factory=dict)

    def add_node(self, node: Node, *, also: Node | None = None) -> NodeRow:
        """Take a node; one that was named before is united with it."""
        labels = (node.label, also.label) if also else (node.label,)
        properties = plain_properties(node.properties()) | {"sources": [self.dataset]}
        if also:
            properties = united(properties, plain_properties(also.properties()))
        known = self.nodes.get(node.id)
        if known:
            known.properties = united(known.properties, properties)
            known.labels = tuple(dict.fromkeys((*known.labels, *labels)))
            return known
        row = NodeRow(labels=labels, properties=properties, is_fact=node.is_fact)
        self.nodes[row.id] = row
        return row

    def add_relationship(self, relationship: Relationship) -> RelationshipRow:
        """Take a relationship; one that was named before is united with it."""
        start, end = relationship.ordered_ends()
        properties = plain_properties(relationship.properties()) | {"sources": [self.dataset]}
        known = self.relationships.get(relationship.id)
        if known:
            known.properties = united(known.properties, properties)
            return known
        row = RelationshipRow(relationship.type, start, end, properties, relationship.is_fact)
        self.relationships[row.id] = row
        return row


def batch_of(dataset: Dataset, facts: Iterable[Fact], source: Source) -> Batch:
    """Everything that one load states.

    Args:
        dataset: the source as its loader describes it.
        facts: what the loader read, in its order.
        source: the node of this version of the source.
    """
    batch = Batch(dataset=dataset.name, source_id=source.id)
    batch.add_node(source)
    for case in dataset.cases:
        batch.add_node(case)
        batch.add_relationship(From(start=case.reference, end=source.reference, visibility=dataset.visibility))
    for scope in dataset.scopes:
        batch.add_relationship(
            SpeaksOf(
                start=source.reference,
                end=Reference(label="Area", id=scope.area_id),
                kind=scope.kind,
                coverage=scope.coverage,
                categories=scope.categories,
                begins=scope.begins,
                ends_on=scope.ends_on,
                visibility=dataset.visibility,
            )
        )
    quotations: dict[str, list[Quotation]] = defaultdict(list)
    for fact in facts:
        _add_fact(batch, fact)
        quotations[fact.id].extend(fact.evidence)
    _tighten(batch, dataset)
    _add_evidence(batch, dataset, source, quotations)
    return batch


def _add_fact(batch: Batch, fact: Fact) -> None:
    if isinstance(fact.what, Relationship):
        batch.add_relationship(fact.what)
        return
    node = fact.what
    batch.add_node(node, also=fact.also)
    link = CODE_LINKS.get(node.label)
    if link:
        relationship, code_kind = link
        for code in fact.codes:
            end = code_kind(key=f"{code_kind.label}|{code}").reference
            batch.add_relationship(relationship(start=node.reference, end=end))
    for scheme in fact.schemes:
        batch.add_relationship(InScheme(start=node.reference, end=Scheme(key=f"{Scheme.label}|{scheme}").reference))
    if isinstance(fact.case, CaseStudy):
        batch.add_relationship(DescribedIn(start=node.reference, end=fact.case.reference))


def _add_evidence(batch: Batch, dataset: Dataset, source: Source, quotations: dict[str, list[Quotation]]) -> None:
    for fact_id, found in quotations.items():
        row = batch.nodes.get(fact_id) or batch.relationships[fact_id]
        seen: dict[str, int] = defaultdict(int)
        ids: list[str] = []
        for quotation in dict.fromkeys(found):
            seen[quotation.quote] += 1
            ordinal = seen[quotation.quote]
            evidence = Evidence(
                key=evidence_key(dataset.name, fact_id, quotation.quote, ordinal),
                name=quotation.quote[:40],
                visibility=strictest(row.properties["visibility"], quotation.visibility),
                fact=fact_id,
                dataset=dataset.name,
                quote=quotation.quote,
                ordinal=ordinal,
                line=quotation.line,
                starts_at=quotation.start,
                ends_at=quotation.end,
                sheet=quotation.sheet,
                row=quotation.row,
                column=quotation.column,
                extractor=quotation.extractor,
                certainty=quotation.certainty,
                area_id=quotation.area_id,
                repairs=quotation.repairs,
            )
            batch.add_node(evidence)
            batch.add_relationship(From(start=evidence.reference, end=source.reference, visibility=evidence.visibility))
            ids.append(evidence.id)
        row.properties["evidence"] = sorted(ids)
        if dataset.as_of:
            row.properties["verified_on"] = dataset.as_of


def _tighten(batch: Batch, dataset: Dataset) -> None:
    """What a source states is as strict as the source; a relationship is as strict as its ends too."""
    for node in batch.nodes.values():
        node.properties["visibility"] = strictest(node.properties["visibility"], dataset.visibility)
    for row in batch.relationships.values():
        ends = [batch.nodes[end.id].properties["visibility"] for end in (row.start, row.end) if end.id in batch.nodes]
        row.properties["visibility"] = strictest(row.properties["visibility"], dataset.visibility, *ends)


def strictest(*levels: str) -> str:
    """The strictest of several visibility levels."""
    return max(levels, key=VISIBILITY_LEVELS.index)


def united(first: Properties, second: Properties) -> Properties:
    """What two statements about one thing say together: sets united, else the first that says something."""
    result = dict(second) | first
    for name in UNITED & first.keys() & second.keys():
        result[name] = sorted({*first[name], *second[name]})
    if "visibility" in first and "visibility" in second:
        result["visibility"] = strictest(first["visibility"], second["visibility"])
    if isinstance(first.get("verified_on"), date) and isinstance(second.get("verified_on"), date):
        result["verified_on"] = max(first["verified_on"], second["verified_on"])
    return result


def plain_properties(properties: Properties) -> Properties:
    """Property values as the database takes them: tuples as lists, sets among them sorted."""
    return {
        name: (sorted(value) if name in UNITED else list(value)) if isinstance(value, tuple) else value
        for name, value in properties.items()
    }


def source_of(dataset: Dataset, *, loader: str, checksum: str, file: str, loaded_at: str) -> Source:
    """The node of one version of a source."""
    return Source(
        key=source_key(dataset.name, checksum),
        name=dataset.title,
        visibility=dataset.visibility,
        dataset=dataset.name,
        loader=loader,
        title=dataset.title,
        licence=dataset.licence,
        checksum=checksum,
        file=file,
        as_of=dataset.as_of,
        loaded_at=loaded_at,
    )
