"""Needs: stated troubles, by district and code."""

import pytest

from graph.taxonomy.needs import codes_worded
from tests.unit.loaders.case_studies.reading import in_town, nodes, read_sample, ties


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("病院まで行く足がない", "N_HOSP"),
        ("担い手が足りない", "N_HELPER"),
        ("日々の買い物に困る", "N_SHOP"),
        ("話し相手がいない", "N_ISOL"),
        ("屋根の雪下ろしができない", "N_SNOW"),
        ("ごみを下まで運べない", "N_TRASH"),
    ],
)
def test_a_trouble_has_its_code(text: str, code: str) -> None:
    """The first topic that a trouble names is its code."""
    assert codes_worded(text)[0] == code


def test_a_statistic_is_no_need() -> None:
    """高齢化率 is an observation; nothing is concluded from it."""
    assert not nodes(in_town("・高齢化率は45.2%。"), "Need")


def test_the_need_belongs_to_the_district_that_the_text_names() -> None:
    """A need of one district is not one of the whole municipality."""
    found = ties(read_sample("prose.txt"), "HAS_NEED")
    assert found == {("桑谷集落", "路線バスがなくなり、病院に通えない")}


def test_the_same_need_in_two_districts_is_two_needs() -> None:
    """One need per area and code."""
    found = in_town("・石平地区では担い手が足りない。", "・川端地区では担い手が足りない。")
    ids = {fact.id for fact in found.facts if getattr(fact.what, "label", "") == "Need"}
    assert len(ids) == 2
