"""The elements and connections of a map, with Kumu's own fields first: what the workbook and the blueprint both hold."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from graph.holdings import Holdings
from graph.messages import LANGUAGES, Messages
from graph.taxonomy import taxonomy
from loaders.kumu.labels import unique_labels
from loaders.networks.carried import OF_THINGS, OF_TIES, Carried, CarriedThing, CarriedTie, attribute_types, carried
from loaders.networks.choices import worded
from loaders.networks.values import SEPARATOR, text_of
from loaders.networks.words import BETWEEN_LABELS
from loaders.tables.heads import plain_head

OF_ELEMENT = ("Label", "Type", "Tags")
OF_CONNECTION = ("From", "To", "Type", "Direction")
NUMBERS = frozenset({"int", "float"})

Cell = str | int | float


@dataclass(frozen=True, kw_only=True)
class Map:
    """A map of the holdings in one language."""

    holdings: Holdings
    wording: str

    @cached_property
    def carried(self) -> Carried:
        """What it is made of."""
        return carried(self.holdings)

    @cached_property
    def words(self) -> Messages:
        """Words of the model in the language of the map."""
        return Messages(("loaders.networks", "loaders"), self.wording)

    def elements(self) -> Iterator[dict[str, Cell]]:
        """Every thing: Kumu's fields, then ours that say something."""
        heads = self._heads(("name", "id", *OF_THINGS), OF_ELEMENT)
        for thing in self.carried.things:
            own: dict[str, Cell] = {"Label": self._labels[thing.id], "Type": self._type(thing.type), "Tags": self._tags(thing)}
            name: dict[str, Cell] = {heads["name"]: thing.name} if thing.name != self._labels[thing.id] else {}
            yield _filled(own) | name | {heads["id"]: thing.id} | self._given(thing, heads, thing.labels)

    def connections(self) -> Iterator[dict[str, Cell]]:
        """Every tie: Kumu's fields, then ours that say something."""
        heads = self._heads(("id", *OF_TIES), OF_CONNECTION)
        for tie in self.carried.ties:
            own: dict[str, Cell] = {
                "From": self._labels[tie.start],
                "To": self._labels[tie.end],
                "Type": self._type(tie.type),
                "Direction": "directed" if tie.is_directed else "undirected",
                heads["id"]: tie.id,
            }
            yield own | self._given(tie, heads, (tie.type,))

    @cached_property
    def _labels(self) -> Mapping[str, str]:
        return unique_labels(self.carried.things, {one.type: self._type(one.type) for one in self.carried.things})

    def _type(self, type_: str) -> str:
        return BETWEEN_LABELS.join(self.words(f"text.{part}") for part in type_.split(BETWEEN_LABELS))

    def _tags(self, thing: CarriedThing) -> str:
        """What it is in the words of the taxonomy, for Kumu's filters; the codes stand in a field of their own."""
        codes = taxonomy()
        entries = {**codes.actor_types, **codes.service_categories, **codes.need_categories}
        found = [entries[code] for code in thing.attributes.get("codes", ()) if code in entries]
        return SEPARATOR.join(entry.ja if self.wording == LANGUAGES[0] else entry.en for entry in found)

    def _heads(self, names: tuple[str, ...], taken: tuple[str, ...]) -> dict[str, str]:
        """Field → head: in words, else the model's own name where two would be called alike."""
        found: dict[str, str] = {}
        used = {plain_head(one) for one in (*taken, "Description", "Image", "Label")}
        for name in names:
            key = f"text.head.{name}"
            word = self.words(key) if self.words.knows(key) else name
            found[name] = name if plain_head(word) in used else word
            used.add(plain_head(found[name]))
        return found

    def _given(self, one: CarriedThing | CarriedTie, heads: Mapping[str, str], kinds: tuple[str, ...]) -> dict[str, Cell]:
        return {heads[name]: self._cell(name, value, kinds) for name, value in one.attributes.items()}

    def _cell(self, name: str, value: Any, kinds: tuple[str, ...]) -> Cell:
        if attribute_types()[name] in NUMBERS and not isinstance(value, bool | str):
            return value if isinstance(value, int) else float(value)
        text = text_of(value)
        for kind in kinds:
            text = worded(kind, name, text, self.words)
        return text


def _filled(fields: dict[str, Cell]) -> dict[str, Cell]:
    return {name: value for name, value in fields.items() if value != ""}
