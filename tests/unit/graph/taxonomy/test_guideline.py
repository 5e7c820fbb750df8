"""What the guideline says: every seat is of known kinds of actor, and every function and layer is there once."""

from graph.taxonomy import taxonomy
from graph.taxonomy.guideline import guideline


def test_seats_are_of_known_kinds_of_actor() -> None:
    """A misspelt code would make a seat that nobody can fill."""
    for one in guideline().said.values():
        assert set(one.actor_types) <= taxonomy().actor_types.keys()
        assert bool(one.actor_types) == (one.kind == "seat")


def test_layers_and_functions_are_there_once() -> None:
    """Two layers and four functions."""
    said = guideline().said.values()

    assert sorted(one.layer for one in said if one.layer) == [1, 2]
    assert sorted(one.function for one in said if one.function) == ["matching", "needs", "network", "resources"]


def test_each_says_where_it_stands() -> None:
    """The heading in the guideline, our own words, and English in plain letters."""
    for one in guideline().said.values():
        assert one.place
        assert one.text
        assert one.en.isascii()
    assert "老発0605第5号" in guideline().origin
