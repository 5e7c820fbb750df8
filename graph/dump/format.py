"""The form of a dump: names and limits of its files, the manifest, and one line of each kind (README.md)."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from graph.dump.values import NotAValue, decoded, encoded
from graph.model.definitions import Reference
from graph.rows import main_label_first

FORMAT = "tsunagu-dump"
VERSION = 1
MANIFEST = "manifest.json"
EXPLANATION = "README.txt"

LINE_BYTES = 16 * 2**20
"""No line is longer: a thing that outgrows it is no thing of a graph."""
MANIFEST_BYTES = 4 * 2**20
UNPACKED_BYTES = 256 * 2**20
UNPACKED_TIMES = 300
"""A file that unpacks to more than these two is no dump of ours, which unpack to about six times their size."""


@dataclass(frozen=True)
class Part:
    """What the manifest says of one file."""

    rows: int
    bytes: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What a dump says of itself."""

    program: str
    engine: str
    made_at: str
    files: dict[str, Part]
    left_out: dict[str, int] = field(default_factory=dict)
    """What stood in the database and is not of the model: label or type → how many."""
    format: str = FORMAT
    version: int = VERSION

    @property
    def nodes(self) -> int:
        """How many nodes it holds."""
        return sum(part.rows for name, part in self.files.items() if name.startswith("nodes/"))

    @property
    def relationships(self) -> int:
        """How many relationships it holds."""
        return sum(part.rows for name, part in self.files.items() if name.startswith("relationships/"))

    def text(self) -> str:
        """As it is written: readable, and in one order."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


@dataclass(frozen=True)
class NodeLine:
    """One line of `nodes/<Label>.jsonl`; the main label first."""

    labels: tuple[str, ...]
    properties: dict[str, Any]

    @property
    def id(self) -> str:
        """Its id."""
        return str(self.properties["id"])

    def text(self) -> str:
        """As it is written.

        Raises:
            NotAValue: a property holds something that the format does not know.
        """
        return _text({"labels": self.labels, "properties": _encoded(self.properties)})


@dataclass(frozen=True)
class RelationshipLine:
    """One line of `relationships/<TYPE>.jsonl`; its ends by main label and id."""

    start: Reference
    end: Reference
    properties: dict[str, Any]

    @property
    def id(self) -> str:
        """Its id."""
        return str(self.properties["id"])

    def text(self) -> str:
        """As it is written.

        Raises:
            NotAValue: a property holds something that the format does not know.
        """
        ends = {"start": (self.start.label, self.start.id), "end": (self.end.label, self.end.id)}
        return _text({**ends, "properties": _encoded(self.properties)})


def node_line(text: bytes) -> NodeLine:
    """A line of a node as it was written.

    Raises:
        NotAValue: it is no such line; the text says why.
    """
    match _json(text):
        case {"labels": [*labels], "properties": {"id": str(id_), **properties}, **rest} if id_ and labels and not rest:
            if not all(isinstance(label, str) for label in labels) or list(main_label_first(labels)) != labels:
                raise NotAValue(f"labels {labels}")
            return NodeLine(tuple(labels), {"id": id_, **_decoded(properties)})
    raise NotAValue('not {"labels": […], "properties": {"id": …}}')


def relationship_line(text: bytes) -> RelationshipLine:
    """A line of a relationship as it was written.

    Raises:
        NotAValue: it is no such line; the text says why.
    """
    match _json(text):
        case {
            "start": [str(start_label), str(start_id)],
            "end": [str(end_label), str(end_id)],
            "properties": {"id": str(id_), **properties},
            **rest,
        } if id_ and not rest:
            start, end = Reference(label=start_label, id=start_id), Reference(label=end_label, id=end_id)
            return RelationshipLine(start, end, {"id": id_, **_decoded(properties)})
    raise NotAValue('not {"start": [label, id], "end": [label, id], "properties": {"id": …}}')


def manifest_of(content: Any) -> Manifest:
    """The manifest from its JSON.

    Raises:
        NotAValue: it has another shape.
    """
    try:
        files = {str(name): Part(**part) for name, part in content["files"].items()}
        found = Manifest(**(content | {"files": files}))
    except (TypeError, KeyError, AttributeError) as reason:
        raise NotAValue(str(reason)) from reason
    numbers = [found.version, *(number for part in files.values() for number in (part.rows, part.bytes))]
    if not all(isinstance(number, int) and number >= 0 for number in numbers):
        raise NotAValue("rows, bytes")
    return found


def _encoded(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: encoded(value) for name, value in sorted(properties.items())}


def _decoded(properties: Mapping[Any, Any]) -> dict[str, Any]:
    if "" in properties:
        raise NotAValue("a property without a name")
    return {str(name): decoded(value) for name, value in properties.items()}


def _text(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(", ", ": ")) + "\n"


def _json(text: bytes) -> Any:
    try:
        return json.loads(text.decode("utf-8"), parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as reason:
        raise NotAValue(str(reason)) from reason


def _refuse_constant(name: str) -> None:
    raise NotAValue(name)
