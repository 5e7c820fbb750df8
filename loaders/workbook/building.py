"""A workbook as a whole: what each row names and states, once the rows that cannot be taken are left out.

A row that cannot be taken takes with it what names it; so the rows are gone through again until no further one falls out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from graph.areas import area_index
from graph.errors import AreaNotResolved, RecordRejected
from graph.identity import normalised
from graph.model.councils import Council
from graph.model.definitions import Node, Relationship, stated
from loaders.contract import Problem
from loaders.tables.table import problem_of
from loaders.workbook.districts import DistrictBuilder, Districts, place_of
from loaders.workbook.names import Names, Thing
from loaders.workbook.read import Entry, Filled, rejected
from loaders.workbook.sheet_kinds import KEY
from loaders.workbook.things import ThingBuilder, is_same
from loaders.workbook.tie_rows import Stated, names_in, of_columns, of_row, of_the_area, of_the_default


@dataclass(kw_only=True)
class Built:
    """What a workbook says."""

    districts: Districts
    refused: dict[int, Problem] = field(default_factory=dict)
    """Number of an entry → why it is not taken."""
    things: dict[int, Thing] = field(default_factory=dict)
    """Number of an entry → what it names, with both kinds of a body that is a council too."""
    ties: dict[int, tuple[Stated, ...]] = field(default_factory=dict)
    """Number of an entry → what it states of how things belong together."""
    relationships: dict[str, Relationship] = field(default_factory=dict)
    """Id → the relationship as the fullest of its rows has it."""
    warnings: list[Problem] = field(default_factory=list)


def built(filled: Filled, dataset: str) -> Built:
    """Everything that a workbook says."""
    refused: dict[int, Problem] = {}
    while True:
        attempt = _Attempt(filled, dataset, refused)
        found = attempt.build()
        if not attempt.new:
            found.refused = refused
            return found
        refused = refused | attempt.new


class _Attempt:
    """One go through the rows that are still there."""

    def __init__(self, filled: Filled, dataset: str, refused: Mapping[int, Problem]) -> None:
        self.entries = filled.entries
        self.refused = refused
        self.new: dict[int, Problem] = {}
        self.numbers = {id(entry): number for number, entry in enumerate(filled.entries)}
        self.result = Built(districts=_districts(filled))
        self.builder = ThingBuilder(self.result.districts, dataset)
        self.nodes: dict[int, Node] = {}
        self.first: dict[tuple[str, str], int] = {}
        """Sheet and id → number of the entry that names it first."""

    def build(self) -> Built:
        areas = {number: entry for number, entry in self._left() if entry.sheet.name == "areas"}
        DistrictBuilder(self.result.districts, areas, self._reject).build()
        for is_service in (False, True):
            self._make_things(services=is_service)
        self._join_doubles()
        self._make_ties()
        self.result.warnings += self.builder.warnings
        return self.result

    def _left(self) -> Iterator[tuple[int, Entry]]:
        for number, entry in enumerate(self.entries):
            if number not in self.refused and number not in self.new:
                yield number, entry

    def _reject(self, entry: Entry, error: RecordRejected) -> None:
        kind = "set_aside" if error.key == "example_changed" else "refused"
        self.new.setdefault(self.numbers[id(entry)], replace(problem_of(error), kind=kind))

    def _make_things(self, *, services: bool) -> None:
        """Services last: who provides one is part of what it is."""
        names = self._names() if services else None
        for number, entry in list(self._left()):
            if entry.sheet.label is None or (entry.sheet.name == "services") is not services:
                continue
            try:
                self._refuse_at_once(entry)
                provider = self._provider(entry, names) if names else ""
                node = self.builder.made(entry, number, provider=provider)
                self._refuse_twice(entry, number, node)
            except RecordRejected as error:
                self._reject(entry, error)
            else:
                self.nodes[number] = node

    def _refuse_at_once(self, entry: Entry) -> None:
        if entry.is_example():
            raise rejected(entry, "mark", "example_changed")

    def _provider(self, entry: Entry, names: Names) -> str:
        providers = entry.sheet.by_key["providers"]
        listed, _ = names_in(entry, providers, names)
        if not listed or providers.tie is None or entry.text(KEY):
            return ""
        return names.find(entry, "providers", listed[0], providers.tie.labels).id

    def _refuse_twice(self, entry: Entry, number: int, node: Node) -> None:
        first = self.first.setdefault((entry.sheet.name, node.id), number)
        if first != number:
            other = self.entries[first]
            same_name = other.texts.get("name") == entry.texts.get("name")
            raise RecordRejected("duplicate_row" if same_name else "key_twice", entry.place, first=other.place)

    def _join_doubles(self) -> None:
        """A body that stands among the councils too is one thing with both kinds."""
        by_id: dict[str, list[int]] = {}
        for number, node in self.nodes.items():
            by_id.setdefault(node.id, []).append(number)
        for numbers in by_id.values():
            nodes = [self.nodes[number] for number in numbers]
            if len(nodes) > 1 and not is_same(*nodes[:2]):
                entry = self.entries[numbers[-1]]
                self._reject(entry, RecordRejected("key_twice", entry.place, first=self.entries[numbers[0]].place))
                numbers, nodes = numbers[:1], nodes[:1]  # noqa: PLW2901 - the row that stays
            nodes.sort(key=lambda node: node.label != "Organization")
            for number in numbers:
                self.result.things[number] = Thing(node=nodes[0], also=nodes[1] if len(nodes) > 1 else None, area=self._area_of(number))

    def _area_of(self, number: int) -> str:
        if self.entries[number].sheet.label == "Area":
            return ""
        place = self.builder.place(self.entries[number])
        return place.full_name if place else ""

    def _names(self) -> Names:
        refused = {
            normalised(self.entries[number].texts.get("name", "")): problem.place
            for number, problem in {**self.refused, **self.new}.items()
            if self.entries[number].sheet.label
        }
        things = self.result.things or {
            number: Thing(node=node, also=None, area=self._area_of(number)) for number, node in self.nodes.items()
        }
        return Names((one for one in things.values() if one.node.label != "Area"), self.result.districts, refused)

    def _make_ties(self) -> None:
        names = self._names()
        order = sorted(self._left(), key=lambda pair: pair[1].sheet.label is not None)
        for number, entry in order:
            try:
                stated_here = tuple(self._stated(entry, number, names))
                for one in stated_here:
                    self._take(entry, number, one)
            except RecordRejected as error:
                self._reject(entry, error)
            else:
                self.result.ties[number] = stated_here

    def _stated(self, entry: Entry, number: int, names: Names) -> Iterator[Stated]:
        if entry.sheet.label is None:
            self._refuse_at_once(entry)
            relationship, warnings = of_row(entry, names)
            self.result.warnings += warnings
            yield Stated(relationship=relationship, column="tie")
            return
        thing = self.result.things[number]
        visibility = thing.node.visibility
        if entry.sheet.label == "Area" and self.result.districts.rows[number].area.code and not entry.text(KEY):
            return
        members = entry.sheet.by_key.get("members")
        if members and names_in(entry, members, names)[1]:
            self._open_the_list(number)
        yield from of_columns(entry, thing.reference, names, visibility=visibility)
        if entry.sheet.label == "Area" and not entry.text("parent") and (parents := self.result.districts.parents[number]):
            yield of_the_default(thing.reference, parents[0].area.reference, visibility=visibility)
        place = self.builder.place(entry) if entry.sheet.label != "Area" else None
        yield from of_the_area(entry, thing.reference, place.area.reference if place else None, visibility=visibility)

    def _open_the_list(self, number: int) -> None:
        """The list of members ends in 等: others may sit on the council."""
        thing = self.result.things[number]
        if isinstance(thing.also, Council):
            changed = replace(thing, also=replace(thing.also, open_list=True))
        elif isinstance(thing.node, Council):
            changed = replace(thing, node=replace(thing.node, open_list=True))
        else:
            return
        for other, one in self.result.things.items():
            if one.node.id == thing.node.id:
                self.result.things[other] = changed

    def _take(self, entry: Entry, number: int, one: Stated) -> None:
        """Take a relationship; a row of つながり says more of it than a column does."""
        known = self.result.relationships.get(one.relationship.id)
        if known is None:
            self.result.relationships[one.relationship.id] = one.relationship
            self.first[entry.sheet.name, one.relationship.id] = number
            return
        if entry.sheet.label is None:
            first = self.entries[self.first[entry.sheet.name, one.relationship.id]]
            raise RecordRejected("duplicate_row", entry.place, first=first.place)
        missing = {name: said for name, said in stated(one.relationship).items() if getattr(known, name) in (None, ())}
        self.result.relationships[one.relationship.id] = replace(known, **missing)  # type: ignore[arg-type]


def _districts(filled: Filled) -> Districts:
    if not filled.about.area:
        return Districts()
    try:
        coded = area_index().resolve(filled.about.area)
    except AreaNotResolved:
        return Districts()
    prefecture = area_index().prefecture_of(coded).full_name
    return Districts(prefecture=prefecture, default=place_of(coded) if coded.area.level != "prefecture" else None)
