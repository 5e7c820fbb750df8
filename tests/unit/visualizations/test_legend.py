"""The legend."""

from collections import Counter

import pytest

from graph.messages import LANGUAGES, Messages
from tests.unit.visualizations.pictures import sample
from visualizations.content import lines_in_words, nodes_in_words
from visualizations.contract import Picture
from visualizations.legend import Entry, legend


def entries(picture: Picture, language: str = "ja") -> list[Entry]:
    words = Messages(("visualizations",), language)
    return legend(nodes_in_words(picture, words), lines_in_words(picture, words), words)


def test_the_counts_are_those_of_what_is_drawn() -> None:
    """Every node and every line is counted in exactly one entry; hollow marks once more."""
    found = entries(sample())

    by_kind: Counter[str] = Counter()
    for entry in found:
        by_kind[entry.kind] += entry.count
    assert by_kind == {"node": len(sample().nodes), "line": len(sample().ties), "generic": 1}


def test_only_what_is_drawn_is_in_it() -> None:
    """No what-if in a picture without one, and nothing at all in an empty picture."""
    assert "proposed" not in {entry.key for entry in entries(sample())}
    assert entries(Picture(title="図")) == []


def test_areas_are_off_at_first() -> None:
    """They would join everything with everything."""
    assert {entry.key for entry in entries(sample()) if entry.off} == {"Area", "place"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_has_a_word(language: str) -> None:
    """No key is shown to a reader."""
    assert not [entry.label for entry in entries(sample(), language) if "." in entry.label]
