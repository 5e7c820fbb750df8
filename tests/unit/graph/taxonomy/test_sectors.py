"""Kinds of actor in few sectors."""

import pytest

from graph.taxonomy import taxonomy
from graph.taxonomy.sectors import sector_of, sectors


def test_every_actor_type_is_of_one_sector() -> None:
    """29 actor types become seven sectors, one of which is what remains; none is forgotten, none stands twice."""
    listed = [code for sector in sectors().by_code.values() for code in sector.actor_types]

    assert sorted(listed) == sorted(taxonomy().actor_types)
    assert 5 <= len(sectors().by_code) <= 8
    assert [one.code for one in sectors().by_code.values() if one.is_remainder] == [sectors().remainder] == ["other"]


def test_every_sector_says_why() -> None:
    """The mapping is data with its reason, in both languages worded."""
    assert len(sectors().reason) > 100
    assert all(one.reason and one.worded("ja") != one.worded("en") for one in sectors().by_code.values())


@pytest.mark.parametrize(
    ("types", "expected"),
    [(("SHAFUKU", "SHAKYO"), "support"), (("SHAKYO", "SHAFUKU"), "support"), ((), "other"), (("NO_SUCH",), "other"), (("VOL",), "civic")],
)
def test_the_most_telling_type_decides(types: tuple[str, ...], expected: str) -> None:
    """社協 is also a 社会福祉法人 and counts as 社協, in whatever order the codes come."""
    assert sector_of(types) == expected
