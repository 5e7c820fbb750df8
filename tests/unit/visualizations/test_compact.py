"""What is left out of a document can be put back by its page, and nothing else is lost."""

from typing import Any

from graph.messages import Messages
from tests.unit.visualizations.pictures import sample
from visualizations.compact import FOR_US, LISTS, OFTEN, Compacting
from visualizations.content import lines_in_words, nodes_in_words


def put_back(thing: dict[str, Any], said: list[str]) -> dict[str, Any]:
    """What the page does with a thing (`assets/picture/data.js`)."""
    whole = {name: said[value] if name in OFTEN and isinstance(value, int) else value for name, value in thing.items()}
    whole["sources"] = [said[number] for number in thing.get("sources", ())]
    whole["quotations"] = [put_back(one, said) for one in thing.get("quotations", ())]
    return whole


def without_empty(thing: dict[str, Any]) -> dict[str, Any]:
    """A thing without what is empty, and its quotations without their ids."""
    kept = {name: list(value) if isinstance(value, tuple) else value for name, value in thing.items() if value not in (None, "", (), [])}
    kept["quotations"] = [without_empty(one) for one in thing.get("quotations", ())]
    kept.pop(FOR_US, None)
    return kept | {"sources": list(thing.get("sources", ()))}


def test_what_is_written_once_is_put_back_where_it_belongs() -> None:
    """Every word of every thing and line is there again, in its place."""
    # Arrange
    words = Messages(("visualizations",), "ja")
    things = nodes_in_words(sample(), words) | lines_in_words(sample(), words)

    # Act
    compacting = Compacting()
    compact = compacting.things(things)

    # Assert
    said = {id_: without_empty(put_back(thing, compacting.said)) for id_, thing in compact.items()}
    assert said == {id_: without_empty(thing) for id_, thing in things.items()}


def test_a_word_is_written_once() -> None:
    """The list has each word once, and things name it by its number."""
    # Act
    compacting = Compacting()
    compact = compacting.things({"a": {"kind": "団体・機関", "aliases": ()}, "b": {"kind": "団体・機関", "sources": ("団体・機関",)}})

    # Assert
    assert compacting.said == ["団体・機関"]
    assert compact == {"a": {"kind": 0}, "b": {"kind": 0, "sources": [0]}}
    assert "aliases" in LISTS
