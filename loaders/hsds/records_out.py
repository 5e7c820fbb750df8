"""Rows of a package from what a graph holds: organisations, services, what only our own tables can hold, and how they are joined."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from graph.holdings import Holdings
from graph.identity import KNOWN_BY_ID
from graph.messages import Messages
from graph.rows import NodeRow, RelationshipRow
from loaders.hsds import statuses
from loaders.hsds.layout import ASSURED, PLACEHOLDER, RECORDS, RELATIONSHIPS, STATED, columns, relationship_columns
from loaders.hsds.own_records import alternate_name
from loaders.hsds.places_out import PlacesOut
from loaders.hsds.tables_out import TablesOut, derived_id
from loaders.hsds.vocabulary import BODY, COUNCIL, Code, entries, taxonomy_id, term_id
from loaders.hsds.words_out import described, end_name, term_name

TABLE_OF = {kind.label: table for table, kinds in RECORDS.items() for kind in kinds}
CODED = ("ActorType", "ServiceCategory", "NeedCategory", "Scheme")
JCN, CORPORATE_NUMBER = "JP-JCN", "法人番号"
LEAST_COUNT = 5
"""Fewer people than this are not shown."""


@dataclass
class RecordsOut:
    """Writes the records of one package."""

    held: Holdings
    words: Messages
    out: TablesOut
    codes: set[Code] = field(default_factory=set)
    areas: set[str] = field(default_factory=set)

    @cached_property
    def places(self) -> PlacesOut:
        """Writes its places."""
        return PlacesOut(self.held, self.words, self.out)

    @cached_property
    def _starts(self) -> Mapping[tuple[str, str], list[RelationshipRow]]:
        """Type and id of the start → relationships."""
        found: dict[tuple[str, str], list[RelationshipRow]] = defaultdict(list)
        for one in self.held.relationships:
            found[one.type, one.start.id].append(one)
        return found

    @cached_property
    def _providers(self) -> Mapping[str, str]:
        """Id of a service → the body that provides it; of several the first by id."""
        found: dict[str, str] = {}
        for one in self.held.relationships_of("PROVIDES"):
            found[one.end.id] = min(found.get(one.end.id, one.start.id), one.start.id)
        return found

    def add(self, node: NodeRow) -> None:
        """Write one thing."""
        table = TABLE_OF[node.labels[0]]
        if table == "organization":
            self._add_body(node)
        elif table == "service":
            self._add_service(node)
        else:
            area = self.held.full_name(str(node.properties.get("placed_in") or ""))
            self.out.add(table, id=node.id, **self._own(table, node), area=area, **{ASSURED: node.properties.get("verified_on")})
        self._add_codes(node, table)
        self.areas.add(str(node.properties.get("placed_in") or ""))

    def _add_body(self, node: NodeRow) -> None:
        aliases = node.properties.get("aliases") or ()
        parents = sorted(one.end.id for one in self._starts["PART_OF", node.id] if self._is_body(one.end.id))
        number = node.properties.get("corporate_number")
        self.out.add(
            "organization",
            id=node.id,
            alternate_name=alternate_name(aliases) or None,
            description=described(node, self.held, self.words),
            parent_organization_id=parents[0] if parents else None,
            **self._own("organization", node),
            **{f"x_{ASSURED}": node.properties.get("verified_on")},
        )
        if number:
            self.out.add(
                "organization_identifier",
                id=derived_id("corporate_number", node.id),
                organization_id=node.id,
                identifier_scheme=JCN,
                identifier_type=CORPORATE_NUMBER,
                identifier=number,
            )
        self.places.of_body(node, [one.end.id for one in self._starts["OPERATES_IN", node.id]])

    def _add_service(self, node: NodeRow) -> None:
        properties = node.properties
        self.out.add(
            "service",
            id=node.id,
            organization_id=self._providers.get(node.id) or self._placeholder(),
            status=statuses.THEIRS[properties.get("status", "running")],
            assured_date=properties.get("verified_on"),
            **self._own("service", node),
        )
        if properties.get("days") or properties.get("frequency"):
            self.out.add(
                "schedule",
                id=derived_id("schedule", node.id),
                service_id=node.id,
                description=properties.get("days"),
                notes=properties.get("frequency"),
            )
        for one in self._starts["DELIVERED_IN", node.id]:
            venue = self.places.venue(one.end.id)
            self.out.add("service_at_location", id=one.id, service_id=node.id, location_id=venue)
        for one in self._starts["COVERS", node.id]:
            name = self.held.full_name(one.end.id)
            self.out.add("service_area", id=one.id, service_id=node.id, name=name, description=one.properties.get("part"))

    def _placeholder(self) -> str:
        """The row to which services belong whose provider nobody states: the standard wants one for each."""
        id_ = derived_id("no provider")
        if not self.out.has("organization", id_):
            name = self.words("text.no_provider")
            self.out.add("organization", id=id_, name=name, description=self.words("text.no_provider_description"), **{PLACEHOLDER: True})
        return id_

    def _own(self, table: str, node: NodeRow) -> dict[str, Any]:
        """The columns of a table that hold a property of a thing."""
        found = {column: node.properties.get(name) for column, (name, _) in columns(table).items()}
        for column, (name, _) in columns(table).items():
            if (name == "key" and str(found[column] or "").startswith(KNOWN_BY_ID)) or (name == "count" and is_few(node)):
                found[column] = None
        return found

    def _add_codes(self, node: NodeRow, table: str) -> None:
        codes: list[Code] = [(kind, code) for kind in CODED for code in self.held.codes_of(node.id, kind)]
        if "Council" in node.labels:
            codes += [COUNCIL, *([BODY] if "Organization" in node.labels else [])]
        for code in codes:
            if code in entries():
                self.codes.add(code)
                self.out.add(
                    "attribute",
                    id=derived_id("attribute", node.id, *code),
                    link_id=node.id,
                    taxonomy_term_id=term_id(code),
                    link_type=code[0],
                    link_entity=table,
                )

    def add_relationships(self) -> None:
        """Write every relationship that a source states, and the funds for which the standard has a table."""
        for one in self.held.relationships:
            if one.id not in self.held.evidence:
                continue
            start, end = end_name(one.start.id, self.held), end_name(one.end.id, self.held)
            own = {name: one.properties.get(name) for name in relationship_columns() if name not in {"id", "type"}}
            own |= {"start_id": one.start.id, "end_id": one.end.id, ASSURED: one.properties.get("verified_on")}
            own["statement"] = self.words("text.statement", start=start, end=end, type=self.words(f"text.{one.type}"))
            self.out.add(RELATIONSHIPS, id=one.id, type=one.type, **own)
            self.areas |= {end.id for end in (one.start, one.end) if end.label == "Area"}
            if one.type == "FUNDS" and (receiver := self._receiver(one.end.id)):
                self.out.add("funding", id=one.id, source=start, **{receiver: one.end.id})

    def _receiver(self, id_: str) -> str | None:
        return "organization_id" if self._is_body(id_) else "service_id" if "Service" in self.held.by_id[id_].labels else None

    def _is_body(self, id_: str) -> bool:
        return not {"Organization", "Council"}.isdisjoint(self.held.by_id[id_].labels)

    def add_areas(self) -> None:
        """Write the areas that a source states or that something in the package names, with what they lie in."""
        named = {one.id for id_ in self.areas for one in self.held.lies_in(id_)}
        for area in self.held.of_label("Area"):
            is_stated = area.id in self.held.evidence
            if is_stated or area.id in named:
                above = self.held.lies_in(area.id)[:-1]
                more = {ASSURED: area.properties.get("verified_on") if is_stated else None, STATED: is_stated}
                self.out.add("x_areas", id=area.id, **self._own("x_areas", area), parent_id=above[-1].id if above else None, **more)

    def add_vocabulary(self) -> None:
        """Write the terms that attributes name, and the taxonomies they are of."""
        for kind in sorted({kind for kind, _ in self.codes}):
            name = self.words(f"text.taxonomy.{kind}")
            self.out.add("taxonomy", id=taxonomy_id(kind), name=name, description=self.words("text.taxonomy_description", name=name))
        for code in sorted(self.codes):
            entry = entries()[code]
            name = term_name(code, self.words)
            self.out.add(
                "taxonomy_term",
                id=term_id(code),
                code="|".join(code),
                name=name,
                description=_explained(name, (entry.ja, entry.en, entry.group) if entry else ()),
                taxonomy_id=taxonomy_id(code[0]),
                language=self.words.language,
            )


def is_few(node: NodeRow) -> bool:
    """Whether a need counts so few people that the number would tell of them."""
    return "Need" in node.labels and node.properties.get("count") is not None and node.properties["count"] < LEAST_COUNT


def _explained(name: str, texts: Iterable[str]) -> str:
    return " / ".join(text for text in texts if text) or name
