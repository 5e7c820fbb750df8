"""A row → the thing that it names, with everything that its columns say of it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from graph.identity import (
    council_key,
    need_key,
    normalised,
    observation_key,
    organization_key,
    programme_key,
    registered_service_key,
    service_key,
)
from graph.messages import LANGUAGES
from graph.model.catalogue import node_kinds
from graph.model.definitions import Node
from graph.taxonomy import taxonomy
from loaders.contract import Problem
from loaders.japanese.corporate_numbers import as_corporate_number
from loaders.people.houses import masked
from loaders.workbook.cells import NotUnderstood, value_of
from loaders.workbook.districts import Districts, Place
from loaders.workbook.read import Entry, rejected
from loaders.workbook.sheet_kinds import KEY, Field
from loaders.workbook.wording import nearest, word_of

NAMED_BY = ("name", "text", "categories", "indicator", "start")
"""Columns that say what a row is about, the best first: what is quoted for it."""
BODY_AND_COUNCIL = frozenset({"Organization", "Council"})
"""What one thing may be at once."""
WITHOUT_NAME = frozenset({"Need", "Observation"})


def value(entry: Entry, field: Field) -> Any:
    """What a cell says; None where it says nothing.

    Raises:
        RecordRejected: it is none of the words of its list (unknown_code, with the nearest), no number, no date.
    """
    text = entry.text(field.key)
    if text is None:
        if field.required:
            raise rejected(entry, field.key, "missing_value", column=entry.row.heading.head(field.key))
        return None
    try:
        return value_of(field, text)
    except NotUnderstood as error:
        more = {"nearest": nearest(field, error.value)} if error.code == "unknown_code" else {}
        raise rejected(entry, field.key, error.code, value=error.value, **more) from error


def codes_in(entry: Entry, kind: str) -> tuple[str, ...]:
    """The codes of one kind of the taxonomy that a row names."""
    fields = [one for one in entry.sheet.fields if one.kind == "codes" and one.words == kind]
    return tuple(sorted({code for one in fields for code in value(entry, one) or ()}))


class ThingBuilder:
    """Makes the things of a workbook.

    Args:
        districts: its areas, made already.
        dataset: the dataset's name, for what a workbook numbers itself.
    """

    def __init__(self, districts: Districts, dataset: str) -> None:
        self.districts, self.dataset = districts, dataset
        self.warnings: list[Problem] = []

    def place(self, entry: Entry) -> Place | None:
        """The area of a row: the one that it names, else that of the whole workbook where the row is filled in by hand."""
        if text := entry.text("area"):
            return self.districts.find(entry, "area", text)
        return None if entry.text(KEY) else self.districts.default

    def made(self, entry: Entry, number: int, *, provider: str = "") -> Node:
        """The thing of a row.

        Args:
            entry: the row.
            number: its number among the entries.
            provider: id of the first provider, of a service.

        Raises:
            RecordRejected: a cell that it needs is empty, or says what its column does not take.
        """
        label = str(entry.sheet.label)
        properties = {
            one.property: found for one in entry.sheet.fields if one.property and (found := self._property(entry, one)) is not None
        }
        place = self.districts.rows.get(number) if label == "Area" else self.place(entry)
        if label == "Area" and place and place.area.code:
            return replace(place.area, visibility=properties.get("visibility", place.area.visibility))
        if label == "Organization":
            properties["actor_types"] = codes_in(entry, "ActorType")
        if label == "Need":
            properties["codes"] = codes_in(entry, "NeedCategory")
        if label in WITHOUT_NAME:
            properties.setdefault("name", self._name(entry))
        if label != "Area" and place:
            properties["placed_in"] = place.id
        key = self._key(entry, properties, place, provider) if label != "Area" else (place.area.key if place else "")
        return node_kinds()[label](key=key, **properties)

    def _property(self, entry: Entry, field: Field) -> Any:
        if not field.property or field.kind == "area":
            return None
        found = value(entry, field)
        if entry.is_copy or found is None:
            return found
        if field.key == "address":
            return masked(found)
        if field.key == "corporate_number":
            return self._corporate_number(entry, found)
        return found

    def _corporate_number(self, entry: Entry, text: str) -> str | None:
        try:
            return as_corporate_number(text)
        except ValueError:
            place = entry.place_of("corporate_number")
            self.warnings.append(Problem(code="wrong_corporate_number", place=place, kind="warning", values={"value": text}))
            return None

    def _name(self, entry: Entry) -> str:
        """What a need or a figure is called that has no name: its category, its indicator."""
        if entry.sheet.label == "Need":
            codes = codes_in(entry, "NeedCategory")
            return "、".join(taxonomy().need_categories[code].ja for code in codes)
        field = entry.sheet.by_key["indicator"]
        return word_of(field, str(value(entry, field)), LANGUAGES[0])

    def _key(self, entry: Entry, said: dict[str, Any], place: Place | None, provider: str) -> str:
        """The identity in words: the one that stands in the row, else the usual one of its kind."""
        if key := entry.text(KEY):
            if "|" not in key:
                raise rejected(entry, KEY, "unreadable_key", value=key)
            return key
        if place is None:
            raise rejected(entry, "area", "missing_value", column=entry.row.heading.head("area"))
        return self._usual_key(entry, said, place.id, provider)

    def _usual_key(self, entry: Entry, said: dict[str, Any], area: str, provider: str) -> str:
        name = str(said["name"])
        keys: dict[str, Callable[[], str]] = {
            "Organization": lambda: organization_key(area, name, corporate_number=said.get("corporate_number")),
            "Council": lambda: council_key(area, name),
            "Service": lambda: self._service_key(name, area, provider),
            "Need": lambda: need_key(area, said["codes"]),
            "Programme": lambda: programme_key(area, name),
            "Observation": lambda: observation_key(area, said["indicator"], str(said.get("as_of") or ""), self.dataset),
            "Post": lambda: f"post|{area}|{normalised(name)}",
        }
        return keys[str(entry.sheet.label)]()

    def _service_key(self, name: str, area: str, provider: str) -> str:
        """A service without a provider is known by the workbook that lists it."""
        return service_key(provider, name, area) if provider else registered_service_key(self.dataset, f"{area}|{normalised(name)}")


def named_column(entry: Entry) -> str:
    """The column that says what a row is about."""
    return next(key for key in NAMED_BY if entry.texts.get(key, "").strip())


def is_same(first: Node, second: Node) -> bool:
    """Whether two rows of one identity are one body that is a council too."""
    return {first.label, second.label} == BODY_AND_COUNCIL and first.id == second.id
