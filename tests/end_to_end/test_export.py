"""`tsunagu export` as a user runs it: a register goes in, tables and linked data come out."""

import csv
import json
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from loaders.bundle.format import COMPARISON
from tests.bundles import changed
from tests.end_to_end.programs import ROOT, Program

REGISTER = ROOT / "tests" / "sample_data" / "transport_register" / "register.csv"


@pytest.fixture(scope="module")
def tsunagu(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """The program with a register loaded."""
    program = Program(tmp_path_factory.mktemp("home"))
    assert program("database", "start").status == 0
    assert program("load", REGISTER).status == 0
    yield program
    assert program("database", "stop").status == 0


def facts(program: Program, folder: Path) -> list[dict[str, object]]:
    assert program("facts", "--out", folder / "facts.jsonl", "--audience", "public").status == 0
    return [json.loads(line) for line in (folder / "facts.jsonl").read_text(encoding="utf-8").splitlines()]


def table(archive: Path, name: str) -> list[dict[str, str]]:
    with ZipFile(archive) as opened:
        return list(csv.DictReader(StringIO(opened.read(name).decode("utf-8-sig"), newline="")))


def test_tables_hold_every_public_fact(tsunagu: Program, tmp_path: Path) -> None:
    """Organisations, services and quotations of the register, and the command says how many."""
    # Act
    outcome = tsunagu("export", "csv", "--out", tmp_path / "記録.zip")

    # Assert
    recorded = facts(tsunagu, tmp_path)
    bodies = {str(fact["id"]) for fact in recorded if fact.get("label") == "Organization"}
    assert outcome.status == 0
    assert {row["ID"] for row in table(tmp_path / "記録.zip", "organizations.csv")} == bodies != set()
    assert {row["根拠を持つもののID"] for row in table(tmp_path / "記録.zip", "evidence.csv")} == {str(fact["id"]) for fact in recorded}
    assert f"団体・機関 {len(bodies)}" in outcome.out
    assert "公開の記載だけ" in outcome.out


def test_an_area_is_exported_alone(tsunagu: Program, tmp_path: Path) -> None:
    """Everything that is listed lies in it; an area without anything gives tables without rows."""
    # Act
    one = tsunagu("export", "csv", "--area", "松江市", "--out", tmp_path / "松江市", "--json").document
    none = tsunagu("export", "csv", "--area", "北海道", "--out", tmp_path / "北海道", "--json").document

    # Assert
    areas = (tmp_path / "松江市" / "services.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    assert areas
    assert all("島根県松江市" in row for row in areas)
    assert one["counts"]["Organization"] > 0
    assert none["counts"] == {}


def test_the_pages_of_an_area_are_a_folder(tsunagu: Program, tmp_path: Path) -> None:
    """`site` is named with the other formats, needs an area, says what it wrote and which file to open."""
    # Act
    written = tsunagu("export", "site", "--area", "松江市", "--out", tmp_path / "松江市")
    document = tsunagu("export", "site", "--area", "松江市", "--out", tmp_path / "松江市", "--json").document
    everywhere, unknown = tsunagu("export", "site", "--out", tmp_path / "x"), tsunagu("export", "nothing", "--out", tmp_path / "x")

    # Assert
    assert written.status == 0
    assert f"開くもの: {tmp_path / '松江市' / 'index.html'}" in written.out
    assert "公開の記載だけ" in written.out
    assert sorted(document["files"]) == sorted(str(file) for file in (tmp_path / "松江市").rglob("*") if file.is_file())
    assert document["counts"]["questions"] > 10
    assert (everywhere.status, "--area" in everywhere.err) == (2, True)
    assert "site" in unknown.err
    assert not (tmp_path / "x").exists()


def test_linked_data_are_one_document_and_json_says_what_was_written(tsunagu: Program, tmp_path: Path) -> None:
    """--json is one document: format, files, audience, area, counts and what was left out."""
    # Act
    document = tsunagu("export", "jsonld", "--out", tmp_path / "記録.jsonld", "--json").document
    written = json.loads((tmp_path / "記録.jsonld").read_text(encoding="utf-8"))

    # Assert
    assert document == {
        "format": "jsonld",
        "files": [str(tmp_path / "記録.jsonld")],
        "audience": "public",
        "area": None,
        "counts": document["counts"],
        "left_out": [],
    }
    assert document["counts"]["evidence"] == sum(thing["@type"] == "Quotation" for thing in written["@graph"]) > 0


@pytest.mark.parametrize("name", ["csv", "jsonld"])
def test_the_same_graph_gives_the_same_file(tsunagu: Program, tmp_path: Path, name: str) -> None:
    """Two runs of the program: not a byte differs, and the second takes the place of the first."""
    out = tmp_path / ("記録.zip" if name == "csv" else "記録.jsonld")

    contents = []
    for _ in range(2):
        assert tsunagu("export", name, "--out", out).status == 0
        contents.append(out.read_bytes())

    assert contents[0] == contents[1]


def test_a_folder_with_other_files_stays_as_it_is(tsunagu: Program, tmp_path: Path) -> None:
    """Status 2, two lines, and the file of the user's is still there."""
    (tmp_path / "大事.txt").write_text("!", encoding="utf-8")

    outcome = tsunagu("export", "csv", "--out", tmp_path)

    assert (outcome.status, len(outcome.err.splitlines())) == (2, 2)
    assert [file.name for file in tmp_path.iterdir()] == ["大事.txt"]


def ten_more(text: str) -> str:
    """The comparison with a 1 before each number of bodies."""
    return re.sub(r'"bodies": (?=\d)', '"bodies": 1', text)


def test_a_bundle_is_computed_again_without_a_database(tsunagu: Program, tmp_path: Path) -> None:
    """On another computer the numbers are the same (0); a changed one is found (1); a damaged file is refused in two lines (2)."""
    # Arrange
    elsewhere, bundle = Program(tmp_path / "elsewhere"), tmp_path / "比較.zip"
    written = tsunagu("export", "bundle", "--area", "松江市", "--area", "出雲市", "--draws", 20, "--out", bundle, "--json").document

    # Act
    same = elsewhere("bundle", "rerun", bundle)
    other = elsewhere("bundle", "rerun", changed(bundle, COMPARISON, ten_more, tmp_path / "o.zip"))
    bundle.write_bytes(bundle.read_bytes()[:-100])
    damaged = elsewhere("bundle", "rerun", bundle)

    # Assert
    assert (written["area"], written["counts"]["regions"]) == (["松江市", "出雲市"], 2)
    assert (same.status, "島根県松江市、島根県出雲市" in same.out, "どの数も" in same.out) == (0, True, True)
    assert (other.status, "regions.島根県松江市.figures.bodies" in other.out) == (1, True)
    assert (damaged.status, len(damaged.err.splitlines())) == (2, 2)
    assert not (tmp_path / "elsewhere").exists()


def test_a_bundle_needs_two_regions(tsunagu: Program, tmp_path: Path) -> None:
    """One alone is refused, and nothing is written."""
    outcome = tsunagu("export", "bundle", "--area", "松江市", "--out", tmp_path / "x.zip")

    assert (outcome.status, "二つ以上" in outcome.err, (tmp_path / "x.zip").exists()) == (2, True, False)


def test_the_help_lists_the_formats(tsunagu: Program) -> None:
    """With their titles, in the language of the settings."""
    assert "csv: CSV" in tsunagu("export", "--help").out
    assert "jsonld: JSON-LD (open data)" in tsunagu.with_settings(TSUNAGU_LANGUAGE="en")("export", "--help").out
