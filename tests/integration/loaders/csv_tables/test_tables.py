"""The tables read back: every fact is in one, values are those of the graph, and texts come back as they were."""

import csv
from collections.abc import Iterable
from io import StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from graph.audiences import levels_of
from graph.connection import Graph
from graph.errors import QueryMisused
from graph.holdings import Holdings, holdings
from graph.model.catalogue import relationship_kinds
from loaders.csv_tables import CsvTables
from loaders.csv_tables.relationships import RELATIONSHIP_TABLES, types_of
from loaders.harmless import as_written
from tests.building import Town
from tests.every_level import HARD_NAMES, load_every_level

Rows = list[dict[str, str]]


@pytest.fixture
def held(graph: Graph) -> Holdings:
    """Everything that is recorded of a town, at every level."""
    load_every_level(graph)
    return holdings(graph, visible=levels_of("restricted"))


def tables(held: Holdings, folder: Path, language: str = "en") -> dict[str, Rows]:
    """Name of the table → its rows by head, texts as they were written."""
    CsvTables().write(held, folder / "tables.zip", language)
    with ZipFile(folder / "tables.zip") as archive:
        return {name: rows_of(archive.read(name)) for name in archive.namelist() if name.endswith(".csv")}


def rows_of(content: bytes) -> Rows:
    lines = csv.DictReader(StringIO(content.decode("utf-8-sig"), newline=""))
    return [{head: as_written(cell) for head, cell in line.items()} for line in lines]


def ids(found: dict[str, Rows], names: Iterable[str]) -> set[str]:
    return {row["ID"] for name in names for row in found[f"{name}.csv"]}


def test_every_fact_stands_in_a_table(held: Holdings, tmp_path: Path) -> None:
    """Nodes, relationships, quotations and sources: none is missing, none is more."""
    # Act
    found = tables(held, tmp_path)

    # Assert
    beside = {f"{name}.csv" for name in (*RELATIONSHIP_TABLES, "evidence", "sources")}
    things = [name.removesuffix(".csv") for name in found if name not in beside]
    assert ids(found, things) == set(held.by_id)
    assert ids(found, RELATIONSHIP_TABLES) == {one.id for one in held.relationships}
    quotations = {one["id"]: one["quote"] for of_fact in held.evidence.values() for one in of_fact}
    assert {row["id of the evidence"]: row["quotation"] for row in found["evidence.csv"]} == quotations
    assert {row["dataset"] for row in found["sources.csv"]} == set(held.sources)


def test_every_type_of_relationship_has_one_table() -> None:
    """A new type goes to the last table and is not lost."""
    found = [type_ for name in RELATIONSHIP_TABLES for type_ in types_of(name)]

    assert sorted(found) == sorted(type_ for type_, kind in relationship_kinds().items() if kind.is_fact)


def test_texts_come_back_as_they_were_and_numbers_stay_numbers(held: Holdings, tmp_path: Path) -> None:
    """Names that begin as formulas and rare characters; -5.5 without an apostrophe; 0 is not empty, nothing is."""
    # Act
    found = tables(held, tmp_path)

    # Assert
    assert set(HARD_NAMES) <= {row["name"] for row in found["organizations.csv"]}
    with ZipFile(tmp_path / "tables.zip") as archive:
        assert ",-5.5," in archive.read("observations.csv").decode("utf-8-sig")
        assert "'=HYPERLINK(1)の会" in archive.read("organizations.csv").decode("utf-8-sig")
    service = next(row for row in found["services.csv"] if row["name"] == "買い物代行")
    assert (service["capacity"], service["accepting"], service["frequency"]) == ("0", "no", "")
    assert (service["service category codes"], service["service categories"]) == ("SHOP", "Shopping help (errand or company)")
    assert service["area"] == "三重県名張市"


def test_the_file_is_what_a_spreadsheet_expects(held: Holdings, tmp_path: Path) -> None:
    """A folder of UTF-8 with BOM and CRLF, with Japanese heads in Japanese."""
    # Act
    written = CsvTables().write(held, tmp_path / "表", "ja")

    # Assert
    for file in written.files:
        content = file.read_bytes()
        assert content.startswith(b"\xef\xbb\xbf")
        assert content.count(b"\n") == content.count(b"\r\n") > 0
    assert (tmp_path / "表" / "seats.csv").read_text(encoding="utf-8-sig").startswith("ID,つながり,つながりの種類,から（名称）")


def test_a_tie_that_is_recorded_as_absent_says_so(held: Holdings, tmp_path: Path) -> None:
    """Nobody may read it as a tie."""
    states = {row["state"] for row in tables(held, tmp_path)["ties.csv"] if row["type"] == "COLLABORATES_WITH"}

    assert states == {"recorded", "recorded as absent"}


def test_a_source_s_own_words_are_never_taken_for_a_code(graph: Graph, tmp_path: Path) -> None:
    """A body called open stays open, in Japanese too."""
    town = Town()
    town.body("open")
    town.into(graph)

    rows = tables(holdings(graph, visible=levels_of("public")), tmp_path, "ja")["organizations.csv"]

    assert [row["名称"] for row in rows] == ["open"]


def test_another_ending_is_refused(held: Holdings, tmp_path: Path) -> None:
    """The tables are many: no single CSV."""
    with pytest.raises(QueryMisused) as refused:
        CsvTables().write(held, tmp_path / "表.xlsx", "ja")

    assert refused.value.key == "ending_not_of_format"
    assert list(tmp_path.iterdir()) == []
