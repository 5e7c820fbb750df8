"""Lines and manifest: written one way only, read back as they were, refused with the reason."""

import json
from datetime import date

import pytest

from graph.dump.format import Manifest, NodeLine, Part, RelationshipLine, manifest_of, node_line, relationship_line
from graph.dump.values import NotAValue
from graph.model.definitions import Reference

NODE = NodeLine(("Organization", "Council"), {"id": "o", "name": "いろは会", "verified_on": date(2026, 4, 1), "layers": [1, 2]})
TIE = RelationshipLine(Reference(label="Organization", id="o"), Reference(label="Area", id="a"), {"id": "t", "score": 1.0})
MANIFEST = Manifest(program="0.1.0", engine="neo4j", made_at="2026-11-23T09:00:00+00:00", files={"nodes/Area.jsonl": Part(3, 9, "ab")})


def test_a_node_is_one_readable_line() -> None:
    """Japanese as it stands, properties by name, a day told from a text."""
    assert NODE.text() == (
        '{"labels": ["Organization", "Council"], "properties": '
        '{"id": "o", "layers": [1, 2], "name": "いろは会", "verified_on": {"date": "2026-04-01"}}}\n'
    )


def test_lines_are_read_back_as_they_were() -> None:
    """Labels in order, ends, properties with their types."""
    assert node_line(NODE.text().encode()) == NODE
    assert relationship_line(TIE.text().encode()) == TIE


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b"[]",
        b"\xff",
        b"NaN",
        b"[" * 100_000,
        b'{"labels": [], "properties": {"id": "a"}}',
        b'{"labels": ["Area"], "properties": {}}',
        b'{"labels": ["Area"], "properties": {"id": 1}}',
        b'{"labels": ["Area"], "properties": {"id": ""}}',
        b'{"labels": ["Area"], "properties": {"id": "a", "": 1}}',
        b'{"labels": ["Area"], "properties": {"id": "a", "x": NaN}}',
        b'{"labels": ["Area"], "properties": {"id": "a", "x": 1e999}}',
        b'{"labels": ["Area"], "properties": {"id": "a"}, "more": 1}',
        b'{"labels": ["Council", "Organization"], "properties": {"id": "a"}}',
        b'{"labels": [1], "properties": {"id": "a"}}',
    ],
)
def test_what_is_no_node_is_refused(text: bytes) -> None:
    """Every shape but the one that is written."""
    with pytest.raises(NotAValue):
        node_line(text)


@pytest.mark.parametrize("end", [[], ["Area"], ["Area", 1], ["Area", "a", "b"], "Area"])
def test_an_end_is_a_label_and_an_id(end: object) -> None:
    """Nothing else is an end."""
    line = json.dumps({"start": ["Area", "a"], "end": end, "properties": {"id": "t"}})
    with pytest.raises(NotAValue):
        relationship_line(line.encode())


def test_the_manifest_is_read_back_as_it_was() -> None:
    """With the numbers of nodes and relationships."""
    # Act
    back = manifest_of(json.loads(MANIFEST.text()))

    # Assert
    assert back == MANIFEST
    assert (back.nodes, back.relationships) == (3, 0)


@pytest.mark.parametrize("change", [{"files": []}, {"files": {"a": {}}}, {"surprise": 1}, {"version": "1"}, {"files": {"a": None}}])
def test_a_manifest_of_another_shape_is_refused(change: dict[str, object]) -> None:
    """Missing, additional and mistyped entries."""
    with pytest.raises(NotAValue):
        manifest_of(json.loads(MANIFEST.text()) | change)
