"""The things of a network file, known by what its ties call them, so that each tie finds its ends."""

from collections.abc import Iterable, Mapping

from graph.errors import RecordRejected
from graph.facts import Fact
from graph.model.definitions import Reference
from graph.model.services import Provides
from loaders.contract import Problem
from loaders.networks.cells import exact, is_a_person, reference_of
from loaders.networks.kinds import ORGANIZATION, NamesPerson, kind_of
from loaders.networks.places import coded_area
from loaders.networks.records import NetworkFile
from loaders.networks.thing import Thing, thing_of
from loaders.networks.tie_words import word_field
from loaders.networks.words import KindOfThing, kind_of_tie
from loaders.tables.row import Row

Absent = RecordRejected | NamesPerson
"""Why a thing that the file names was not taken."""


class Things:
    """Every thing of a file, taken or not."""

    def __init__(self, file: NetworkFile) -> None:
        self.file = file
        self.by_place: dict[str, Thing | Absent] = {}
        self.areas: dict[str, str] = {}
        """Name → id of the areas that the file lists."""
        self._by_id: dict[str, list[Thing | Absent]] = {}
        self._by_label: dict[str, list[Thing | Absent]] = {}
        self._first: dict[str, Thing] = {}
        self._read()

    @property
    def taken(self) -> Iterable[Thing]:
        """Those that were taken, each once."""
        return self._first.values()

    def area(self, id_: str) -> Reference | None:
        """The area of an id, where this file lists it or it has a code."""
        known = id_ in self._first or coded_area(id_) is not None
        return Reference(label="Area", id=id_) if known else None

    def placed_of(self, id_: str) -> str | None:
        """Id of the area in which the record of a thing places it; None where it is not known."""
        return self._first[id_].area_id if id_ in self._first else None

    def take(self, row: Row) -> tuple[Iterable[Fact], Iterable[Problem]]:
        """A record of a thing as facts.

        Raises:
            RecordRejected: it cannot be taken.
        """
        found = self.by_place[row.place]
        if isinstance(found, NamesPerson):
            return (), (Problem(code="person", place=row.place, kind="set_aside"),)
        if isinstance(found, RecordRejected):
            raise found
        return found.facts(self.area), found.problems

    def end(self, row: Row, key: str) -> Thing:
        """The thing at one end of a tie.

        Raises:
            RecordRejected: there is none (unknown_end), it was not taken (end_not_taken), or several are called so (ambiguous_end).
            NamesPerson: it is a person.
        """
        row.required(key)
        text = reference_of(row, key)
        if not self.file.things_listed:
            return self._implied(row, key)
        found = self._by_id.get(text) or self._by_label.get(text) or self._by_label.get(text.casefold()) or []
        if not found and is_a_person(text):
            raise NamesPerson
        if not found:
            raise RecordRejected("unknown_end", row.place_of(key), name=text)
        taken = {one.node.id: one for one in found if isinstance(one, Thing)}
        if len(taken) > 1:
            raise RecordRejected("ambiguous_end", row.place_of(key), name=text)
        if any(isinstance(one, NamesPerson) for one in found):
            raise NamesPerson
        if not taken:
            raise RecordRejected("end_not_taken", row.place_of(key), name=text)
        return next(iter(taken.values()))

    def _implied(self, row: Row, key: str) -> Thing:
        """A body that only the ends of ties name."""
        return thing_of(_as_thing(row, key), ORGANIZATION, has_types=False, areas={})

    def _read(self) -> None:
        """Areas first, since others lie in them; services without our key last, since who provides them identifies them."""
        waiting: list[tuple[Row, KindOfThing]] = []
        for row in self.file.things.rows():
            try:
                kind = kind_of(row, has_types=self.file.has_types)
                if kind.labels == ("Area",):
                    self._keep(row, thing_of(row, kind, has_types=True, areas=self.areas))
                else:
                    waiting.append((row, kind))
            except (RecordRejected, NamesPerson) as reason:
                self._keep(row, reason)
        services: list[tuple[Row, KindOfThing]] = []
        for row, kind in waiting:
            if kind.labels == ("Service",) and not exact(row, "key"):
                services.append((row, kind))
            else:
                self._take(row, kind)
        providers = self._providers() if services else {}
        for row, kind in services:
            known = [providers[name] for key in ("id", "label", "name") if (name := reference_of(row, key)) in providers]
            self._take(row, kind, provider=known[0] if known else None)

    def _take(self, row: Row, kind: KindOfThing, *, provider: str | None = None) -> None:
        try:
            self._keep(row, thing_of(row, kind, has_types=self.file.has_types, areas=self.areas, provider=provider))
        except (RecordRejected, NamesPerson) as reason:
            self._keep(row, reason)

    def _keep(self, row: Row, found: Thing | Absent) -> None:
        if isinstance(found, Thing) and (first := self._first.setdefault(found.node.id, found)) is not found:
            self.by_place[row.place] = RecordRejected("duplicate_row", row.place, first=first.row.place)
            found = first
        else:
            self.by_place[row.place] = found
        if id_ := reference_of(row, "id"):
            self._by_id.setdefault(id_, []).append(found)
        for name in {reference_of(row, "label") or reference_of(row, "name")} - {""}:
            for form in {name, name.casefold()}:
                self._by_label.setdefault(form, []).append(found)
            if isinstance(found, Thing) and found.node.label == "Area":
                self.areas[name] = found.node.id

    def _providers(self) -> Mapping[str, str]:
        """What a tie calls its end → id of the body that provides it: of several the first by id, whatever the order."""
        found: dict[str, str] = {}
        for row in self.file.ties.rows():
            field = word_field(row)
            if field is None or kind_of_tie(exact(row, field)) is not Provides:
                continue
            for one, other in (("source", "target"), ("target", "source")):
                called = reference_of(row, one)
                for body in self._by_id.get(called) or self._by_label.get(called) or ():
                    if isinstance(body, Thing) and body.labels & {"Organization", "Council"}:
                        name = reference_of(row, other)
                        found[name] = min(found.get(name, body.node.id), body.node.id)
        return found


def _as_thing(row: Row, key: str) -> Row:
    """The end of a tie as the record of a thing: its name, and the area that the tie's record gives."""
    cells = {"label": row.cell(key)} | {name: row.cell(name) for name in ("area", "prefecture") if name in row.cells}
    where = {name: index for index, name in enumerate(cells)}
    heads = tuple(row.heading.head(key if name == "label" else name) for name in cells)
    heading = type(row.heading)(row=row.heading.row, heads=heads, where=where)
    return type(row)(source=row.source, sheet=row.sheet, number=row.number, cells=cells, heading=heading)
