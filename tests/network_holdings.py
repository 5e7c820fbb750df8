"""Holdings of every kind of thing with values by chance, and what a network file makes of them when it is read back."""

from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from graph.areas import area_index
from graph.facts import Fact
from graph.holdings import Holdings
from graph.identity import identifier
from graph.model.catalogue import node_kinds, relationship_kinds
from graph.model.definitions import Node, Reference, Relationship
from graph.rows import NodeRow, Properties, RelationshipRow
from graph.taxonomy import taxonomy
from loaders.contract import Candidate, Problem, Streamed
from loaders.exporting import all_exporters
from loaders.gathered import gathered
from loaders.networks.cells import is_a_person
from loaders.networks.choices import choices_of
from loaders.networks.values import types
from loaders.registry import all_loaders
from loaders.tables.row import ERRORS, NOTHING

KEPT = frozenset({"id", "sources", "evidence", "verified_on", "differs"})
"""What writing keeps; a file carries it for people only, or not at all."""
CITY = area_index().by_code["242161"].area
PREFIXES = {"Organization": "organization", "Council": "council", "Programme": "programme"}
LOADER_OF = {"kumu": "kumu", "kumu-blueprint": "kumu", "gephi": "gephi", "gexf": "gephi", "graphml": "gephi"}
"""Format → the loader that reads it back."""

_BEGINNINGS = st.sampled_from(["", "", "", "=", "+", "-", "@", "'", "'=", "＝", "_x0041_", "㈱", "髙﨑", "𠮷", "|", "\\"])
_LETTERS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="\ufffe\uffff"), min_size=1, max_size=12)
TEXTS = st.builds("{}{}".format, _BEGINNINGS, _LETTERS).filter(
    lambda text: text.strip() == text and text not in NOTHING | ERRORS and not is_a_person(text)
)
_VALUES: dict[str, st.SearchStrategy[Any]] = {
    "str": TEXTS,
    "int": st.integers(0, 10**9),
    "float": st.floats(-1e6, 1e6, allow_nan=False).map(lambda number: round(number, 4)),
    "bool": st.booleans(),
    "date": st.dates(),
    "strings": st.lists(TEXTS, min_size=1, max_size=3, unique=True),
    "integers": st.lists(st.integers(1, 2), min_size=1, max_size=2, unique=True),
}
UNREAD = {"key", "name", "visibility", "placed_in", "code", "codes", "actor_types", *KEPT}


@st.composite
def network_holdings(draw: st.DrawFn) -> Holdings:
    """Some things and relationships between them; names may be alike."""
    nodes = [_area()]
    names = draw(st.lists(TEXTS, min_size=1, max_size=4))
    codes: dict[str, tuple[tuple[str, str], ...]] = {}
    for number, name in enumerate(draw(st.lists(st.sampled_from(names), min_size=2, max_size=6))):
        labels = draw(
            st.sampled_from([("Organization",), ("Council",), ("Organization", "Council"), ("Service",), ("Programme",), ("Post",)])
        )
        key = f"{PREFIXES.get(labels[0], labels[0].lower())}|{CITY.id}|{number}"
        node = NodeRow(
            labels, {"key": key, "id": identifier(key), "name": name, "visibility": "public", "placed_in": CITY.id, "sources": []}, True
        )
        for label in labels:
            node.properties.update(draw(_properties(label)))
        kind = {"Organization": ("ActorType", taxonomy().actor_types), "Service": ("ServiceCategory", taxonomy().service_categories)}
        if labels[0] in kind:
            of, entries = kind[labels[0]]
            codes[node.id] = tuple((of, code) for code in sorted(draw(st.sets(st.sampled_from(sorted(entries)), max_size=2))))
        nodes.append(node)
    return Holdings(nodes=tuple(nodes), relationships=tuple(draw(_relationships(nodes))), codes=codes)


