"""Services: names, categories and whether they run."""

import pytest

from graph.model.services import Service
from loaders.case_studies.categories import codes_of
from tests.unit.loaders.case_studies.reading import in_town, nodes, read_sample


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("ふれあい・いきいきサロン", ("SALON",)),
        ("公共交通空白地有償運送", ("WELFTRANS",)),
        ("移動スーパー", ("MOBILESHOP",)),
        ("町民運動会", ()),
    ],
)
def test_the_longest_word_gives_the_category(name: str, codes: tuple[str, ...]) -> None:
    """A longer word of the taxonomy wins over a shorter one within it; what has no word has no category."""
    assert codes_of(name) == codes


def status(found: object) -> str:
    assert isinstance(found, Service)
    return found.status


def test_planned_and_ended_services_do_not_run() -> None:
    """検討中 and 休止 are told apart from what runs."""
    found = nodes(in_town("・認知症カフェの開設を検討中。", "・町社協が配食サービスを実施。", "・朝市は休止している。"), "Service")
    assert status(found["認知症カフェ"]) == "planned"
    assert status(found["配食サービス"]) == "running"
    assert status(found["朝市"]) == "ended"


def test_a_name_between_quotation_marks_is_a_service_where_somebody_runs_it() -> None:
    """The quoted name is the service; its category comes from the words beside it."""
    found = nodes(read_sample("two_columns.md"), "Service")
    assert {"コミュニティカフェ「なぎさ」", "朝のひとふくろ"} <= set(found)


def test_columns_of_activities_give_services() -> None:
    """A record gives its activity with provider and state; 未実施 and an empty cell give none."""
    found = nodes(read_sample("records.md"), "Service")
    assert set(found) == {"しおまち食堂", "配達時の声かけ", "送迎ボランティア", "配食"}
    assert status(found["送迎ボランティア"]) == "ended"
    assert status(found["配食"]) == "planned"


def test_a_need_is_no_service() -> None:
    """Words for a service in a sentence about its lack name no service."""
    assert not nodes(in_town("・通いの場は現在のところない。"), "Service")
