"""A fact from everything that its evidence states: the same statements give the same fact, in whatever order they came.

- It is as visible as its loosest statement; what stricter ones say stays on their evidence, and the fact names their
  datasets only.
- Sets are united; of other values the newest verified one stands, and `differs` names those that sources give
  differently.
- A relationship is as strict as its ends too.
- The code table of the program words a coded area; sources add to it.

Pure: no database is touched here.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graph.coded_areas import AREA_CODES_DATASET, coded_things
from graph.identity import KNOWN_BY_ID
from graph.model.catalogue import node_kinds, relationship_kinds
from graph.model.definitions import VISIBILITY_LEVELS, Node, NodeKind, Reference, Relationship, RelationshipKind, stated
from graph.model.sources import DescribedIn
from graph.model.taxonomy import ActorType, InCategory, InScheme, NeedCategory, OfType, Scheme, ServiceCategory
from graph.rows import NodeRow, RelationshipRow, main_label_first
from graph.stated import Properties, Statement, loosest, strictest

UNITED = frozenset({"aliases", "actor_types", "layers", "sources", "evidence", "repairs", "categories"})
"""Properties that are sets: what several statements say is united. All others: the first that says something."""

WORDED_FREELY = frozenset({"key", "visibility", "text", "placed_in"})
"""Properties that every source words in its own way, or that say where it was read: not told apart."""

KEPT = frozenset({"id", "sources", "evidence", "verified_on", "differs"})
"""What writing keeps: no statement gives it."""

CODE_LINKS: dict[str, tuple[RelationshipKind, NodeKind]] = {
    "Organization": (OfType, ActorType),
    "Service": (InCategory, ServiceCategory),
    "Need": (InCategory, NeedCategory),
}
LINK_TYPES = frozenset({"OF_TYPE", "IN_CATEGORY", "IN_SCHEME", "DESCRIBED_IN"})
"""Relationships that come with the statements of a node."""


def derived_node(id_: str, statements: Iterable[Statement], *, key: str | None = None) -> NodeRow | None:
    """The node that statements give; None when nothing states it.

    Args:
        id_: its id.
        statements: all that is stated of it, also under ids that a merge made part of it.
        key: its identity in words, where only statements under other ids are left.
    """
    table = coded_things().get(id_)
    ordered = in_order(statements)
    if isinstance(table, Node):
        ordered.insert(0, _of_the_table(table))
    if not ordered:
        return None
    speaking = _speaking(ordered)
    properties = _united(speaking)
    own = [one for one in speaking if one.read_as == id_]
    if len(own) < len(speaking):
        _name_of_the_kept(properties, own or speaking, speaking)
        properties["key"] = _united(own)["key"] if own else key or properties["key"]
    labels = main_label_first({label for one in speaking for label in one.labels})
    return NodeRow(labels, _kept(id_, properties, ordered, speaking), node_kinds()[labels[0]].is_fact)


def derived_relationship(id_: str, statements: Iterable[Statement], *levels_of_ends: str) -> RelationshipRow | None:
    """The relationship that statements give, whose ends the ledger has put in already; None when nothing states it."""
    table = coded_things().get(id_)
    ordered = in_order(statements)
    if isinstance(table, Relationship):
        ordered.insert(0, _of_the_table(table))
    if not ordered:
        return None
    speaking = _speaking(ordered)
    first = ordered[0]
    if first.start is None or first.end is None:
        raise ValueError(f"no relationship: {first.labels}")
    properties = _kept(id_, _united(speaking), ordered, speaking)
    properties["visibility"] = strictest(properties["visibility"], *levels_of_ends)
    return RelationshipRow(first.labels[0], first.start, first.end, properties, relationship_kinds()[first.labels[0]].is_fact)


def derived_links(node: NodeRow, statements: Iterable[Statement]) -> list[RelationshipRow]:
    """The links of a node to its codes and cases, each as visible as the loosest statement that gives it."""
    found: dict[str, tuple[Relationship, list[Statement]]] = {}
    start = Reference(label=node.labels[0], id=node.id)
    for statement in statements:
        for link in _links(start, statement):
            found.setdefault(link.id, (link, []))[1].append(statement)
    return [
        RelationshipRow(
            link.type,
            link.start,
            link.end,
            {
                "id": link.id,
                "visibility": loosest(*(one.visibility for one in stating)),
                "sources": sorted({one.dataset for one in stating}),
            },
            is_fact=False,
        )
        for link, stating in found.values()
    ]


def in_order(statements: Iterable[Statement]) -> list[Statement]:
    """Statements as they count: the newest verified first, then by dataset and place."""
    return sorted(statements, key=_rank)


def differing(speaking: Sequence[Statement]) -> list[str]:
    """Properties that datasets give differently, sorted; within a dataset the first that says something counts."""
    by_dataset: dict[str, Properties] = {}
    for one in speaking:
        by_dataset[one.dataset] = one.properties | by_dataset.get(one.dataset, {})
    if len(by_dataset) == 1:
        return []
    values: dict[str, set[str]] = defaultdict(set)
    for said in by_dataset.values():
        for name, value in said.items():
            values[name].add(str(value))
    freely = WORDED_FREELY | UNITED | ({"name"} if speaking[0].labels[0] == "Need" else set())
    return sorted(name for name, given in values.items() if len(given) > 1 and name not in freely)


def _rank(statement: Statement) -> tuple[int, str, int, str]:
    newest_first = -statement.verified_on.toordinal() if statement.verified_on else 0
    return newest_first, statement.dataset, statement.position, statement.evidence


def _speaking(ordered: Sequence[Statement]) -> Sequence[Statement]:
    """The statements at the loosest level."""
    if len(ordered) == 1:
        return ordered
    level = min((one.visibility for one in ordered), key=VISIBILITY_LEVELS.index)
    return [one for one in ordered if one.visibility == level]


def _united(ordered: Sequence[Statement]) -> Properties:
    result = dict(ordered[0].properties)
    for one in ordered[1:]:
        for name, value in one.properties.items():
            if name in UNITED and name in result:
                result[name] = sorted({*result[name], *value})
            else:
                result.setdefault(name, value)
    if str(result.get("key", "")).startswith(KNOWN_BY_ID):
        result["key"] = next((key for one in ordered if not (key := one.properties["key"]).startswith(KNOWN_BY_ID)), result["key"])
    return result


def _name_of_the_kept(properties: Properties, naming: Sequence[Statement], speaking: Sequence[Statement]) -> None:
    """A body made of several keeps its own name; those of the others are aliases."""
    properties["name"] = naming[0].properties.get("name", properties.get("name"))
    if speaking[0].labels[0] == "Organization":
        others = {str(one.properties.get("name", "")) for one in speaking} - {properties["name"], ""}
        properties["aliases"] = sorted({*properties.get("aliases", ()), *others})


def _kept(id_: str, properties: Properties, ordered: Sequence[Statement], speaking: Sequence[Statement]) -> Properties:
    """The properties with what writing keeps beside them."""
    properties |= {"id": id_, "visibility": speaking[0].visibility, "sources": sorted({one.dataset for one in ordered})}
    if evidence := sorted(one.evidence for one in ordered if one.evidence):
        properties["evidence"] = evidence
    if days := [one.verified_on for one in speaking if one.verified_on]:
        properties["verified_on"] = max(days)
    if len(speaking) > 1 and (differs := differing([one for one in speaking if one.evidence])):
        properties["differs"] = differs
    return properties


def _links(start: Reference, statement: Statement) -> Iterable[Relationship]:
    declared = CODE_LINKS.get(start.label)
    if declared:
        relationship, code_kind = declared
        for code in statement.codes:
            yield relationship(start=start, end=code_kind(key=f"{code_kind.label}|{code}").reference)
    for scheme in statement.schemes:
        yield InScheme(start=start, end=Scheme(key=f"{Scheme.label}|{scheme}").reference)
    if statement.case:
        yield DescribedIn(start=start, end=Reference(label="CaseStudy", id=statement.case))


def _of_the_table(thing: Node | Relationship) -> Statement:
    """What the code table says, as a statement older than every source's, and before all of them."""
    return Statement(
        evidence="",
        dataset=AREA_CODES_DATASET,
        read_as=thing.id,
        labels=(thing.type,) if isinstance(thing, Relationship) else (thing.label,),
        properties=stated_properties(thing),
        start=thing.start if isinstance(thing, Relationship) else None,
        end=thing.end if isinstance(thing, Relationship) else None,
    )


def stated_properties(thing: Node | Relationship) -> Properties:
    """The properties that a declaration states, as the database takes them."""
    return plain({name: value for name, value in stated(thing).items() if name not in KEPT})


def plain(properties: Mapping[str, object]) -> Properties:
    """Property values as the database takes them: tuples as lists, sets among them sorted."""
    return {
        name: (sorted(value) if name in UNITED else list(value)) if isinstance(value, tuple) else value
        for name, value in properties.items()
    }
