"""Councils that are named by their layer and district only."""

from tests.unit.loaders.case_studies.reading import in_town, nodes, ties


def test_the_second_layer_of_a_district_is_a_council_that_covers_it() -> None:
    """石平地区に第2層協議体を設置: a council of that district, covering it, and no guess about others."""
    found = in_town("・石平地区に第2層協議体を設置した。黒滝地区では話し合いが続く。")
    councils = nodes(found, "Council")
    assert len(councils) == 1
    assert [end for _, end in ties(found, "COVERS")] == ["石平地区"]
