"""Evidence by its id, for whoever shows sentences."""

from graph.connection import Graph
from graph.quoted import quoted, quoted_of, sentences
from graph.reading import Reader
from tests.building import TODAY, Town


def test_evidence_is_read_once_for_all_rows_and_kept_in_their_order(graph: Graph) -> None:
    """Each row has its own sentences; what the audience may not see is left out, and an unknown id is no error."""
    # Arrange
    town = Town()
    first, second = town.bodies("いろは会", "にほへ会")
    town.state(first, quoted="restricted")
    town.into(graph)
    reader = Reader(graph, audience="public", today=TODAY)
    stored = graph.read("MATCH (e:Evidence) RETURN e.id AS id, e.fact AS fact, e.visibility AS visibility ORDER BY id")
    rows = [{"evidence": [one["id"] for one in stored if one["fact"] == body.id]} for body in (second, first)]

    # Act
    known = quoted_of(reader, [*rows, {"evidence": ["unknown"]}, {}])

    # Assert
    public = {one["id"] for one in stored if one["visibility"] == "public"}
    assert len(rows[1]["evidence"]) == 2
    assert known.keys() == public
    assert [one["id"] for one in sentences(reversed(rows[1]["evidence"]), known)] == [
        id_ for id_ in reversed(rows[1]["evidence"]) if id_ in public
    ]
    assert quoted(reader, []) == {}


def test_a_sentence_of_several_facts_is_shown_once() -> None:
    """Where it stands, what it says and what people made of it are alike; whatever differs is shown."""
    sentence = {"dataset": "d", "line": 3, "starts_at": 0, "ends_at": 4, "quote": "いろは", "certainty": "stated", "review": None}
    known = {
        "1": {"id": "1", "fact": "a", **sentence},
        "2": {"id": "2", "fact": "b", **sentence},
        "3": {"id": "3", "fact": "c", **sentence, "line": 4},
        "4": {"id": "4", "fact": "d", **sentence, "review": "confirmed"},
    }

    assert [one["id"] for one in sentences(["2", "1", "3", "4"], known)] == ["2", "3", "4"]
