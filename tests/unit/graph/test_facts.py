"""Facts: what they are and the evidence they rest on."""

from dataclasses import FrozenInstanceError

import pytest

from graph.facts import Dataset, Fact, Quotation, Scope
from graph.identity import council_key
from graph.model.councils import Council
from graph.model.organizations import Organization


def test_a_fact_has_the_id_of_what_it_states() -> None:
    """Two sources that state the same thing state one fact."""
    # Arrange
    council = Council(key=council_key("a", "見本協議体"), name="見本協議体")

    # Act
    facts = [Fact(what=council, evidence=(Quotation(quote=quote, extractor="rule"),)) for quote in ("一", "二")]

    # Assert
    assert {fact.id for fact in facts} == {council.id}


def test_a_second_kind_is_the_same_node() -> None:
    """A body that is a council too has one key and one id."""
    # Arrange
    body = Organization(key="organization|a|見本協議会", name="見本協議会")

    # Act
    fact = Fact(what=body, also=Council(key=body.key, name=body.name), evidence=())

    # Assert
    assert fact.also is not None
    assert fact.id == fact.also.id


def test_a_quotation_is_explicit_and_public_unless_it_says_otherwise() -> None:
    """The defaults are those of a cell that says it in words in an open source."""
    quotation = Quotation(quote="見本", extractor="rule")
    assert (quotation.certainty, quotation.visibility, quotation.repairs) == ("explicit", "public", ())


def test_facts_cannot_be_changed() -> None:
    """What a source states is not edited on its way."""
    quotation = Quotation(quote="見本", extractor="rule")
    with pytest.raises(FrozenInstanceError):
        quotation.quote = "別"  # type: ignore[misc]


def test_a_scope_without_categories_is_limited_to_none() -> None:
    """Empty means all."""
    assert Scope(area_id="a", kind="services", coverage="examples").categories == ()


def test_a_dataset_states_no_licence_and_no_date_by_itself() -> None:
    """Absent is None, never an empty text."""
    dataset = Dataset(name="d", title="見本")
    assert (dataset.licence, dataset.as_of, dataset.scopes, dataset.cases) == (None, None, (), ())
