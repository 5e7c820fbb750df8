"""Which formats there are, and the words that all of them share."""

from pathlib import Path

import pytest

from graph.errors import QueryMisused
from graph.messages import LANGUAGES, catalogue
from graph.model.areas import AREA_LEVELS
from graph.model.catalogue import node_kinds, relationship_kinds
from graph.model.definitions import VISIBILITY_LEVELS, NodeKind, RelationshipKind, property_descriptions
from loaders.csv_tables import CsvTables
from loaders.exporting import FOLDER, all_exporters, ending_of, exporter_named, needs_graph, package_of

KEPT = {"key", "evidence"}


class EmptyForm(CsvTables):
    """An exporter that asks nothing of the graph."""

    needs_graph = False


def test_a_folder_may_be_called_otherwise_than_its_format() -> None:
    """The format csv lies in csv_tables: its package is where its class is."""
    assert package_of(all_exporters()["csv"]) == "loaders.csv_tables"


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    """The advice can name every format."""
    with pytest.raises(QueryMisused) as refused:
        exporter_named("nothing")

    assert refused.value.key == "unknown_format"
    assert {"csv", "jsonld"} <= set(str(refused.value.values["known"]).split(", "))


def test_a_form_needs_no_graph() -> None:
    """An exporter says so itself; all others need one."""
    assert not needs_graph(EmptyForm())
    assert needs_graph(CsvTables())


@pytest.mark.parametrize(
    ("out", "known", "ending"),
    [("表.ZIP", (".zip", FOLDER), ".zip"), ("表", (".zip", FOLDER), FOLDER), ("表.xlsx", (".xlsx",), ".xlsx")],
)
def test_the_name_says_what_is_written(out: str, known: tuple[str, ...], ending: str) -> None:
    """In capitals too; no ending is a folder."""
    assert ending_of(Path(out), *known) == ending


def test_a_folder_with_a_dot_in_its_name_is_a_folder(tmp_path: Path) -> None:
    """Where it exists already, its name is not taken for an ending."""
    (tmp_path / "2026.11").mkdir()

    assert ending_of(tmp_path / "2026.11", ".zip", FOLDER) == FOLDER


@pytest.mark.parametrize(("out", "known"), [("表.csv", (".zip", FOLDER)), ("表", (".xlsx",))])
def test_another_ending_is_refused(out: str, known: tuple[str, ...]) -> None:
    """And the advice names those that there are."""
    with pytest.raises(QueryMisused) as refused:
        ending_of(Path(out), *known)

    assert refused.value.key == "ending_not_of_format"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_model_is_known(language: str) -> None:
    """Labels, types, properties and their values have words for heads and cells: a new one brings its own."""
    kinds = {name: kind for name, kind in node_kinds().items() if kind.is_fact}
    types = {name: kind for name, kind in relationship_kinds().items() if kind.is_fact}
    declared: list[NodeKind | RelationshipKind] = [*kinds.values(), *types.values()]
    heads = {name for kind in declared for name in property_descriptions(kind)} - KEPT
    wanted = {f"text.{name}" for name in (*kinds, *types)}
    wanted |= {f"text.head.{name}" for name in heads}
    wanted |= {f"text.value.{value}" for value in (*VISIBILITY_LEVELS, *AREA_LEVELS)}

    assert wanted - catalogue("loaders", language).keys() == set()
