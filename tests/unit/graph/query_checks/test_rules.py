"""The rules for queries catch what they are there to catch, and let the known good form pass."""

import re
from collections.abc import Callable

import pytest

from graph import statements
from graph.model.catalogue import relationship_kinds
from graph.query_checks.rules import NEVER
from graph.query_checks.text import columns, labels_in, order, parameters_in, properties_in, types_in
from tests.unit.graph.query_checks.examples import BROKEN, MERGES_WELL, ROWS, SOUND

WRITTEN_OTHERWISE: dict[str, Callable[[str], str]] = {
    "in lower case": lambda text: re.sub(r"(?<![:|\w'])[A-Z]{2,}(?![\w'])", lambda found: found[0].lower(), text),
    "on many lines": lambda text: text.replace(" ", "\n    "),
    "with comments between": lambda text: text.replace(" ", " /* WHERE (x)-->(y) */ // or\n"),
    "with all the space that is allowed": lambda text: re.sub(r"(?<=[(\[{])|(?=[)\]}])", "  ", text),
}


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, texts in BROKEN.items() for text in texts])
def test_a_violating_text_is_caught(rule: str, text: str) -> None:
    """Each construction on which an engine is known to fail is recognised."""
    assert NEVER[rule](text)


@pytest.mark.parametrize("way", WRITTEN_OTHERWISE)
@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, texts in BROKEN.items() for text in texts])
def test_a_violating_text_is_caught_however_it_is_written(rule: str, text: str, way: str) -> None:
    """Case, line breaks, comments and space hide nothing."""
    assert NEVER[rule](WRITTEN_OTHERWISE[way](text))


@pytest.mark.parametrize("way", WRITTEN_OTHERWISE)
@pytest.mark.parametrize("text", SOUND)
def test_a_sound_text_passes_however_it_is_written(text: str, way: str) -> None:
    """No rule takes the form of a text for a fault."""
    assert [name for name, rule in NEVER.items() if rule(WRITTEN_OTHERWISE[way](text))] == []


@pytest.mark.parametrize(("form", "rule", "number"), [(form, *found) for form, found in ROWS.items()])
def test_every_forbidden_form_is_caught_by_the_rule_for_it(form: str, rule: str, number: int) -> None:
    """One violating text for each form of which it was measured that an engine fails on it."""
    assert NEVER[rule](BROKEN[rule][number]), form


@pytest.mark.parametrize("text", MERGES_WELL)
def test_a_merge_from_the_end_with_few_relationships_passes(text: str) -> None:
    """The statements that are generated from the model begin there."""
    assert not NEVER["merges_from_the_hub"](text)


def test_every_generated_statement_merges_from_the_end_with_few_relationships() -> None:
    """Whatever the type, as the model declares it."""
    written = [
        statements.write_relationships(type_, kind.starts[0].label, kind.ends[0].label) for type_, kind in relationship_kinds().items()
    ]

    assert [text for text in written if NEVER["merges_from_the_hub"](text)] == []


@pytest.mark.parametrize("text", SOUND)
def test_a_sound_text_passes(text: str) -> None:
    """The form that is written instead breaks no rule."""
    assert [name for name, rule in NEVER.items() if rule(text)] == []


def test_every_rule_has_a_violating_text() -> None:
    """A rule that nothing shows to work is no rule."""
    assert BROKEN.keys() == NEVER.keys()


def test_what_is_read_from_a_text() -> None:
    """Parameters, labels, types, properties, columns and order are found, and strings and comments are not."""
    # Arrange
    text = """
    MATCH (a:Area|Need)-[r:HAS_NEED|COVERS]->(:Need) // (:Comment {x: $comment})
    WHERE a.id IN $areas AND type(r) <> 'PART_OF' AND NOT 'Council' IN labels(a) AND a.name <> '$text (:Text)'
    WITH a, collect({key: a.code, list: [1, 2]}) AS maps
    RETURN a.id AS id, [one IN maps | one.key] AS keys, maps ORDER BY id, keys
    """

    # Act
    found = parameters_in(text), labels_in(text), types_in(text), properties_in(text), columns(text), order(text)

    # Assert
    assert found == (
        {"areas"},
        {"Area", "Need", "Council"},
        {"HAS_NEED", "COVERS", "PART_OF"},
        {"id", "name", "code"},
        ["id", "keys", "maps"],
        ["id", "keys"],
    )
