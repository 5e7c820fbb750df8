"""What a typed-in fact speaks of: the body, council, service or area of the graph that a name or an id means.

Nothing is ever chosen: a name that several have is refused with all of them, and a name that nobody has with the nearest.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import process

from graph.area_directory import AreaDirectory, KnownArea
from graph.errors import QueryMisused
from graph.identity import normalised
from graph.ledger import Ledger
from graph.model.definitions import VISIBILITY_LEVELS, Reference
from graph.reading import Reader
from graph.rows import main_label_first

SHORTEST_ID = 6
BEGINNING_SHOWN = 8
NEAREST_SHOWN = 3
NEAREST_SCORE = 60
NONE_NEAR = "—"
"""What stands for the nearest names in a refusal where there are none."""
LOCATED = ("municipality", "prefecture")
_ID = re.compile(rf"[0-9a-f][0-9a-f-]{{{SHORTEST_ID - 1},35}}")

BODIES = (
    "MATCH (b:{label}) WHERE b.visibility IN $visible "
    "WITH b, [(b)-[p:OPERATES_IN]->(h:Area) WHERE p.visibility IN $visible AND h.visibility IN $visible | h.id] AS works "
    "WITH b, CASE WHEN size(works) = 0 THEN [b.placed_in] ELSE works END AS places "
    "WHERE $areas IS NULL OR any(place IN places WHERE place IN $areas) "
    "RETURN b.id AS id, labels(b) AS labels, b.name AS name, b.key AS key, coalesce(b.aliases, []) AS aliases, places, "
    "b.corporate_number AS number, b.visibility AS visibility ORDER BY id"
)
SERVICES = (
    "MATCH (s:Service) WHERE s.visibility IN $visible "
    "WITH s, [(s)-[d:DELIVERED_IN]->(p:Area) WHERE d.visibility IN $visible AND p.visibility IN $visible | p.id] AS delivered, "
    "[(s)-[v:COVERS]->(q:Area) WHERE v.visibility IN $visible AND q.visibility IN $visible | q.id] AS covered "
    "WITH s, covered, delivered + covered + [s.placed_in] AS places "
    "WHERE $areas IS NULL OR any(place IN places WHERE place IN $areas) OR any(place IN covered WHERE place IN $above) "
    "RETURN s.id AS id, labels(s) AS labels, s.name AS name, s.key AS key, [] AS aliases, places, null AS number, "
    "s.visibility AS visibility ORDER BY id"
)
PROVIDED = (
    "MATCH (b:{label} {{id: $provider}})-[r:PROVIDES]->(s:Service) WHERE r.visibility IN $visible AND s.visibility IN $visible "
    "RETURN DISTINCT s.id AS id, labels(s) AS labels, s.name AS name, s.key AS key, [] AS aliases, [s.placed_in] AS places, "
    "null AS number, s.visibility AS visibility ORDER BY id"
)


@dataclass(frozen=True)
class Found:
    """A thing of the graph."""

    id: str
    labels: tuple[str, ...]
    """The main one first."""
    name: str
    key: str
    aliases: tuple[str, ...]
    places: tuple[str, ...]
    """Ids of the areas to which it belongs."""
    number: str | None
    """Its 法人番号."""
    visibility: str

    @property
    def reference(self) -> Reference:
        """For the end of a relationship."""
        return Reference(label=self.labels[0], id=self.id)

    def said_as(self, typed: str) -> str:
        """What was said of it: its name where an id was typed, which nobody says."""
        return self.name if _ID.fullmatch(typed.strip()) else typed.strip()

    def is_called(self, plain: str) -> bool:
        """Whether it has a name, which is compared in its normalised form."""
        return plain in {normalised(name) for name in (self.name, *self.aliases)}


class Finding:
    """Looks things up on behalf of one audience, in an area and all below it, or everywhere.

    Args:
        reader: asks the graph.
        area: name, code or id of the area; None where it is not narrowed.

    Raises:
        QueryMisused: the area is unknown or means several.
    """

    def __init__(self, reader: Reader, area: str | None) -> None:
        self.reader = reader
        self.area = self.areas.find(area) if area else None
        self.named: list[Found] = []
        """What was found by the names that were typed."""

    @property
    def areas(self) -> AreaDirectory:
        """The areas of the graph."""
        return self.reader.areas

    @cached_property
    def ledger(self) -> Ledger:
        """The merges in force."""
        return Ledger.of(self.reader.graph)

    def municipality(self, area_id: str) -> str:
        """The municipality of an area, or the prefecture where it is one; the area itself where neither is known."""
        path = reversed(self.areas.path(area_id)) if area_id in self.areas.by_id else ()
        return next((id_ for id_ in path if self.areas.by_id[id_].level in LOCATED), area_id)

    def body(self, text: str) -> Found:
        """The one organisation or council that a name or id means.

        Raises:
            QueryMisused: there is none, or several.
        """
        return self._one(text, lambda narrowed: self._bodies(("Organization", "Council"), narrowed=narrowed), "body_not_found")

    def council(self, text: str) -> Found:
        """The same among councils."""
        return self._one(text, lambda narrowed: self._bodies(("Council",), narrowed=narrowed), "council_not_found")

    def service(self, text: str) -> Found:
        """The one service that a name or id means: held in the area, or for it."""
        return self._one(text, lambda narrowed: self._services(narrowed=narrowed), "service_not_found")

    def at_home(self, name: str, area: KnownArea, *, number: str | None) -> Found | None:
        """The organisation of that number, else the one of that name which belongs to just this area; None where there is none yet.

        Raises:
            QueryMisused: several have the name.
        """
        known = self._bodies(("Organization",), narrowed=False) if number else self._bodies(("Organization",), narrowed=True)
        if number and (same := [one for one in known if one.number == number]):
            return same[0]
        named = [one for one in known if area.id in one.places and one.is_called(normalised(name))]
        # Another number is another body of the same name.
        named = [one for one in named if number is None or one.number is None]
        return self._only(name, named) if named else None

    def provided(self, provider: Found, name: str) -> Found | None:
        """The service of that name which a body provides already; None where there is none.

        Raises:
            QueryMisused: it provides several of that name.
        """
        statement = PROVIDED.format(label=provider.labels[0])
        rows = self._rows(statement, provider=provider.id)
        plain = normalised(name)
        named = [one for one in rows if one.is_called(plain) and (self.area is None or self._is_here(one))]
        return self._only(name, named) if named else None

    def _is_here(self, one: Found) -> bool:
        return self.area is not None and bool({*one.places} & {*self.areas.below(self.area.id)})

    def _one(self, text: str, known: Callable[[bool], list[Found]], missing: str) -> Found:
        typed = text.strip()
        if _ID.fullmatch(typed):
            merged = {kept for gone, kept in self.ledger.redirects.items() if gone.startswith(typed)}
            if named := [one for one in known(False) if one.id.startswith(typed) or one.id in merged]:
                return self._only(typed, named)
        here = known(True)
        if named := [one for one in here if one.is_called(normalised(typed))]:
            return self._only(typed, named)
        within = self.areas.full_name(self.area.id) if self.area else "—"
        raise QueryMisused(missing, name=typed, area=within, nearest="、".join(self._nearest(typed, here)) or NONE_NEAR)

    def _only(self, text: str, named: list[Found]) -> Found:
        if len(named) > 1:
            candidates = "、".join(map(self._shown, named))
            raise QueryMisused("name_of_several", name=text, candidates=candidates, ids=[one.id for one in named])
        self.named.append(named[0])
        return named[0]

    def _nearest(self, text: str, known: Iterable[Found]) -> list[str]:
        by_id = {one.id: one for one in known}
        choices = {id_: normalised(one.name) for id_, one in by_id.items()}
        found = process.extract(normalised(text), choices, limit=NEAREST_SHOWN, score_cutoff=NEAREST_SCORE)
        return [self._shown(by_id[id_]) for _, _, id_ in found]

    def _shown(self, one: Found) -> str:
        places = sorted(self.areas.full_name(id_) for id_ in one.places if id_ in self.areas.by_id)
        return f"{one.name}（{' '.join([*places[:1], one.id[:BEGINNING_SHOWN]])}）"

    def _bodies(self, labels: tuple[str, ...], *, narrowed: bool) -> list[Found]:
        areas = self.areas.below(self.area.id) if narrowed and self.area else None
        found = [one for label in labels for one in self._rows(BODIES.format(label=label), areas=areas)]
        return list({one.id: one for one in found}.values())

    def _services(self, *, narrowed: bool) -> list[Found]:
        here = self.area if narrowed else None
        areas = self.areas.below(here.id) if here else None
        above = self.areas.above(here.id) if here else []
        return self._rows(SERVICES, areas=areas, above=above)

    def _names_of_merged(self, id_: str) -> list[str]:
        """What bodies that were merged into this one were called: the ledger is for those who may see everything."""
        return self._merged.get(id_, []) if self.reader.visible[-1] == VISIBILITY_LEVELS[-1] else []

    @cached_property
    def _merged(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for entry in self.ledger.entries:
            if entry["state"] == "merged":
                found[self.ledger.resolve(entry["kept"])].append(entry["gone_name"])
        return found

    def _rows(self, statement: str, **parameters: object) -> list[Found]:
        rows = self.reader.graph.read(statement, visible=self.reader.visible, **parameters)
        return [
            Found(
                id=row["id"],
                labels=main_label_first(row["labels"]),
                name=row["name"],
                key=row["key"],
                aliases=(*row["aliases"], *self._names_of_merged(row["id"])),
                places=tuple(sorted({place for place in row["places"] if place})),
                number=row["number"],
                visibility=row["visibility"],
            )
            for row in rows
        ]
