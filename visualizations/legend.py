"""The legend: made from what is drawn, each entry with its count."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from graph.messages import Messages
from visualizations.appearance import AREA, GENERIC, MARKS, STROKES, Mark, Stroke
from visualizations.content import Plain

OFF_AT_FIRST = {AREA, "place"}
"""Areas join everything with everything: they are there, and shown when asked for."""


@dataclass(frozen=True)
class Entry:
    """One line of the legend; a click on it hides or shows what it stands for."""

    key: str
    kind: str
    """node, generic or line."""
    label: str
    count: int
    mark: Mark | None = None
    stroke: Stroke | None = None

    @property
    def off(self) -> bool:
        """Whether it is hidden when the picture opens."""
        return self.key in OFF_AT_FIRST


def legend(nodes: Mapping[str, Plain], lines: Mapping[str, Plain], words: Messages) -> list[Entry]:
    """The entries, kinds of node first, in an order that stays the same from picture to picture."""
    marks = Counter(node["mark"] for node in nodes.values())
    strokes = Counter(line["stroke"] for line in lines.values())
    generic = sum(1 for node in nodes.values() if node["generic"])
    entries = [Entry(key, "node", words(f"mark.{key}"), marks[key], mark=mark) for key, mark in MARKS.items() if marks[key]]
    if generic:
        entries.append(Entry("generic", "generic", words("legend.generic"), generic, mark=GENERIC))
    entries += [Entry(key, "line", words(f"line.{key}"), strokes[key], stroke=stroke) for key, stroke in STROKES.items() if strokes[key]]
    return entries
