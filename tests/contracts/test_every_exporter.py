"""What every format that goes out promises, whatever it looks like."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

import loaders
from graph.audiences import levels_of
from graph.compared_regions import with_comparison
from graph.connection import Graph
from graph.holdings import Holdings, holdings
from graph.messages import LANGUAGES, Messages, catalogue
from graph.model.definitions import VISIBILITY_LEVELS
from graph.reading import Reader
from graph.rows import NodeRow, RelationshipRow
from loaders.exporting import Exporter, Written, all_exporters, needs_graph, package_of
from loaders.harmless import BEGINNINGS
from tests.answers import delete_above
from tests.building import load_facts
from tests.engines import TestDatabase
from tests.every_level import HARD_NAMES, hidden_marks, load_every_level
from tests.generated_graphs import generated_loads
from tests.written_files import cells_of, files_of, texts_of

EXPORTERS = all_exporters()
OF_A_GRAPH = [name for name, exporter in EXPORTERS.items() if needs_graph(exporter)]
STRICT = VISIBILITY_LEVELS[1:]
REGIONS, DRAWS = ("名張市", "伊賀市"), 10

every_exporter = pytest.mark.parametrize("name", EXPORTERS)
every_exporter_of_a_graph = pytest.mark.parametrize("name", OF_A_GRAPH)
every_language = pytest.mark.parametrize("language", LANGUAGES)


@dataclass(frozen=True)
class Held:
    """What a graph holds for each audience, once more for the strictest, and with all deleted that an audience may not see."""

    first: dict[str, Holdings]
    again: dict[str, Holdings]
    without: dict[str, Holdings]


def read_all(graph: Graph) -> dict[str, Holdings]:
    return {audience: read(graph, audience) for audience in VISIBILITY_LEVELS}


def read(graph: Graph, audience: str) -> Holdings:
    """What the audience may see, and two regions compared for it."""
    return with_comparison(holdings(graph, visible=levels_of(audience)), Reader(graph, audience=audience), REGIONS, draws=DRAWS)


def held_of(graph: Graph) -> Held:
    first, again, without = read_all(graph), {STRICT[-1]: read(graph, STRICT[-1])}, {}
    for audience in reversed(VISIBILITY_LEVELS[:-1]):
        delete_above(graph, audience)
        without[audience] = read(graph, audience)
    return Held(first, again, without)


@pytest.fixture(scope="module")
def every_level(embedded_database: TestDatabase) -> Held:
    """A town of which everything is recorded at every level."""
    graph = embedded_database.empty()
    load_every_level(graph)
    return held_of(graph)


@pytest.fixture(scope="module")
def by_chance(embedded_database: TestDatabase) -> Held:
    """Two sources by chance, with every visibility."""
    graph = embedded_database.empty()
    for load in generated_loads(1):
        load_facts(graph, load.dataset, load.facts)
    return held_of(graph)


def write(name: str, held: Holdings, folder: Path, language: str = "ja") -> Written:
    folder.mkdir(exist_ok=True)
    return EXPORTERS[name].write(held, folder / f"out{EXPORTERS[name].suffix}", language)


def ids_of(held: Holdings) -> set[str]:
    rows: list[NodeRow | RelationshipRow] = [*held.nodes, *held.relationships]
    return {row.id for row in rows} | {one["id"] for of_fact in held.evidence.values() for one in of_fact}


def test_exporters_are_found_by_looking_at_the_folder() -> None:
    """Nothing lists the exporters, and no two of them have one name."""
    offered = [one for exporter in EXPORTERS.values() for one in __import__(package_of(exporter), fromlist=["EXPORTERS"]).EXPORTERS]

    assert "csv" in EXPORTERS
    assert sorted({id(one) for one in offered}) == sorted({id(one) for one in EXPORTERS.values()})


@every_exporter
def test_it_names_and_explains_itself(name: str) -> None:
    """A name to type, titles in both languages, a usual ending, and a README in its folder."""
    exporter: Exporter = EXPORTERS[name]
    folder = Path(loaders.__path__[0]) / package_of(exporter).removeprefix("loaders.")

    assert re.fullmatch(r"[a-z][a-z0-9_-]*", exporter.name)
    assert exporter.title_ja
    assert exporter.title_en
    assert exporter.suffix == "" or re.fullmatch(r"\.[a-z]+", exporter.suffix)
    assert (folder / "README.md").is_file()


@every_exporter
def test_both_catalogues_have_the_same_keys_and_placeholders(name: str) -> None:
    """No word is missing in one language, and each says the same of the same values."""
    japanese, english = (catalogue(package_of(EXPORTERS[name]), language) for language in LANGUAGES)

    assert japanese.keys() == english.keys()
    for key, text in japanese.items():
        assert set(re.findall(r"{(\w+)", text)) == set(re.findall(r"{(\w+)", english[key])), key


@every_exporter
@every_language
def test_what_it_counts_and_leaves_out_is_worded(name: str, language: str, every_level: Held, tmp_path: Path) -> None:
    """Every count has its word, everything left out its sentence and its advice, with a value for every placeholder."""
    # Arrange
    words = Messages((package_of(EXPORTERS[name]), "loaders"), language)

    # Act
    written = write(name, every_level.first["restricted"], tmp_path, language)

    # Assert
    assert [key for key in written.counts if not words.knows(f"text.{key}")] == []
    for one in written.left_out:
        assert one.count > 0
        for key in (one.code, f"{one.code}.advice"):
            assert words.knows(key)
            assert "{" not in words(key, count=one.count, **one.values)


@every_exporter
def test_it_writes_where_it_is_told_and_nowhere_else(name: str, every_level: Held, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One file or one folder, all of whose files it names; nothing beside it, nothing in the folder where it runs."""
    # Arrange
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")

    # Act
    written = write(name, every_level.first["public"], tmp_path / "place")

    # Assert
    out = f"out{EXPORTERS[name].suffix}"
    assert [entry.name for entry in (tmp_path / "place").iterdir()] == [out]
    assert sorted(written.files) == sorted(file for file in (tmp_path / "place").rglob("*") if file.is_file()) != []
    assert list((tmp_path / "elsewhere").iterdir()) == []


