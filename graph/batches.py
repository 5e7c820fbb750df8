"""What one load states, as rows for the database: a quotation becomes evidence that carries what it states.

The facts themselves are made from all evidence there is (`graph.deriving`). Pure: no database is touched here.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.deriving import plain
from graph.facts import Dataset, Fact, Quotation
from graph.identity import evidence_key, identifier, source_key
from graph.model.definitions import Node, Reference, Relationship
from graph.model.sources import Evidence, From, Source, SpeaksOf
from graph.rows import NodeRow, Properties, RelationshipRow
from graph.stated import Statement, strictest
from graph.stating import Stating, statings

NAMED_BY = 40
"""Characters of a quotation that are its name."""


@dataclass
class Batch:
    """Everything that one load states, ready to be compared with the graph."""

    dataset: str
    source_id: str
    nodes: dict[str, NodeRow] = field(default_factory=dict)
    """What rests on no evidence: the source, its cases; codes and coded areas of the program's own data."""
    relationships: dict[str, RelationshipRow] = field(default_factory=dict)
    """Scopes, the places of cases; what the program's own data connect."""
    evidence: dict[str, NodeRow] = field(default_factory=dict)
    statements: dict[str, Statement] = field(default_factory=dict)
    """Id of evidence → what it states."""
    copies: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Id of evidence → ids of the evidence that it is a copy of (`graph.copies`)."""
    replaced: set[str] = field(default_factory=set)
    """Ids of evidence in whose place this load puts its own."""
    adds_only: bool = False
    """Whether nothing is retired that this version lacks."""

    def add_node(self, node: Node) -> None:
        """Take a node that rests on no evidence."""
        properties = plain(node.properties()) | {"sources": [self.dataset]}
        self.nodes[node.id] = NodeRow((node.label,), properties, node.is_fact)

    def add_relationship(self, relationship: Relationship) -> None:
        """Take a relationship that rests on no evidence."""
        start, end = relationship.ordered_ends()
        properties = plain(relationship.properties()) | {"sources": [self.dataset]}
        self.relationships[relationship.id] = RelationshipRow(relationship.type, start, end, properties, relationship.is_fact)

    def facts(self) -> dict[str, str]:
        """Id of each fact as it was read → its main label or type."""
        return {one.read_as: one.labels[0] for one in self.statements.values()}


def batch_of(dataset: Dataset, facts: Iterable[Fact], source: Source) -> Batch:
    """Everything that one load states.

    Args:
        dataset: the source as its loader describes it.
        facts: what the loader read, in its order.
        source: the node of this version of the source.
    """
    batch = Batch(dataset=dataset.name, source_id=source.id, adds_only=dataset.adds_only)
    add_source(batch, dataset, source)
    stated: dict[str, list[Stating]] = {}
    for fact in facts:
        stated.setdefault(fact.id, []).extend(statings(fact))
    add_stated(batch, dataset, stated, levels_of(dataset, stated))
    return batch


def add_stated(batch: Batch, dataset: Dataset, stated: Mapping[str, Iterable[Stating]], levels: Mapping[str, str]) -> None:
    """Take what is stated of some facts: all that the load states of each.

    Args:
        batch: takes the evidence.
        dataset: the source.
        stated: id of each fact → what its quotations state, in the order of the file.
        levels: id of each fact → how visible it is.
    """
    for fact_id, of_fact in stated.items():
        by_words: dict[Quotation, Stating] = {}
        for one in of_fact:
            if (known := by_words.setdefault(one.quotation, one)) is not one:
                known.unite(one)
        _add_evidence(batch, dataset, fact_id, list(by_words.values()), levels[fact_id])


def add_source(batch: Batch, dataset: Dataset, source: Source) -> None:
    """Take what a load says of its source: the version, its cases, what it could have shown."""
    batch.add_node(source)
    for case in dataset.cases:
        batch.add_node(case)
        level = strictest(case.visibility, dataset.visibility)
        batch.nodes[case.id].properties["visibility"] = level
        batch.add_relationship(From(start=case.reference, end=source.reference, visibility=level))
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


def levels_of(dataset: Dataset, stated: Mapping[str, Iterable[Stating]]) -> dict[str, str]:
    """How visible each fact is: as the source, as its strictest statement, a relationship as its ends too."""
    own = {fact_id: own_level(dataset, of_fact) for fact_id, of_fact in stated.items()}
    return {fact_id: level_with_ends(own[fact_id], of_fact, own) for fact_id, of_fact in stated.items()}


def own_level(dataset: Dataset, of_fact: Iterable[Stating]) -> str:
    """How visible a fact is by itself."""
    return strictest(dataset.visibility, *(str(one.properties["visibility"]) for one in of_fact))


def level_with_ends(own: str, of_fact: Iterable[Stating], levels: Mapping[str, str]) -> str:
    """The same with the ends of a relationship, as far as this load states them."""
    first = next(iter(of_fact))
    return strictest(own, *(levels[end.id] for end in (first.start, first.end) if end and end.id in levels))


def _add_evidence(batch: Batch, dataset: Dataset, fact_id: str, stating: list[Stating], level: str) -> None:
    if len(stating) > 1:
        stating.sort(key=_place)
    seen: dict[str, int] = defaultdict(int)
    for position, one in enumerate(stating, start=1):
        quotation = one.quotation
        seen[quotation.quote] += 1
        key = evidence_key(dataset.name, fact_id, quotation.quote, seen[quotation.quote])
        id_ = identifier(key)
        statement = Statement(
            evidence=id_,
            dataset=dataset.name,
            read_as=fact_id,
            labels=one.labels,
            properties=one.properties | {"visibility": level},
            start=one.start,
            end=one.end,
            codes=one.codes,
            schemes=one.schemes,
            case=one.case,
            quoted=quotation.visibility,
            verified_on=quotation.verified_on or dataset.as_of,
            position=position,
        )
        visibility = level if level == quotation.visibility else strictest(level, quotation.visibility)
        properties = _evidence(statement, quotation, key, ordinal=seen[quotation.quote], visibility=visibility)
        batch.evidence[id_] = NodeRow(_EVIDENCE, properties, is_fact=False)
        batch.statements[id_] = statement
        if quotation.copy_of:
            batch.copies[id_] = quotation.copy_of
        batch.replaced.update(quotation.instead_of)


_EVIDENCE = (Evidence.label,)


def _evidence(statement: Statement, quotation: Quotation, key: str, *, ordinal: int, visibility: str) -> Properties:
    """The properties of the evidence that a quotation is for a fact; `ordinal` counts equal quotations of it.

    As `Evidence` declares them, made here at once: a large load makes millions of them.
    """
    found: Properties = {
        "id": statement.evidence,
        "key": key,
        "name": quotation.quote[:NAMED_BY],
        "visibility": visibility,
        "sources": [statement.dataset],
        "fact": statement.read_as,
        "dataset": statement.dataset,
        "quote": quotation.quote,
        "ordinal": ordinal,
        "extractor": quotation.extractor,
        "certainty": quotation.certainty,
        "review": "open",
        "states": statement.content(),
        "position": statement.position,
    }
    if quotation.repairs:
        found["repairs"] = sorted(quotation.repairs)
    for name, value in (
        ("verified_on", statement.verified_on),
        ("line", quotation.line),
        ("starts_at", quotation.start),
        ("ends_at", quotation.end),
        ("sheet", quotation.sheet),
        ("row", quotation.row),
        ("column", quotation.column),
        ("place", quotation.place),
        ("area_id", quotation.area_id),
    ):
        if value is not None and value != "":
            found[name] = value
    return found


def _place(one: Stating) -> tuple[int, int, str]:
    """Where it stands in the file, so that the order in which a loader names things does not matter."""
    quotation = one.quotation
    return quotation.line or quotation.row or 0, quotation.start or 0, quotation.quote


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
        mapping=dataset.mapping,
    )
