"""Names of a workbook: which of its rows a name means. None is guessed."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from graph.areas import area_index
from graph.identity import identifier, normalised
from graph.model.definitions import Node, Reference
from loaders.workbook.cells import joined
from loaders.workbook.districts import Districts
from loaders.workbook.read import Entry, rejected

AREA = "area|"
"""How the identity of an area begins."""
NEAREST_SHOWN = 3
NEAREST_SCORE = 50


@dataclass(frozen=True, kw_only=True)
class Thing:
    """What one row, or two rows of one body that is a council too, names."""

    node: Node
    also: Node | None
    area: str
    """Full name of the area in which it is placed; empty where none is named."""

    @property
    def labels(self) -> frozenset[str]:
        """What it is."""
        return frozenset({self.node.label} | ({self.also.label} if self.also else set()))

    @property
    def reference(self) -> Reference:
        """For the end of a relationship."""
        return self.node.reference

    @property
    def full_name(self) -> str:
        """The name with its area: what tells two of one name apart."""
        return in_area(self.node.name, self.area)


def in_area(name: str, area: str) -> str:
    """A name with its area behind it in brackets."""
    return f"{name}（{area}）" if area else name


class Names:
    """Everything that the rows of a workbook name.

    Args:
        things: what they name.
        districts: the areas.
        refused: normalised name → where the row stands that names it and could not be taken.
    """

    def __init__(self, things: Iterable[Thing], districts: Districts, refused: Mapping[str, str]) -> None:
        self.districts, self.refused = districts, refused
        self.by_id: dict[str, Thing] = {}
        self._by_name: dict[str, dict[str, Thing]] = {}
        for thing in things:
            self.by_id[thing.node.id] = thing
            for name in {normalised(thing.node.name), normalised(thing.full_name)}:
                self._by_name.setdefault(name, {})[thing.node.id] = thing

    def find(self, entry: Entry, column: str, text: str, labels: Collection[str], *, key: str | None = None) -> Reference:
        """The one thing that a name in a cell means.

        Args:
            entry: the row.
            column: the column.
            text: the name, with its area in brackets where several have it.
            labels: what it may be.
            key: the identity in words that stands hidden beside it; it counts as long as the name fits it.

        Raises:
            RecordRejected: unknown_name (with the nearest), ambiguous_name (with the candidates), name_of_refused_row,
                or as for areas.
        """
        if key and (known := self._of_key(key, text, labels)):
            return known
        found = {id_: one for id_, one in self._by_name.get(normalised(text), {}).items() if one.labels & set(labels)}
        if len(found) > 1:
            candidates = joined(sorted(one.full_name for one in found.values()))
            raise rejected(entry, column, "ambiguous_name", name=text, candidates=candidates)
        if found:
            return next(iter(found.values())).reference
        if "Area" in labels:
            return self.districts.find(entry, column, text).area.reference
        if place := self.refused.get(normalised(text)):
            raise rejected(entry, column, "name_of_refused_row", name=text, where=place)
        raise rejected(entry, column, "unknown_name", name=text, nearest=self._nearest(text, labels))

    def knows(self, text: str) -> bool:
        """Whether something is called so."""
        return normalised(text) in self._by_name

    def _of_key(self, key: str, text: str, labels: Collection[str]) -> Reference | None:
        id_ = identifier(key)
        thing = self.by_id.get(id_)
        if thing and thing.labels & set(labels) and text in {thing.node.name, thing.full_name}:
            return thing.reference
        if "Area" in labels:
            place = self.districts.by_id.get(id_)
            if place and text in {place.full_name, place.area.name}:
                return place.area.reference
            coded = area_index().by_code.get(key.removeprefix(AREA))
            if coded and coded.area.id == id_ and text in {coded.full_name, coded.area.name}:
                return coded.area.reference
        return None

    def _nearest(self, text: str, labels: Collection[str]) -> str:
        known = {id_: normalised(one.node.name) for id_, one in self.by_id.items() if one.labels & set(labels)}
        found = process.extract(normalised(text), known, scorer=fuzz.ratio, limit=NEAREST_SHOWN, score_cutoff=NEAREST_SCORE)
        return joined([self.by_id[id_].full_name for _, _, id_ in found]) or "—"
