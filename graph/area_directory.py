"""The areas of a graph: what a name or code means, and what lies below an area."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import process

from graph.areas import area_index
from graph.areas.codes import right_code
from graph.areas.spelling import plain_name, shown
from graph.connection import Graph
from graph.errors import QueryMisused
from graph.identity import normalised
from graph.query_files import question

NEAREST_SHOWN = 5
NEAREST_SCORE = 40
ENDINGS = "市区町村"


@dataclass(frozen=True)
class KnownArea:
    """An area as the graph has it."""

    id: str
    name: str
    level: str
    code: str | None
    parent_id: str | None


class AreaDirectory:
    """Every visible area of a graph."""

    def __init__(self, areas: Iterable[KnownArea]) -> None:
        self.by_id: Mapping[str, KnownArea] = {area.id: area for area in areas}

    @classmethod
    def of(cls, graph: Graph, visible: list[str]) -> "AreaDirectory":
        """Read the areas of a graph."""
        rows = graph.read(question("lookups", "area_tree").text, visible=visible)
        return cls(KnownArea(**row) for row in rows)

    @cached_property
    def _children(self) -> Mapping[str, list[str]]:
        children: dict[str, list[str]] = defaultdict(list)
        for area in self.by_id.values():
            if area.parent_id:
                children[area.parent_id].append(area.id)
        return children

    @cached_property
    def _names(self) -> Mapping[str, list[str]]:
        names: dict[str, list[str]] = defaultdict(list)
        for area in self.by_id.values():
            for name in {area.name, self.full_name(area.id), self._within_prefecture(area.id), area.code or area.name}:
                names[normalised(name)].append(area.id)
        return names

    def path(self, area_id: str) -> list[str]:
        """The ids from the widest area down to this one."""
        found = [area_id]
        while (parent := self.by_id[found[0]].parent_id) in self.by_id and parent not in found:
            found.insert(0, str(parent))
        return found

    def above(self, area_id: str) -> list[str]:
        """The ids of what an area lies in, the widest first."""
        return self.path(area_id)[:-1]

    def full_name(self, area_id: str) -> str:
        """Prefecture, municipality and the rest in one."""
        return "".join(self.by_id[id_].name for id_ in self.path(area_id))

    def below(self, area_id: str) -> list[str]:
        """The area and everything that lies in it, sorted."""
        found, waiting = set[str](), [area_id]
        while waiting:
            current = waiting.pop()
            if current not in found:
                found.add(current)
                waiting += self._children.get(current, [])
        return sorted(found)

    def resolve(self, name: str | None) -> list[str]:
        """The ids a question is asked for: a name, code or id means that area and all below; None means every area.

        Raises:
            QueryMisused: the name is unknown (with the nearest) or means several areas (with the candidates).
        """
        return sorted(self.by_id) if name is None else self.below(self.find(name).id)

    def find(self, name: str) -> KnownArea:
        """The one area that a name, code or id means.

        The order is that of `graph.areas`: the id, a code, the name as the graph has it, districts included, then what
        else the name can mean (another spelling, 郡, the prefecture without 県, an old name).

        Raises:
            QueryMisused: as for `resolve`, or a code with a wrong check digit.
        """
        if name in self.by_id:
            return self.by_id[name]
        ids = self._called(name)
        if len(ids) == 1:
            return self.by_id[ids[0]]
        if ids:
            candidates = ", ".join(sorted(self.full_name(id_) for id_ in ids))
            raise QueryMisused("area_ambiguous", name=shown(name), candidates=candidates)
        if right := area_index().by_code.get(right_code(plain_name(name)) or ""):
            raise QueryMisused("area_code_check_digit", name=shown(name), right=right.area.code, area=right.full_name)
        nearest = [self.full_name(area.id) for area in self.nearest(name)]
        raise QueryMisused("unknown_area", name=shown(name), nearest=", ".join(dict.fromkeys(nearest)) or "—")

    def may_mean(self, name: str) -> list[KnownArea]:
        """What a name that `find` refuses may mean: the areas of that name, else those of names near to it."""
        return [self.by_id[id_] for id_ in sorted(self._called(name), key=self.full_name)] or self.nearest(name)

    def nearest(self, name: str) -> list[KnownArea]:
        """The areas whose names are nearest, the nearest first; empty where none is near."""
        choices = {id_: self.by_id[id_].name for id_ in self.by_id}
        found = process.extract(plain_name(name), choices, limit=NEAREST_SHOWN, score_cutoff=NEAREST_SCORE)
        return [self.by_id[id_] for _, _, id_ in found]

    def _called(self, name: str) -> list[str]:
        """The ids of what is called so: the present areas, else those that ended."""
        plain = plain_name(name)
        ids = self._names.get(plain, []) or self._coded(name) or self._in_municipality(plain)
        current = [id_ for id_ in ids if not self._ended(id_)]
        return current or ids

    def _coded(self, name: str) -> list[str]:
        """What the code table makes of a name, as far as the graph has it."""
        return [one.area.id for one in area_index().candidates(name) if one.area.id in self.by_id]

    def _in_municipality(self, plain: str) -> list[str]:
        """A district after its municipality, where the municipality is written otherwise than the graph has it."""
        found: list[str] = []
        for end in range(2, len(plain)):
            if plain[end - 1] in ENDINGS and len(above := self._coded(plain[:end])) == 1:
                found += [id_ for id_ in self._names.get(plain[end:], []) if above[0] in self.above(id_)]
        return list(dict.fromkeys(found))

    def _within_prefecture(self, area_id: str) -> str:
        """Municipality and ward, or municipality and district, without the prefecture."""
        area = self.by_id[area_id]
        parent = self.by_id.get(area.parent_id or "")
        return area.name if parent is None or parent.level == "prefecture" else parent.name + area.name

    def _ended(self, area_id: str) -> bool:
        code = self.by_id[area_id].code
        coded = area_index().by_code.get(code) if code else None
        return coded is not None and coded.area.until is not None
