"""The generated worlds can tell a broken question from a sound one: else what passes on them says nothing.

Both engines would break alike on a broken text, so the broken text is asked beside the sound one.
"""

from typing import Any

import pytest

from graph.connection import Graph
from graph.query_files import question
from tests.answers import Named
from tests.building import TODAY, load_facts
from tests.engines import TestDatabase
from tests.generated_worlds import leave_unsaid, world

BROKEN = [
    ("gaps", "actors_without_ties", "r.visibility IN $visible AND b.visibility", "b.visibility"),
    ("gaps", "actors_without_ties", "NOT coalesce(o.generic, false)", "NOT o.generic"),
    ("gaps", "actors_without_ties", "coalesce(r.state, 'recorded') = 'recorded'", "true"),
    ("gaps", "actors_without_ties", "(o)-[p:PART_OF]->(whole:Organization)", "(o)<-[p:PART_OF]-(whole:Organization)"),
    ("gaps", "actors_without_ties", "coalesce(b.ended_on > $as_of, true)", "true"),
    ("gaps", "actors_without_ties", "coalesce(o.ended_on > $as_of, true)", "coalesce(o.ended_on >= $as_of, true)"),
    ("networks", "bodies_and_ties", "coalesce(x.ended_on > $as_of, true)", "true"),
    ("gaps", "needs_without_service", "(y)<-[d:COVERS]-(s:Service)", "(y)<-[d:DELIVERED_IN|COVERS]-(s:Service)"),
    ("gaps", "needs_without_service", "s.valid_to >= $as_of", "s.valid_to > $as_of"),
    ("gaps", "needs_without_service", "coalesce(w.ends_on >= $as_of, true)", "true"),
    ("gaps", "coverage_matrix", "s.visibility IN $visible AND k.visibility IN $visible AND ", ""),
    ("checks", "few_ties_recorded", "ends < organizations", "ends <= organizations"),
    ("lookups", "area_counts", "[s.placed_in]", "[]"),
]


@pytest.fixture(scope="module")
def filled(embedded_database: TestDatabase) -> Graph:
    """One world on the embedded engine."""
    graph, made = embedded_database.empty(), world(0)
    for load in made.loads:
        load_facts(graph, load.dataset, load.facts)
    leave_unsaid(graph, made)
    return graph


@pytest.mark.parametrize(("folder", "name", "sound", "broken"), BROKEN)
def test_a_broken_question_answers_otherwise(filled: Graph, folder: str, name: str, sound: str, broken: str) -> None:
    """A visibility, a null, a direction, a type, a day: what is dropped from a question changes its rows for some audience."""
    # Arrange
    text = question(folder, name).text
    assert sound in text
    named = Named.of(filled)
    given: dict[str, Any] = {"as_of": TODAY} if "$as_of" in text else {}

    # Act
    told = []
    for audience in ("public", "members"):
        reader, _ = named.reader(filled, audience)
        given |= {"areas": reader.areas.resolve(None), "visible": reader.visible}
        told.append(filled.read(text, **given) == filled.read(text.replace(sound, broken), **given))

    # Assert
    assert not all(told)
