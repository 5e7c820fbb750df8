"""Regions compared as frames: the numbers are those of the comparison itself."""

import pytest

from graph import comparing
from graph.connection import Graph
from graph.errors import QueryMisused
from graph.notebook import comparison, differences
from graph.reading import Reader
from tests.compared_regions import two_regions_and_a_small_one
from tests.engines import TestDatabase

pytest.importorskip("pandas", reason="the notebook extra is not installed")

DRAWS = 40


@pytest.fixture(scope="module")
def three_regions(embedded_database: TestDatabase) -> Graph:
    """Two of 24 bodies and three sources each, with many ties and with few; a third of four bodies."""
    return two_regions_and_a_small_one(embedded_database)


def test_a_row_a_region_with_figures_tests_and_reasons(three_regions: Graph) -> None:
    """Known figures; what is not tested has nothing there and its reasons beside."""
    found = comparison(three_regions, ["名張市", "伊賀市", "津市"], seed=4, draws=DRAWS).set_index("area")

    assert list(found["figures.bodies"]) == [24, 24, 4]
    assert list(found["figures.mean_degree"]) == [10, 2, 2]
    assert found.loc["三重県名張市", "against_chance.transitivity.percentile"] == 100
    assert found.loc["三重県津市"].filter(like="against_chance.").isna().all()
    assert list(found["reasons"]) == [[], [], ["too_few_bodies", "too_few_sources"]]
    assert not any("density" in column for column in found.columns)
    assert (found.attrs["seed"], found.attrs["draws"], found.attrs["audience"]) == (4, DRAWS, "public")


def test_the_numbers_are_those_of_the_comparison(three_regions: Graph) -> None:
    """Nothing is computed a second time; the same seed gives the same frame."""
    regions = comparing.regions_to_compare(Reader(three_regions, audience="public"), ["名張市", "伊賀市"])
    expected = comparing.compared(regions, seed=7, draws=DRAWS, given="degrees")

    found = comparison(three_regions, ["名張市", "伊賀市"], seed=7, draws=DRAWS, given="degrees")

    assert list(found["estimates.mean_degree.low"]) == [one["estimates"]["mean_degree"]["low"] for one in expected["regions"]]
    assert found.attrs["pairs"] == expected["pairs"]
    assert found.attrs["given"] == "degrees"
    assert found.equals(comparison(three_regions, ["名張市", "伊賀市"], seed=7, draws=DRAWS, given="degrees"))


def test_differences_are_a_frame_of_their_own(three_regions: Graph) -> None:
    """A row for each figure of the pair that is tested; none where nothing may be."""
    tested = differences(comparison(three_regions, ["名張市", "伊賀市"], draws=DRAWS)).set_index("figure")
    untested = differences(comparison(three_regions, ["名張市", "津市"], draws=DRAWS))

    assert tested.loc["mean_degree", "difference"] == 8
    assert tested.loc["mean_degree", "p_holm"] < 0.05
    assert (len(untested), "p_holm" in untested.columns) == (0, True)


def test_one_region_alone_is_refused_in_words(three_regions: Graph) -> None:
    """In both languages, with what to do."""
    with pytest.raises(QueryMisused) as raised:
        comparison(three_regions, ["名張市"])

    japanese, english = raised.value.__notes__
    assert "二つ以上" in japanese
    assert "two regions" in english
