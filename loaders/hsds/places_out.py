"""Locations, addresses and service areas: where the graph's places stand in the standard.

A district, a municipality or an office of which only the municipality is known is a location too; what the standard
requires of its address and nobody has stated is said to be not stated, never made up.
"""

from dataclasses import dataclass

from graph.areas import area_index
from graph.holdings import Holdings
from graph.messages import Messages
from graph.rows import NodeRow
from loaders.hsds.tables_out import TablesOut, derived_id

PHYSICAL = "physical"
COUNTRY = "JP"
CODE = "JP-LGCODE"
"""The kind of identifier that a location of a whole municipality has: 全国地方公共団体コード."""


@dataclass(frozen=True)
class PlacesOut:
    """Writes the places of one package."""

    held: Holdings
    words: Messages
    out: TablesOut

    def of_body(self, node: NodeRow, works_in: list[str]) -> None:
        """The office of a body, and the other places where it works (ids of areas)."""
        address = node.properties.get("address")
        covered = self._office(node, str(address), works_in) if address else None
        for area_id in works_in:
            if area_id != covered:
                self._location(derived_id("location", node.id, area_id), area_id, organization_id=node.id)

    def venue(self, area_id: str) -> str:
        """The location of an area in which something is held; its id."""
        id_ = derived_id("location", area_id)
        if not self.out.has("location", id_):
            self._location(id_, area_id, organization_id=None)
        return id_

    def _office(self, node: NodeRow, address: str, works_in: list[str]) -> str | None:
        """The office at an address; the area where it was found to lie."""
        near = works_in[0] if len(works_in) == 1 else str(node.properties.get("placed_in") or "")
        prefecture = next((str(one.properties["name"]) for one in self.held.lies_in(near)), None)
        begins = area_index().beginning_of(address, prefecture=prefecture if prefecture and prefecture[-1] in "都道府県" else None)
        id_ = derived_id("location", node.id)
        self.out.add("location", id=id_, location_type=PHYSICAL, organization_id=node.id, name=node.properties["name"])
        if begins:
            state = area_index().prefecture_of(begins.area).full_name
            city = begins.area.full_name.removeprefix(state) or self.words("text.not_stated")
            self._address(id_, address[begins.length :].strip(), city, state)
            return begins.area.area.id
        city, state = self._city(near)
        self._address(id_, address, city, state)
        return None

    def _location(self, id_: str, area_id: str, organization_id: str | None) -> None:
        area = self.held.by_id[area_id]
        code = area.properties.get("code")
        self.out.add(
            "location",
            id=id_,
            location_type=PHYSICAL,
            organization_id=organization_id,
            name=self.held.full_name(area_id),
            latitude=area.properties.get("latitude"),
            longitude=area.properties.get("longitude"),
            external_identifier=code,
            external_identifier_type=CODE if code else None,
        )
        city, state = self._city(area_id)
        self._address(id_, "" if code else str(area.properties["name"]), city, state)

    def _address(self, location_id: str, line: str, city: str, state: str) -> None:
        unsaid = self.words("text.not_stated")
        self.out.add(
            "address",
            id=derived_id("address", location_id),
            location_id=location_id,
            address_1=line or unsaid,
            city=city,
            state_province=state,
            postal_code=unsaid,
            country=COUNTRY,
            address_type=PHYSICAL,
        )

    def _city(self, area_id: str) -> tuple[str, str]:
        """Municipality with ward, and prefecture, as far as they are known."""
        unsaid = self.words("text.not_stated")
        names = {str(one.properties.get("level")): str(one.properties["name"]) for one in self.held.lies_in(area_id)}
        city = names.get("municipality", "") + names.get("ward", "")
        return city or unsaid, names.get("prefecture") or unsaid