@every_exporter
@every_language
def test_an_empty_graph_gives_a_file_too(name: str, language: str, tmp_path: Path) -> None:
    """Nothing recorded is no failure."""
    assert write(name, Holdings(), tmp_path, language).files


@every_exporter
@every_language
def test_the_same_holdings_give_the_same_bytes(name: str, language: str, every_level: Held, tmp_path: Path) -> None:
    """Read twice and written twice: not a byte differs."""
    for folder, held in (("one", every_level.first), ("two", every_level.again)):
        write(name, held["restricted"], tmp_path / folder, language)

    assert files_of(tmp_path / "one") == files_of(tmp_path / "two")


@every_exporter_of_a_graph
@every_language
def test_names_stay_as_they_are(name: str, language: str, every_level: Held, tmp_path: Path) -> None:
    """髙﨑, ㈱, 𠮷, markup and quotation marks."""
    write(name, every_level.first["public"], tmp_path, language)

    text = texts_of(tmp_path)
    assert [one for one in HARD_NAMES if one not in text] == []


@every_exporter_of_a_graph
@every_language
@pytest.mark.parametrize("audience", VISIBILITY_LEVELS[:-1])
def test_nothing_above_the_audience_leaves(name: str, language: str, audience: str, every_level: Held, tmp_path: Path) -> None:
    """No name, quotation, property, dataset or id of what is hidden, in any file or archive; what is allowed is there."""
    # Arrange
    own = [one for one in hidden_marks("public") if one not in hidden_marks(audience)]
    hidden = ids_of(every_level.first["restricted"]) - ids_of(every_level.first[audience])

    # Act
    write(name, every_level.first[audience], tmp_path, language)

    # Assert
    text = texts_of(tmp_path)
    assert [one for one in hidden_marks(audience) if one in text] == []
    assert [one for one in hidden if one in text] == []
    assert [one for one in own if one not in text] == []


@every_exporter_of_a_graph
@pytest.mark.parametrize("audience", VISIBILITY_LEVELS[:-1])
@pytest.mark.parametrize("content", ["every_level", "by_chance"])
def test_what_an_audience_may_not_see_changes_nothing(
    name: str, audience: str, content: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """The bytes are those of the graph from which everything above the level was deleted."""
    held: Held = request.getfixturevalue(content)
    for folder, one in (("whole", held.first[audience]), ("deleted", held.without[audience])):
        write(name, one, tmp_path / folder)

    assert files_of(tmp_path / "whole") == files_of(tmp_path / "deleted")


@every_exporter_of_a_graph
def test_no_spreadsheet_runs_a_cell(name: str, every_level: Held, tmp_path: Path) -> None:
    """No cell of a CSV or of a workbook begins as a formula, except a number; no workbook holds a formula."""
    write(name, every_level.first["restricted"], tmp_path)

    harmful = [cell for cell in cells_of(tmp_path) if cell[:1] in set(BEGINNINGS) and not re.fullmatch(r"-?\d+(\.\d+)?", cell)]
    assert harmful == []
