"""Tables of numbers."""

from graph.model.observations import Observation
from tests.unit.loaders.case_studies.reading import nodes, read_text

HEADS = ("| 人口 | 65歳以上 | | 高齢化率 | 世帯数 |", "|---|---|---|---|---|", "| | 65～74歳 | 75歳以上 | | |")


def values(*lines: str) -> dict[str, float | None]:
    found = nodes_of(*lines)
    return {one.indicator: one.value for one in found}


def nodes_of(*lines: str) -> list[Observation]:
    text = "\n".join(["## 山形県紅沢町", "", "■基本情報(令和4年現在)", "", *lines])
    return [one for one in nodes(read_text(text), "Observation").values() if isinstance(one, Observation)]


def test_a_number_under_the_wrong_head_is_read_as_what_population_and_share_say() -> None:
    """2,910 of 9,700 are 30.0 %: that is everybody of 65 and more, though it stands under 65～74歳."""
    found = values(*HEADS, "| 9,700人 | 2,910人 | 1,400人 | 30.0% | 3,900世帯 |")
    assert found["persons_65_plus"] == 2910.0
    assert "persons_65_74" not in found
    assert found["persons_75_plus"] == 1400.0


def test_the_repair_is_on_the_evidence() -> None:
    """Whoever looks the number up sees which head it stood under."""
    text = "\n".join(["## 山形県紅沢町", "", *HEADS, "| 9,700人 | 2,910人 | 1,400人 | 30.0% | 3,900世帯 |"])
    repairs = [repair for fact in read_text(text).facts for one in fact.evidence for repair in one.repairs]
    assert repairs.count("65～74歳 → 65歳以上") == 2  # the value and where it was observed


def test_numbers_that_agree_stay_as_they_stand() -> None:
    """1,510 and 1,400 of 9,700 are 30.0 %: the heads are right."""
    found = values(*HEADS, "| 9,700人 | 1,510人 | 1,400人 | 30.0% | 3,900世帯 |")
    assert found["persons_65_74"] == 1510.0
    assert "persons_65_plus" not in found


def test_a_contradiction_that_nothing_explains_is_left_out() -> None:
    """Neither head fits 30.0 %: the number is not read under either."""
    found = values(*HEADS, "| 9,700人 | 2,000人 | 1,400人 | 30.0% | 3,900世帯 |")
    assert not {"persons_65_74", "persons_65_plus"} & set(found)
    assert found["households"] == 3900.0


def test_shares_of_a_second_row_are_no_counts() -> None:
    """The row 割合 under 認定者数 gives no persons, and an empty total no 0."""
    found = values("| | 要支援1 | 要介護1 | 計 |", "|---|---|---|---|", "| 認定者数 | 96 | 135 | 231 |", "| 割合 | 41.6% | 58.4% | |")
    assert found == {"certified_support_1": 96.0, "certified_care_1": 135.0}
