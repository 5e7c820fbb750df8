"""Observations: numbers of the region."""

from graph.model.observations import Observation
from tests.unit.loaders.case_studies.reading import nodes, read_sample, read_text


def values(*lines: str) -> list[Observation]:
    found = nodes(read_text("\n".join(["## 山形県紅沢町", *lines])), "Observation").values()
    return [one for one in found if isinstance(one, Observation)]


def test_about_is_approximate() -> None:
    """約4万人 is 40,000 persons, approximately; 8,214人 is exact."""
    found = {
        one.value: one.approximate for one in nodes(read_sample("two_columns.md"), "Observation").values() if isinstance(one, Observation)
    }
    assert found[40000.0] is True
    assert found[8214.0] is False


def test_two_populations_of_one_place_are_two_observations() -> None:
    """Sources disagree: neither value replaces the other."""
    found = values("●人口 6,480人", "", "■基本情報(平成22年現在)", "| 人口 | 世帯数 |", "|---|---|", "| 6,912人 | 2,401世帯 |")
    assert {one.value for one in found if one.indicator == "population"} == {6480.0, 6912.0}


def test_a_day_is_kept() -> None:
    """The day that the source states is the day of the value."""
    found = values("| 項目 | 内容 |", "|---|---|", "| 人口 | 7,415人(令和4年4月1日現在) |")
    assert [(one.value, str(one.as_of)) for one in found] == [(7415.0, "2022-04-01")]


def test_not_measured_is_nothing() -> None:
    """-% gives no value, and never 0."""
    assert not values("| 項目 | 内容 |", "|---|---|", "| 高齢化率 | -% |", "", "・町社協が朝市を実施")
