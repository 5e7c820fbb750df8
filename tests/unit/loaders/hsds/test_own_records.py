"""Packages that we wrote: each row becomes the very thing it was made from."""

from pathlib import Path
from zipfile import ZipFile

from graph.model.definitions import Node
from loaders.contract import Transformed
from loaders.whole_files import archive
from tests.hsds_validator import faults, tables_in
from tests.unit.loaders.hsds.reading import joined, nodes, read, told

SAMPLE = Path(__file__).parents[3] / "sample_data" / "hsds" / "exported.zip"


def changed(table: str, old: str, new: str) -> Transformed:
    """What is made of the sample when somebody changed a cell."""
    with ZipFile(SAMPLE) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    assert old.encode() in files[f"{table}.csv"]
    files[f"{table}.csv"] = files[f"{table}.csv"].replace(old.encode(), new.encode(), 1)
    return read(archive(files))


def test_the_sample_fits_the_standard() -> None:
    """It was written by the exporter."""
    assert faults(SAMPLE.read_bytes()) == []


def test_ids_are_those_of_the_package() -> None:
    """Of every thing and relationship; what the standard's own links repeat is not stated twice."""
    made, tables = read(SAMPLE.read_bytes()), tables_in(SAMPLE.read_bytes())

    stated = {row["id"] for table in ("organization", "service", "x_needs", "x_relationships") for row in tables[table]}
    districts = {row["id"] for row in tables["x_areas"] if not row["code"]}
    assert {fact.id for fact in made.facts} == stated | districts
    assert len(joined(made, "PROVIDES")) == 1


def test_a_changed_name_counts() -> None:
    """The body keeps its identity and is called otherwise."""
    before, after = read(SAMPLE.read_bytes()), changed("organization", ",いろは会,", ",いろはの会,")

    assert nodes(after, "Organization")["いろはの会"].id == nodes(before, "Organization")["いろは会"].id


def test_a_changed_status_counts_more_than_the_exact_one_beside_it() -> None:
    """The column of the standard is the one that others change."""
    service = nodes(changed("service", ",active,", ",defunct,"), "Service")["ふれあいサロン"]

    assert service.properties()["status"] == "ended"


def test_an_identity_that_does_not_fit_the_id_is_refused() -> None:
    """And with it the relationships that end there."""
    made = changed("organization", "organization|", "organization|x")

    assert ("id_does_not_fit", "sheet organization.csv, row 2, column id") in told(made, "refused")
    assert {code for code, _ in told(made, "refused")} == {"id_does_not_fit", "end_not_in_package"}
    assert made.rows_in == len(made.taken) + len(told(made, "refused"))


def test_a_row_without_its_identity_in_words_keeps_its_id() -> None:
    """The words may name what is hidden; the id says nothing."""
    row = next(one for one in tables_in(SAMPLE.read_bytes())["organization"] if one["name"] == "いろは会")

    made = changed("organization", row["x_key"], "")

    body = nodes(made, "Organization")["いろは会"]
    assert isinstance(body, Node)
    assert (body.id, body.key) == (row["id"], f"id|{row['id']}")
