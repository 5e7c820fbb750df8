"""The whole reading: what holds for every fact."""

import pytest

from loaders.case_studies import LOADER
from tests.unit.loaders.case_studies.reading import SAMPLES, nodes, read_sample, ties

READABLE = ["two_columns.md", "narrative.md", "prose.txt", "records.md", "broken_words.md", "private_person.txt"]


@pytest.mark.parametrize("sample", READABLE)
def test_every_quotation_stands_where_it_says(sample: str) -> None:
    """Line, start and end of each quotation give exactly its characters in the file."""
    lines = (SAMPLES / sample).read_text(encoding="utf-8").splitlines()
    for fact in read_sample(sample).facts:
        assert fact.evidence
        for one in fact.evidence:
            assert one.line is not None
            assert one.quote
            assert lines[one.line - 1][one.start : one.end] == one.quote


@pytest.mark.parametrize("sample", READABLE)
def test_reading_is_repeatable(sample: str) -> None:
    """The same file gives the same facts in the same order."""
    assert read_sample(sample) == read_sample(sample)


@pytest.mark.parametrize("sample", READABLE)
def test_every_fact_is_one_fact(sample: str) -> None:
    """Each id occurs once, and each relationship joins nodes that are facts of the same file."""
    facts = read_sample(sample).facts
    ids = [fact.id for fact in facts]
    assert len(ids) == len(set(ids))
    for fact in facts:
        start, end = getattr(fact.what, "start", None), getattr(fact.what, "end", None)
        assert start is None or {start.id, end.id} <= set(ids)  # type: ignore[union-attr]


def test_missing_markers_give_no_facts() -> None:
    """Not started, not stated and not measured are read as nothing, never as 0."""
    # Act
    found = read_sample("two_columns.md")
    town = {case.area_id for case in found.dataset.cases if case.name == "秋田県霞岳町"}
    functions = {getattr(fact.what, "function", None) for fact in found.facts if {one.area_id for one in fact.evidence} == town}

    # Assert
    assert "needs" not in functions
    assert "network" not in functions
    values = {getattr(node, "value", None) for node in nodes(found, "Observation").values()}
    assert values - {None} == {40000.0, 36.5, 8214.0, 43.1, 25.0}


def test_a_function_that_has_not_begun_is_stated() -> None:
    """-(※) in the place of who acts: an observation without a value, with the mark as its quotation."""
    # Act
    found = [fact for fact in read_sample("two_columns.md").facts if getattr(fact.what, "state", None) == "not_started"]

    # Assert
    assert [getattr(fact.what, "indicator", None) for fact in found] == ["acts_for_needs"]
    assert all(getattr(fact.what, "value", None) is None for fact in found)
    assert [one.extractor for fact in found for one in fact.evidence] == ["not_started"]


def test_a_source_of_cases_speaks_by_examples() -> None:
    """Case studies never show all there is: every scope is one of examples, for each municipality and kind of fact."""
    scopes = read_sample("two_columns.md").dataset.scopes
    assert {scope.coverage for scope in scopes} == {"examples"}
    assert len(scopes) == 2 * 7


def test_a_sentence_about_a_private_person_is_set_aside() -> None:
    """A name beside care level and telephone is not read; the report says where, without the content."""
    found = read_sample("private_person.txt")
    assert [(problem.kind, problem.code, problem.values) for problem in found.problems] == [
        ("set_aside", "case_studies.private_person", {"place": "line 4"}),
        ("warning", "case_studies.masked", {"place": "line 4", "characters": 4}),
    ]
    assert all("花子" not in one.quote for fact in found.facts for one in fact.evidence)


def test_only_a_stated_place_is_where_a_service_is_held() -> None:
    """A stated district is; the municipality of the case is not concluded, it only places the service."""
    found = read_sample("narrative.md")
    assert ("会食会", "石平地区") in ties(found, "DELIVERED_IN")
    assert ("移動販売車", "紅沢町") not in ties(found, "DELIVERED_IN")
    assert ("会食会", "紅沢町") not in ties(found, "DELIVERED_IN")


def test_the_loader_is_named_as_its_folder() -> None:
    """`--source` takes the folder's name."""
    assert LOADER.name == "case_studies"
