"""The codes of the field: complete, without loose ends, means apart from services."""

from graph.taxonomy import CONTEXT_NEED, taxonomy


def test_the_numbers_of_codes_are_those_of_the_file() -> None:
    """38 categories and 18 schemes, as its note says."""
    assert (len(taxonomy().service_categories), len(taxonomy().schemes)) == (38, 18)


def test_every_entry_has_both_languages() -> None:
    """No code is shown without a name."""
    kinds = (taxonomy().service_categories, taxonomy().need_categories, taxonomy().actor_types, taxonomy().schemes)
    assert [entry.code for kind in kinds for entry in kind.values() if not (entry.ja and entry.en)] == []


def test_needs_are_answered_by_categories_that_exist() -> None:
    """No need points to a code that is not there."""
    # Arrange
    categories = taxonomy().service_categories

    # Act
    loose = {code for need in taxonomy().need_categories.values() for code in need.answered_by if code not in categories}

    # Assert
    assert loose == set()


def test_only_background_pressure_has_no_answer() -> None:
    """Every need but the context has at least one answer."""
    assert [code for code, need in taxonomy().need_categories.items() if not need.answered_by] == [CONTEXT_NEED]


def test_group_g_are_means() -> None:
    """Means are the five codes of group G and no service for residents."""
    assert taxonomy().means == {"TRAIN", "VOLCOORD", "STARTUP", "PORTAL", "PLACE"}


def test_every_category_has_a_group_and_synonyms() -> None:
    """A category without a form in texts could never be read."""
    assert [code for code, entry in taxonomy().service_categories.items() if not (entry.group and entry.synonyms)] == []


def test_registered_transport_is_one_category() -> None:
    """Both kinds of registered transport are WELFTRANS, not a bus."""
    assert {"福祉有償運送", "交通空白地有償運送"} <= set(taxonomy().service_categories["WELFTRANS"].synonyms)
    assert "交通空白地有償運送" not in taxonomy().service_categories["COMBUS"].synonyms
