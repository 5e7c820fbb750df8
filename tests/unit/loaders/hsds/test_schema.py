"""The schema of the standard, as the product carries it."""

from pathlib import Path

import pytest

from loaders.hsds.layout import NATIVE
from loaders.hsds.schema import columns_of, referred_to, schema

PUBLISHED = Path(__file__).parents[5] / "shared" / "data" / "standards" / "hsds_3_schema.csv"
OWN = Path(__file__).parents[4] / "loaders" / "hsds" / "schema.csv"


def test_the_copy_is_that_of_the_standard() -> None:
    """Not a byte of it is ours."""
    if not PUBLISHED.is_file():
        pytest.skip("the reference tables do not lie beside this checkout")
    assert OWN.read_bytes() == PUBLISHED.read_bytes()


def test_it_says_what_a_table_needs() -> None:
    """Required fields, also those that only tables need, and the words that a field may hold."""
    service = {field.name: field for field in columns_of("service")}
    assert {name for name, field in service.items() if field.required} == {"id", "organization_id", "name", "status"}
    assert service["status"].enum == ("active", "inactive", "defunct", "temporarily closed")
    assert "schedules" not in service


def test_a_column_names_the_table_whose_id_it_holds() -> None:
    """Also under another name; none where it holds ids of several tables."""
    found = {(field.table, field.name): referred_to(field) for table in schema() for field in columns_of(table)}
    assert found["organization", "parent_organization_id"] == "organization"
    assert found["address", "location_id"] == "location"
    assert found["attribute", "link_id"] is None


def test_what_we_write_into_columns_of_the_standard_exists_there() -> None:
    """No column is misspelt."""
    assert {table: set(names) - {field.name for field in columns_of(table)} for table, names in NATIVE.items()} == {
        table: set() for table in NATIVE
    }
