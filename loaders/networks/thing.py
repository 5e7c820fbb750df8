"""One thing of a network file: what it is, and what identifies it."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from graph.areas import area_index
from graph.errors import RecordRejected
from graph.facts import Fact, Quotation
from graph.identity import area_key, council_key, need_key, organization_key, programme_key, service_key
from graph.model.areas import Area
from graph.model.catalogue import node_kinds
from graph.model.definitions import Node, Reference
from graph.model.needs import HasNeed
from graph.model.places import PartOf
from graph.taxonomy import taxonomy
from loaders.contract import Problem
from loaders.japanese.corporate_numbers import as_corporate_number
from loaders.networks.categories import codes_of, entries_for, needs_named
from loaders.networks.cells import exact, is_a_person, properties_of, word_of
from loaders.networks.kinds import NamesPerson, name_field, own_key
from loaders.networks.places import Placed, coded_area, place_of_row
from loaders.networks.words import KindOfThing
from loaders.tables.areas import Unresolved, resolved
from loaders.tables.kinds_of_body import kinds_of
from loaders.tables.row import Row

_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True, kw_only=True)
class Thing:
    """A thing that was taken."""

    node: Node
    row: Row
    named_by: str
    """The field whose cell names it."""
    certainty: str
    also: Node | None = None
    codes: tuple[str, ...] = ()
    schemes: tuple[str, ...] = ()
    is_own: bool = False
    """Whether it comes from one of our own files, under its own identity."""
    placed: Placed | None = None
    """Where its row places it; None where its own identity says so."""
    problems: tuple[Problem, ...] = field(default=())

    @property
    def labels(self) -> frozenset[str]:
        """What it is."""
        return frozenset({self.node.label, *([self.also.label] if self.also else [])})

    @property
    def area_id(self) -> str | None:
        """The area in which its row stands."""
        return self.placed.id if self.placed else None

    def quotation(self) -> Quotation:
        """The cell that names it."""
        return self.row.quotation(self.named_by, "thing", self.area_id, self.certainty)

    def facts(self, areas: Callable[[str], Reference | None]) -> Iterator[Fact]:
        """What its record states.

        Args:
            areas: id → the area, of those that this file states or that have a code.
        """
        evidence = (self.quotation(),)
        yield Fact(what=self.node, also=self.also, evidence=evidence, codes=self.codes, schemes=self.schemes)
        above = areas(self.placed.id) if self.placed and self.placed.by_row else None
        if above and self.node.label == "Need":
            yield Fact(what=HasNeed(start=above, end=self.node.reference), evidence=evidence)
        if above and isinstance(self.node, Area) and self.node.code is None and above.id != self.node.id:
            yield Fact(what=PartOf(start=self.node.reference, end=above), evidence=evidence)


def thing_of(row: Row, kind: KindOfThing, *, has_types: bool, areas: Mapping[str, str], provider: str | None = None) -> Thing:
    """The thing that a record states.

    Args:
        row: the record.
        kind: what it is.
        has_types: whether the file says so.
        areas: name → id of the areas that this file lists.
        provider: id of who provides the service, where the file says so.

    Raises:
        RecordRejected: it lacks what identifies it, or a value is none.
        NamesPerson: its name is a person's.
    """
    named_by = name_field(row)
    name = word_of(row, named_by) or ""
    key = own_key(row, kind.labels)
    if kind.labels[0] not in {"Area", "Observation"} and is_a_person(name):
        raise NamesPerson
    certainty = "explicit" if has_types else "structural"
    if key is not None:
        return _own(row, kind, key, named_by)
    if kind.labels == ("Area",):
        return _area(row, name, named_by, certainty, areas)
    return _placed(row, kind, named_by, certainty, areas=areas, provider=provider)


def _own(row: Row, kind: KindOfThing, key: str, named_by: str) -> Thing:
    """A thing of one of our own files: the same node again."""
    coded = area_index().by_code.get(key.removeprefix("area|")) if kind.labels == ("Area",) else None
    if coded:
        return Thing(node=coded.area, row=row, named_by=named_by, certainty="explicit", is_own=True)
    placed_in = exact(row, "placed_in").strip()
    common = {"key": key, "name": exact(row, named_by), **({"placed_in": placed_in} if _ID.fullmatch(placed_in) else {})}
    problems: list[Problem] = []
    nodes = []
    for label in kind.labels:
        declared = node_kinds()[label]
        given = properties_of(row, declared, problems, is_own=True)
        nodes.append(declared(**(given | {name: value for name, value in common.items() if name != "placed_in" or label != "Area"})))
    entries = entries_for(kind.labels)
    placed = Placed(id=placed_in, by_row=False) if coded_area(placed_in) else None
    return Thing(
        node=nodes[0],
        also=nodes[1] if nodes[1:] else None,
        row=row,
        named_by=named_by,
        certainty="explicit",
        is_own=True,
        codes=codes_of(row, "codes", entries) if entries else (),
        schemes=codes_of(row, "schemes", taxonomy().schemes),
        placed=placed,
        problems=tuple(problems),
    )


def _area(row: Row, name: str, named_by: str, certainty: str, areas: Mapping[str, str]) -> Thing:
    """An area: with a code, or a named part of one."""
    code = word_of(row, "code")
    within = place_of_row(row, areas) if row.text("area") else None
    above = area_index().by_code.get(within.code or "") if within else None
    found = resolved(code or (above.full_name + name if above else name), row.text("prefecture"))
    if not isinstance(found, Unresolved):
        return Thing(node=found.area, row=row, named_by=named_by, certainty=certainty)
    if code or within is None:
        raise RecordRejected(found.code, row.place_of("code" if code else named_by), **dict(found.values))
    problems: list[Problem] = []
    given = properties_of(row, Area, problems, is_own=False)
    node = Area(**(given | {"key": area_key(parent_id=within.id, name=name), "name": name}))
    return Thing(node=node, row=row, named_by=named_by, certainty=certainty, placed=within, problems=tuple(problems))


def _placed(row: Row, kind: KindOfThing, named_by: str, certainty: str, *, areas: Mapping[str, str], provider: str | None) -> Thing:
    """A thing that its row places in an area."""
    name = word_of(row, named_by) or ""
    placed = place_of_row(row, areas)
    problems: list[Problem] = []
    codes = _codes(row, kind, name)
    number = _corporate_number(row, problems) if "Organization" in kind.labels else None
    keys: dict[str, Callable[[], str]] = {
        "Organization": lambda: organization_key(placed.id, name, corporate_number=number),
        "Council": lambda: council_key(placed.id, name),
        "Service": lambda: service_key(provider or "", name, placed.id),
        "Need": lambda: need_key(placed.id, codes),
        "Programme": lambda: programme_key(placed.id, name),
    }
    if kind.labels[0] not in keys:
        raise RecordRejected("kind_needs_key", row.place_of("type"), word=row.cell("type"))
    key = keys[kind.labels[0]]()
    nodes = []
    for label in kind.labels:
        declared = node_kinds()[label]
        given = properties_of(row, declared, problems, is_own=False) | {"key": key, "name": name, "placed_in": placed.id}
        if label == "Organization":
            given |= {"actor_types": codes, "corporate_number": number}
        if label == "Need":
            given |= {"codes": codes, "text": given.get("text") or name}
        nodes.append(declared(**given))
    return Thing(
        node=nodes[0],
        also=nodes[1] if nodes[1:] else None,
        row=row,
        named_by=named_by,
        certainty=certainty,
        codes=codes,
        schemes=codes_of(row, "schemes", taxonomy().schemes),
        placed=placed,
        problems=tuple(problems),
    )


def _codes(row: Row, kind: KindOfThing, name: str) -> tuple[str, ...]:
    """The codes that a record states in its own cell, by its type, or by its name.

    Raises:
        RecordRejected: unknown_code; need_without_category.
    """
    entries = entries_for(kind.labels)
    found = set(codes_of(row, "codes", entries)) if entries else set()
    found |= set(kind.codes)
    if "Organization" in kind.labels:
        found |= set(codes_of(row, "actor_types", entries)) | set(kinds_of(name))
    if kind.labels == ("Need",) and not (found := found or set(needs_named(name))):
        known = "、".join(f"{entry.ja}（{code}）" for code, entry in entries.items())
        raise RecordRejected("need_without_category", row.place, name=name, known=known)
    return tuple(sorted(found))


def _corporate_number(row: Row, problems: list[Problem]) -> str | None:
    text = row.text("corporate_number")
    if text is None:
        return None
    try:
        return as_corporate_number(text)
    except ValueError:
        place = row.place_of("corporate_number")
        problems.append(Problem(code="wrong_corporate_number", place=place, kind="warning", values={"value": text}))
        return None
