"""The model page shows every declaration and is fresh."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.model.catalogue import node_kinds, relationship_kinds
from graph.model.definitions import NodeKind, RelationshipKind, property_descriptions
from graph.model.page import PAGE, arrow, page, type_in_words, write
from graph.model.places import Covers
from graph.model.ties import CollaboratesWith


def test_the_page_is_fresh() -> None:
    """Run `python -m graph.model.page` after a change of the model."""
    assert PAGE.read_text(encoding="utf-8") == page()


def test_every_label_type_and_property_is_on_the_page() -> None:
    """Nothing that is declared is left out."""
    # Act
    text = page()

    # Assert
    assert [label for label in node_kinds() if f"### {label}\n" not in text] == []
    assert [type_ for type_ in relationship_kinds() if f"| `{type_}` |" not in text] == []
    kinds: list[NodeKind | RelationshipKind] = [*node_kinds().values(), *relationship_kinds().values()]
    for kind in kinds:
        assert [name for name in property_descriptions(kind) if f"| `{name}` |" not in text] == []


@pytest.mark.parametrize(
    ("annotation", "words"),
    [
        (str, "text"),
        (str | None, "text, optional"),
        (bool | None, "yes/no, optional"),
        (date | None, "date, optional"),
        (tuple[str, ...], "texts"),
        (tuple[int, ...], "whole numbers"),
        (float, "number"),
    ],
)
def test_types_are_in_words(annotation: Any, words: str) -> None:
    """A reader of the page need not know Python."""
    assert type_in_words(annotation) == words


def test_arrows_show_the_direction() -> None:
    """An undirected relationship has a line."""
    assert arrow(Covers) == "Organization, Council, Service, Programme, Post → Area"
    assert arrow(CollaboratesWith) == "Organization, Council — Organization, Council"


def test_writing_gives_the_page(tmp_path: Path) -> None:
    """The command writes what the test compares."""
    write(tmp_path / "README.md")
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == page()