def read_back(holdings: Holdings, format_: str, wording: str, folder: Path) -> tuple[dict[str, Any], dict[str, Any], tuple[Problem, ...]]:
    """The holdings written and read: what was held and what was read, by id, in one form; and the problems."""
    exporter = all_exporters()[format_]
    out = folder / f"network{exporter.suffix}"
    exporter.write(holdings, out, wording)
    candidate = Candidate(path=out, content=out.read_bytes())
    loader = all_loaders()[LOADER_OF[format_]]
    made = loader.transform(loader.read(candidate), candidate)
    whole = gathered(made) if isinstance(made, Streamed) else made
    rows: list[NodeRow | RelationshipRow] = [*holdings.nodes, *holdings.relationships]
    held = {row.id: _held(row, holdings) for row in rows}
    return held, {fact.id: _stated(fact) for fact in whole.facts}, whole.problems


def _area() -> NodeRow:
    return NodeRow(("Area",), dict(CITY.properties()) | {"sources": ["area_codes"]}, True)


@st.composite
def _properties(draw: st.DrawFn, kind: str) -> Properties:
    """Some properties of a label or type."""
    declared = node_kinds().get(kind) or relationship_kinds()[kind]
    found: Properties = {}
    for name, type_ in types(declared).items():
        values = choices_of(kind, name)
        if name not in UNREAD and (name == "function" or draw(st.booleans())):
            found[name] = draw(st.sampled_from(values)) if values else draw(_VALUES[type_])
    return found


@st.composite
def _relationships(draw: st.DrawFn, nodes: list[NodeRow]) -> list[RelationshipRow]:
    found: dict[str, RelationshipRow] = {}
    for _ in range(draw(st.integers(0, 6))):
        start, end = draw(st.sampled_from(nodes)), draw(st.sampled_from(nodes))
        allowed = [
            kind
            for kind in relationship_kinds().values()
            if kind.is_fact and {one.label for one in kind.starts} & {*start.labels} and {one.label for one in kind.ends} & {*end.labels}
        ]
        if start.id != end.id and allowed:
            kind = draw(st.sampled_from(allowed))
            given = draw(_properties(kind.type))
            one = kind(start=start.reference, end=end.reference, **given)
            first, second = one.ordered_ends()
            found[one.id] = RelationshipRow(kind.type, first, second, {"id": one.id, "visibility": "public", "sources": []} | given, True)
    return list(found.values())


def _held(row: NodeRow | RelationshipRow, holdings: Holdings) -> dict[str, Any]:
    given = {name: _plain(value) for name, value in row.properties.items() if name not in KEPT}
    if isinstance(row, RelationshipRow):
        declared: Node | Relationship = relationship_kinds()[row.type](start=Reference(label="x", id="x"), end=Reference(label="x", id="x"))
        return _defaults(declared) | given | {"type": row.type, "ends": (row.start.id, row.end.id)}
    defaults: dict[str, Any] = {}
    for label in reversed(row.labels):
        defaults |= _defaults(node_kinds()[label]())
    codes = tuple(code for kind, code in holdings.codes.get(row.id, ()) if kind != "Scheme")
    return defaults | given | {"labels": row.labels, "codes_of": codes}


def _stated(fact: Fact) -> dict[str, Any]:
    what = fact.what
    given = {name: _plain(value) for name, value in what.properties().items() if name not in KEPT}
    if isinstance(what, Relationship):
        return given | {"type": what.type, "ends": tuple(end.id for end in what.ordered_ends())}
    if fact.also:
        given = {name: _plain(value) for name, value in fact.also.properties().items() if name not in KEPT} | given
    labels = (what.label, fact.also.label) if fact.also else (what.label,)
    return given | {"labels": labels, "codes_of": fact.codes}


def _defaults(declared: Node | Relationship) -> dict[str, Any]:
    """What the model states of a thing of which nobody says anything."""
    return {name: _plain(value) for name, value in declared.properties().items() if name not in KEPT | {"key"}}


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
