"""The instructions speak of the model as it is declared."""

import re

from graph.model.catalogue import node_kinds, relationship_kinds
from graph.taxonomy import CONTEXT_NEED, taxonomy
from loaders.case_studies.extractors import proposable
from loaders.case_studies.extractors.prompt import answer_schema, instructions, question


def test_every_label_type_and_code_is_named() -> None:
    """What a proposal may use is in the instructions, from the declarations; nothing is left to fill in."""
    text = instructions()
    assert re.search(r"\$\{?\w", text) is None
    for label in proposable.LABELS:
        assert f"- {label}: " in text
    for type_, kind in relationship_kinds().items():
        proposed = kind.is_fact and bool(proposable.starts(kind) and proposable.ends(kind))
        assert (f"- {type_}: " in text) == proposed
    for entries in (taxonomy().actor_types, taxonomy().service_categories, taxonomy().need_categories):
        for code, entry in entries.items():
            assert (f"- {code}: {entry.ja}" in text) == (code != CONTEXT_NEED)


def test_labels_and_types_are_those_of_the_model() -> None:
    """No post, no number, no person, nothing of the bookkeeping."""
    assert set(proposable.things()) == set(proposable.LABELS) <= set(node_kinds())
    assert {"HOLDS", "OBSERVED_IN", "FROM", "POSSIBLY_SAME_AS", "IN_CATEGORY"}.isdisjoint(proposable.ties())
    assert "MEMBER_OF" in proposable.ties()


def test_the_schema_is_strict() -> None:
    """Every object of it names all its properties as required and allows no other, as endpoints ask for."""

    def objects(schema: object) -> list[dict[str, object]]:
        if isinstance(schema, dict):
            own = [schema] if schema.get("type") == "object" else []
            return own + [one for value in schema.values() for one in objects(value)]
        return []

    found = objects(answer_schema())
    assert len(found) == 3
    for one in found:
        assert one["additionalProperties"] is False
        assert one["required"] == list(one["properties"])  # type: ignore[call-overload]


def test_the_text_stands_between_marks() -> None:
    """The case's name and its lines, and nothing that looks like an instruction of ours."""
    assert question("山形県紅沢町", "5: 配食") == "対象の市区町村: 山形県紅沢町\n\n<文章>\n5: 配食\n</文章>"
