"""What every query file promises, tested for every file in cypher/ outside migrations/.

Its header, its parameters and columns, what its text may not say, and that both engines understand it. What the
queries answer is tested in test_every_answer.py, and with known answers in tests/integration/cypher/.
"""

import inspect
from importlib import import_module
from importlib.resources import files
from typing import Any

import pytest

from graph.connection import Graph
from graph.errors import QueryMisused
from graph.model.catalogue import node_kinds, relationship_kinds
from graph.model.definitions import Node, Relationship, property_descriptions
from graph.query_checks.header import KEYS, WORDED_BY_ALL
from graph.query_checks.rules import NEVER
from graph.query_checks.text import columns, labels_in, order, parameters_in, properties_in, types_in
from graph.query_files import FOLDERS, SCOPING, TYPES, Question, question, questions
from tests.building import TODAY


def every_query() -> list[Question]:
    names = [
        (folder, file.name.removesuffix(".cypher"))
        for folder in FOLDERS
        for file in sorted((files("cypher") / folder).iterdir(), key=lambda file: file.name)
        if file.name.endswith(".cypher")
    ]
    return [question(folder, name) for folder, name in names]


def named(query: Question) -> str:
    return f"{query.folder}/{query.name}"


QUERIES = [pytest.param(query, id=named(query)) for query in every_query()]
each_query = pytest.mark.parametrize("query", QUERIES)


def measure_of(query: Question) -> inspect.Signature:
    module, _, function = (query.measure or "").rpartition(".")
    return inspect.signature(getattr(import_module(module), function))


def test_every_file_lies_in_a_known_folder() -> None:
    """A query that no folder of questions holds would never be tested."""
    # Act
    folders = {entry.name for entry in files("cypher").iterdir() if entry.is_dir() and not entry.name.startswith("__")}

    # Assert
    assert folders == {*FOLDERS, "migrations"}
    assert QUERIES


@each_query
def test_the_header_is_complete(query: Question) -> None:
    """Title and question in both languages, the columns, the version of its wording, and no misspelt entry."""
    # Act
    header = query.header

    # Assert
    for key in WORDED_BY_ALL:
        assert header[f"{key}_ja"].strip()
        assert header[f"{key}_en"].strip().isascii()
    assert header["returns"]
    assert header["since"] >= 1
    assert header.keys() <= KEYS
    assert set(query.identity) <= set(query.returns)
    assert set(query.bears) <= questions("checks").keys()


@pytest.mark.parametrize("check", [pytest.param(check, id=name) for name, check in questions("checks").items()])
def test_a_check_says_what_the_data_cannot_bear(check: Question) -> None:
    """For one area with the numbers of its row, and for several together, in both languages."""
    row = dict.fromkeys(check.returns, 0)

    for language in ("ja", "en"):
        assert check.header[f"note_{language}"].format(**row).strip()
        assert check.header[f"several_{language}"].format(areas="…").strip()


@each_query
def test_declared_parameters_are_described(query: Question) -> None:
    """Each has a known type and says in both languages what it is."""
    for declared in query.parameters.values():
        assert declared["type"] in TYPES
        assert declared["about_ja"].strip()
        assert declared["about_en"].strip()
        assert declared.keys() <= {"type", "default", "about_ja", "about_en"}


@each_query
def test_parameters_are_those_declared(query: Question) -> None:
    """What the text uses is declared, and what is declared is used, by the text or by the measure that computes the rows."""
    # Act
    used = parameters_in(query.text) - set(SCOPING)
    by_measure = set(list(measure_of(query).parameters)[1:]) if query.measure else set()

    # Assert
    assert used | by_measure == set(query.parameters)


@each_query
def test_every_question_is_limited_to_areas_and_audience(query: Question) -> None:
    """`$visible` always; `$areas` too, unless the header says why not."""
    # Act
    used = parameters_in(query.text)

    # Assert
    assert "visible" in used
    assert "areas" in used or query.header.get("unscoped", "").strip() or query.folder == "checks"
    assert not ("areas" in used and "unscoped" in query.header)


@each_query
def test_columns_are_those_declared(query: Question) -> None:
    """The declared columns in their order; a measure's rows are looked at below."""
    if query.measure is None:
        assert tuple(columns(query.text)) == query.returns


@each_query
def test_labels_types_and_properties_exist_in_the_model(query: Question) -> None:
    """A misspelt label or property would silently find nothing."""
    # Arrange
    kinds: list[type[Node] | type[Relationship]] = [*node_kinds().values(), *relationship_kinds().values()]
    declared = {name for kind in kinds for name in property_descriptions(kind)} | {"id"}

    # Act
    labels, types, properties = labels_in(query.text), types_in(query.text), properties_in(query.text)

    # Assert
    assert labels - node_kinds().keys() == set()
    assert types - relationship_kinds().keys() == set()
    assert properties - declared == set()


@each_query
@pytest.mark.parametrize("rule", NEVER)
def test_the_text_keeps_the_rules(query: Question, rule: str) -> None:
    """It reads only, and holds no construction on which an engine is known to fail."""
    assert not NEVER[rule](query.text)


@each_query
def test_rows_come_in_the_order_of_their_identity(query: Question) -> None:
    """The same question asked twice gives the same list; a measure keeps an order of its own."""
    if query.identity and query.measure is None:
        assert order(query.text) == list(query.identity)


@each_query
def test_an_engine_understands_it(query: Question, graph: Graph) -> None:
    """EXPLAIN succeeds on each engine."""
    # Arrange
    values: dict[str, Any] = {name: [] for name in parameters_in(query.text)}
    values |= {name: value for name, value in query.values({}, today=TODAY).items() if name in values}

    # Act
    rows = graph.read(f"EXPLAIN {query.text}", **values)

    # Assert
    assert rows == []


@pytest.mark.parametrize("text", ["MATCH (a:Area RETURN a", "MATCH (a:Area) RETURN b"])
def test_explain_would_notice(graph: Graph, text: str) -> None:
    """EXPLAIN refuses what the engine does not understand, so that its success says something."""
    with pytest.raises(QueryMisused):
        graph.read(f"EXPLAIN {text}")
