"""Every line of a dump looked at before the first is written: what it says, and that what it points to is there.

Of each id eight bytes are kept, so that a graph of a million things is checked in a few megabytes.
"""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import pairwise

from graph.dump.format import NodeLine, RelationshipLine, node_line, relationship_line
from graph.dump.opening import DumpFile
from graph.dump.questions import kept_labels
from graph.dump.values import NotAValue
from graph.errors import LoadStopped
from graph.model.catalogue import node_kinds, relationship_kinds
from graph.model.definitions import Reference, property_descriptions
from graph.notices import Progress

STEP = 5_000


@dataclass
class Verified:
    """What is worth telling of a dump that can be taken."""

    unknown_properties: Counter[str] = field(default_factory=Counter)
    """Label or type with the property → how many have it: kept, although this program does not know it."""


def verify(dump: DumpFile, *, progress: Progress = lambda _done, _all: None) -> Verified:
    """Read a dump to its end.

    Raises:
        LoadStopped: it cannot be taken; place and reason are named, and nothing was written.
    """
    return _Verification(dump, progress).run()


def node_lines(dump: DumpFile, label: str) -> Iterator[tuple[str, NodeLine]]:
    """The nodes of one main label, each with its place.

    Raises:
        LoadStopped: a line is none of a node.
    """
    name = f"nodes/{label}.jsonl"
    for number, text in dump.lines(name):
        place = f"{name}:{number}"
        try:
            yield place, node_line(text)
        except NotAValue as reason:
            raise LoadStopped("dump_line_wrong", file=dump.path, place=place, reason=reason) from reason


def relationship_lines(dump: DumpFile, type_: str) -> Iterator[tuple[str, RelationshipLine]]:
    """The relationships of one type, each with its place.

    Raises:
        LoadStopped: a line is none of a relationship.
    """
    name = f"relationships/{type_}.jsonl"
    for number, text in dump.lines(name):
        place = f"{name}:{number}"
        try:
            yield place, relationship_line(text)
        except NotAValue as reason:
            raise LoadStopped("dump_line_wrong", file=dump.path, place=place, reason=reason) from reason


class _Verification:
    def __init__(self, dump: DumpFile, progress: Progress) -> None:
        self.dump, self.progress = dump, progress
        self.done, self.total = 0, dump.manifest.nodes + dump.manifest.relationships
        self.found = Verified()
        self.known: dict[str, frozenset[str]] = {}

    def run(self) -> Verified:
        self._names()
        nodes: dict[str, array[int]] = {}
        for label in self.dump.names("nodes"):
            nodes[label] = self._nodes(label)
        for type_ in self.dump.names("relationships"):
            self._relationships(type_, nodes)
        return self.found

    def _names(self) -> None:
        """Labels and types are those of this program's model, and files lie where they belong."""
        for folder, kinds in (("nodes", set(kept_labels())), ("relationships", set(relationship_kinds()))):
            for name in self.dump.names(folder):
                if name not in kinds:
                    raise LoadStopped("dump_kind_unknown", file=self.dump.path, name=name, program=self.dump.manifest.program)
        expected = {f"{folder}/{name}.jsonl" for folder in ("nodes", "relationships") for name in self.dump.names(folder)}
        for name in sorted(self.dump.manifest.files.keys() - expected):
            raise LoadStopped("dump_names_differ", file=self.dump.path, place=name)

    def _nodes(self, label: str) -> "array[int]":
        seen = array("Q")
        for place, line in node_lines(self.dump, label):
            if line.labels[0] != label:
                raise self._wrong(place, f"labels {list(line.labels)}")
            for second in line.labels:
                if second not in node_kinds():
                    raise LoadStopped("dump_kind_unknown", file=self.dump.path, name=second, program=self.dump.manifest.program)
            self._properties(line.labels, line)
            seen.append(_short(line.id))
            self._advance()
        return self._each_once(f"nodes/{label}.jsonl", seen)

    def _relationships(self, type_: str, nodes: "dict[str, array[int]]") -> None:
        seen = array("Q")
        for place, line in relationship_lines(self.dump, type_):
            for end in (line.start, line.end):
                if end.label not in nodes or not _holds(nodes[end.label], end):
                    raise LoadStopped("dump_end_missing", file=self.dump.path, place=place, label=end.label, id=end.id)
            self._properties((type_,), line)
            seen.append(_short(line.id))
            self._advance()
        self._each_once(f"relationships/{type_}.jsonl", seen)

    def _properties(self, kinds: tuple[str, ...], line: NodeLine | RelationshipLine) -> None:
        for name in line.properties.keys() - self._known(kinds):
            self.found.unknown_properties[f"{kinds[0]}.{name}"] += 1

    def _known(self, kinds: tuple[str, ...]) -> frozenset[str]:
        key = "|".join(kinds)
        if key not in self.known:
            declared = [node_kinds().get(kind) or relationship_kinds()[kind] for kind in kinds]
            self.known[key] = frozenset({"id"}.union(*(property_descriptions(kind) for kind in declared)))
        return self.known[key]

    def _each_once(self, name: str, seen: "array[int]") -> "array[int]":
        ordered = array("Q", sorted(seen))
        if any(one == other for one, other in pairwise(ordered)):
            raise self._wrong(name, "id × 2")
        return ordered

    def _wrong(self, place: str, reason: str) -> LoadStopped:
        return LoadStopped("dump_line_wrong", file=self.dump.path, place=place, reason=reason)

    def _advance(self) -> None:
        self.done += 1
        if self.done % STEP == 0 or self.done == self.total:
            self.progress(self.done, self.total)


def _short(id_: str) -> int:
    return int.from_bytes(blake2b(id_.encode(), digest_size=8).digest())


def _holds(nodes: "array[int]", end: Reference) -> bool:
    wanted = _short(end.id)
    place = bisect_left(nodes, wanted)
    return place < len(nodes) and nodes[place] == wanted
