"""What a fact that an audience may see still tells of what it may not: taken off before anything leaves the graph."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from graph.coded_areas import AREA_CODES_DATASET
from graph.rows import NodeRow, Properties, RelationshipRow
from graph.stated import statement_of

_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")

FEW = 5
"""Fewer people or households than these are not counted in public."""

Row = TypeVar("Row", NodeRow, RelationshipRow)


@dataclass(frozen=True, kw_only=True)
class Traces:
    """Knows what an audience may see, and takes the rest off the properties of a fact."""

    readable: frozenset[str]
    """Datasets of which the audience may see a source."""
    nodes: frozenset[str]
    """Ids of the nodes that it may see."""
    evidence: Mapping[str, Sequence[Properties]]
    """Id of a fact → the quotations that it may see."""
    few_are_shown: bool
    """Whether it may see how many people have a need where they are so few that they might be known."""

    def taken_from(self, row: Row) -> Row:
        """The same fact without them."""
        seen = self.evidence.get(row.id, ())
        properties = dict(row.properties)
        properties["evidence"] = sorted(one["id"] for one in seen)
        properties["sources"] = self._sources(row.properties, seen)
        if properties.get("placed_in") not in self.nodes:
            properties.pop("placed_in", None)
        if not self.few_are_shown and isinstance(row, NodeRow) and "Need" in row.labels and properties.get("count", FEW) < FEW:
            del properties["count"]
        if "key" in properties and not self._tells_nothing(str(properties["key"]), row, seen):
            del properties["key"]
        return replace(row, properties=properties)

    def _sources(self, properties: Properties, seen: Sequence[Properties]) -> list[str]:
        """The datasets of the quotations, and the code table of areas."""
        stating = {one["dataset"] for one in seen}
        if AREA_CODES_DATASET in properties.get("sources", ()):
            stating.add(AREA_CODES_DATASET)
        return sorted(stating & self.readable)

    def _tells_nothing(self, key: str, row: NodeRow | RelationshipRow, seen: Sequence[Properties]) -> bool:
        """Whether an identity in words names nothing hidden: a quotation that is seen states it, and what it names is seen."""
        if not set(_ID.findall(key)) <= self.nodes:
            return False
        if not seen:
            return AREA_CODES_DATASET in row.properties.get("sources", ())
        stating = [one for one in seen if one["dataset"] in self.readable]
        return any(statement_of(one).properties.get("key") == key for one in stating)
