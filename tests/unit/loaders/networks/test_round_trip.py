"""Whatever is written as a network file is read back as it was."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.holdings import Holdings
from graph.messages import LANGUAGES
from graph.rows import NodeRow
from loaders.exporting import all_exporters
from tests.network_holdings import CITY, LOADER_OF, network_holdings, read_back

every_format = pytest.mark.parametrize("format_", LOADER_OF)


@every_format
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(holdings=network_holdings(), wording=st.sampled_from(LANGUAGES))
def test_what_was_written_is_read_back(format_: str, holdings: Holdings, wording: str) -> None:
    """Every thing with its labels, name, identity, properties and codes; every relationship with its ends and properties."""
    with TemporaryDirectory() as folder:
        # Act
        held, read, problems = read_back(holdings, format_, wording, Path(folder))

    # Assert
    assert [one for one in problems if one.kind != "warning"] == []
    assert read == held


@every_format
def test_control_characters_are_left_out_and_told(format_: str, tmp_path: Path) -> None:
    """A name with characters that the format cannot hold is written without them, and the report says how many."""
    # Arrange
    properties = {"id": "a", "key": f"organization|{CITY.id}|a", "name": "ゆい\x00\x0bの会\ufffe", "visibility": "public", "sources": []}
    holdings = Holdings(nodes=(NodeRow(("Organization",), properties, is_fact=True),))
    exporter = all_exporters()[format_]

    # Act
    written = exporter.write(holdings, tmp_path / f"network{exporter.suffix}", "ja")
    _, read, problems = read_back(holdings, format_, "ja", tmp_path)

    # Assert
    assert [(one.code, one.count) for one in written.left_out] == [("control_characters", 3)]
    assert [one["name"] for one in read.values()] == ["ゆいの会"]
    assert problems == ()
