"""How things are called in a workbook that is written out, so that reading finds each of them again."""

from collections import Counter
from collections.abc import Mapping

from graph.areas import CodedArea, area_index
from graph.holdings import Holdings
from graph.identity import KNOWN_BY_ID, identifier, normalised
from graph.rows import NodeRow, RelationshipRow
from graph.stated import strictest
from loaders.tables.areas import resolved
from loaders.workbook.cells import is_list_item, is_plain
from loaders.workbook.names import in_area
from loaders.workbook.tie_rows import AND_OTHERS


class OutgoingNames:
    """The names of everything in some holdings."""

    def __init__(self, holdings: Holdings) -> None:
        self.holdings = holdings
        self._coded: Mapping[str, CodedArea] = {one.area.id: one for one in area_index().by_code.values()}
        self.parents = self._parents()
        districts = [node for node in holdings.of_label("Area") if not self.is_coded(node.id)]
        self._areas = Counter(form for node in districts for form in {normalised(self._name(node)), normalised(self.full_name(node.id))})
        forms: Counter[str] = Counter()
        for node in holdings.nodes:
            if "Area" not in node.labels:
                forms.update({normalised(form) for form in (self._name(node), self._in_full(node))})
        self._forms = forms

    def is_coded(self, id_: str) -> bool:
        """Whether an area is of the code table, which needs no row."""
        return id_ in self._coded

    def key(self, node: NodeRow) -> str:
        """The identity in words, or the id where it names something that is not told."""
        key = str(node.properties.get("key") or "")
        return key if key and identifier(key) == node.id else KNOWN_BY_ID + node.id

    def called(self, node: NodeRow) -> str:
        """What the rows of ties call it; the identity beside it decides where several are called so."""
        if "Area" in node.labels:
            return self.full_name(node.id)
        return self._name(node) if self._forms[normalised(self._name(node))] == 1 else self._in_full(node)

    def in_list(self, node: NodeRow) -> str | None:
        """What a column calls it, by the name alone; None where that is not enough."""
        if "Area" in node.labels:
            return self.area(node.id)
        name = self.called(node)
        fits = is_list_item(name) and is_plain(name) and name not in AND_OTHERS and self._forms[normalised(name)] == 1
        return name if fits and normalised(name) else None

    def area(self, id_: str) -> str | None:
        """The name of an area from its prefecture down; None where it does not name this one alone."""
        node = self.holdings.by_id.get(id_)
        if id_ in self._coded:
            name = self._coded[id_].full_name
            found = resolved(name, None)
            alone = isinstance(found, CodedArea) and found.area.id == id_ and not self._areas[normalised(name)]
            return name if alone else None
        if node is None:
            return None
        name = self.full_name(id_)
        fits = is_list_item(name) and is_plain(name) and self._areas[normalised(name)] == 1 and bool(normalised(name))
        return name if fits and (name != node.properties["name"] or not isinstance(resolved(name, None), CodedArea)) else None

    def full_name(self, id_: str) -> str:
        """An area with what it lies in before it, as the rows of the workbook say it."""
        if id_ in self._coded:
            return self._coded[id_].full_name
        above = self.parents.get(id_)
        name = str(self.holdings.by_id[id_].properties["name"])
        return (self.full_name(above) if above else "") + name

    def _name(self, node: NodeRow) -> str:
        return str(node.properties["name"])

    def _in_full(self, node: NodeRow) -> str:
        placed = node.properties.get("placed_in")
        return in_area(self._name(node), (self.area(str(placed)) or "") if placed else "")

    def _parents(self) -> dict[str, str]:
        """District → what its row says that it lies in: never a circle."""
        found: dict[str, str] = {}
        for one in self.holdings.relationships_of("PART_OF"):
            start, end = one.start.id, one.end.id
            if one.start.label != "Area" or one.end.label != "Area" or self.is_coded(start) or start in found:
                continue
            above, seen = end, {start}
            while above in found and above not in seen:
                seen.add(above)
                above = found[above]
            if above not in seen and self.is_as_strict_as_its_ends(one):
                found[start] = end
        return found

    def is_as_strict_as_its_ends(self, one: RelationshipRow) -> bool:
        """Whether a relationship is as visible as a column of a row would give it."""
        ends = (self.holdings.by_id[end.id].properties["visibility"] for end in (one.start, one.end))
        return bool(one.properties["visibility"] == strictest(*ends))
