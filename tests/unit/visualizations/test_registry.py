"""Which views there are."""

import pytest

from graph.errors import QueryMisused
from visualizations.registry import all_views, find, names


def test_views_are_found_by_looking_at_the_folder() -> None:
    """The network picture is there without being listed anywhere."""
    assert "area_network" in all_views()
    assert find("area_network").query == "area_network"


def test_an_unknown_view_is_refused_with_the_known_ones() -> None:
    """The advice can name what there is."""
    with pytest.raises(QueryMisused) as refused:
        find("no_such_view")

    assert refused.value.key == "unknown_view"
    assert refused.value.values == {"name": "no_such_view", "known": ", ".join(all_views())}


def test_names_are_known_without_loading_what_draws() -> None:
    """The command line lists them in its help."""
    assert names() == list(all_views())
