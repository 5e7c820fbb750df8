"""What is no name: times, counts, places in words, ends of sentences."""

import pytest

from loaders.case_studies.mentions import Candidate
from loaders.case_studies.no_names import is_no_name
from tests.unit.loaders.case_studies.reading import in_town, nodes


def reading(kind: str, name: str, rule: str = "ending") -> Candidate:
    return Candidate(0, len(name), kind, name, 3, rule=rule)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("Organization", "その後"),
        ("Organization", "令和5年度末38事業者"),
        ("Organization", "28支部"),
        ("Organization", "スーパーだ"),
        ("Service", "いずれ"),
        ("Service", "山形県紅沢町の北端"),
        ("Service", "移動手段"),
    ],
)
def test_it_names_nothing(kind: str, name: str) -> None:
    """Whatever rule took it for a name."""
    assert is_no_name(reading(kind, name))


@pytest.mark.parametrize(
    ("kind", "name"),
    [("Council", "大曽を語る会"), ("Organization", "3丁目町会"), ("Service", "移動販売"), ("Service", "28号車の旅"), ("Area", "令和台")],
)
def test_a_name_stays(kind: str, name: str) -> None:
    """A particle or a number within a name is a part of it."""
    assert not is_no_name(reading(kind, name))


def test_quotation_marks_are_believed() -> None:
    """What the text itself marks as a name is one."""
    assert not is_no_name(reading("Service", "その後カフェ", rule="quoted_service"))


def test_no_node_is_made_of_it() -> None:
    """The sentence gives what it names and nothing else."""
    found = in_town("・その後、紅沢郵便局と紅沢森林組合も配食サービスに協力している。")
    assert set(nodes(found, "Organization")) == {"紅沢郵便局", "紅沢森林組合"}
