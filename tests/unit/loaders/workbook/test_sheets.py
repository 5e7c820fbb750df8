"""The declarations of the template hold everything that the model holds."""

import pytest

from graph.messages import LANGUAGES
from graph.model.catalogue import node_kinds, relationship_kinds
from graph.model.definitions import Node, Relationship, property_descriptions
from loaders.workbook.sheets import BY_LABEL, SHEETS
from loaders.workbook.tie_kinds import TIE_KINDS
from loaders.workbook.wording import choices, code_of, of_column, words

LEFT_OUT = {("Area", "latitude"), ("Area", "longitude"), ("Area", "until")}
"""Properties of coded areas, which need no row."""
AS_CODES = {("Organization", "actor_types"), ("Need", "codes")}
FACTS = [kind for kind in relationship_kinds().values() if kind.is_fact]


@pytest.mark.parametrize("label", [label for label, kind in node_kinds().items() if kind.is_fact])
def test_every_property_of_a_node_has_its_column(label: str) -> None:
    """What is declared anew in the model shows here until the template has it, or says that it has not."""
    own = property_descriptions(node_kinds()[label]).keys() - property_descriptions(Node).keys()
    columns = {field.property for field in BY_LABEL[label].fields}

    assert {(label, name) for name in own - columns} <= LEFT_OUT | AS_CODES


@pytest.mark.parametrize("kind", FACTS, ids=lambda kind: kind.type)
def test_every_relationship_has_a_word_that_says_all_of_it(kind: type[Relationship]) -> None:
    """Each type is offered in つながり, with a column or a word of its own for each of its properties."""
    own = property_descriptions(kind).keys() - property_descriptions(Relationship).keys()
    offered = [one for one in TIE_KINDS.values() if one.type == kind.type]

    assert offered
    assert all(own == {*one.says, *one.columns.values()} for one in offered)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_a_list_means_its_code(language: str) -> None:
    """No word is missing, none stands for two codes, and both languages are read."""
    for sheet in SHEETS:
        for field in sheet.fields:
            offered = choices(field, language) if field.kind != "text" else {}
            assert all(code_of(field, word) == code for code, word in offered.items()), (sheet.name, field.key)
            assert not any(word.startswith("text.") for word in offered.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_is_explained(language: str) -> None:
    """Heads and comments exist in both languages."""
    for sheet in SHEETS:
        for field in sheet.fields:
            assert not of_column("column", sheet, field, language).startswith("text.")
            assert not of_column("about", sheet, field, language).startswith("text.")


def test_the_strictest_level_has_its_other_word() -> None:
    """限定 is 取扱注意."""
    visibility = BY_LABEL["Service"].by_key["visibility"]

    assert {code_of(visibility, word) for word in ("限定", "取扱注意", "restricted")} == {"restricted"}
    assert words("ja")("text.value.restricted") == "取扱注意"
