"""For whom a service is: the bracket behind its name."""

import pytest

from graph.model.services import Service
from loaders.case_studies.for_whom import for_whom_behind
from loaders.contract import Transformed
from tests.unit.loaders.case_studies.reading import in_town, nodes


def services(found: Transformed) -> dict[str, tuple[str, ...]]:
    """Name → categories."""
    return {fact.what.name: fact.codes for fact in found.facts if isinstance(fact.what, Service)}


@pytest.mark.parametrize(
    ("line", "name", "codes"),
    [
        ("・空き店舗でふれあいサロン(高齢者、家族介護者など)を開催。", "ふれあいサロン", ("CARER", "SALON")),
        ("・集会所での活動(主に体操教室(高齢者、子育て中の親、介護者等)を町が実施。", "体操教室", ("CARER", "INTERGEN", "KAYOI")),
        ("・町社協がカフェ「ひなた」(対象は子育て世代や介護者)を運営。", "カフェ「ひなた」", ("CARER", "IBASHO", "INTERGEN")),
        ("・いきいきサロン(介護者向け):町社協が毎月公民館で開いている。", "いきいきサロン", ("CARER", "SALON")),
    ],
)
def test_the_bracket_behind_a_service_says_for_whom_it_is(line: str, name: str, codes: tuple[str, ...]) -> None:
    """Its category is added to that of the name, and those for whom the service is are no service and no body themselves."""
    # Act
    found = in_town(line)

    # Assert
    assert services(found) == {name: codes}
    assert not {"介護者", "家族介護者", "高齢者", "子育て中の親", "子育て世代"} & nodes(found, "Organization").keys()


def test_a_heading_and_a_column_say_it_too() -> None:
    """A heading above details, and an item of a row for services."""
    # Act
    headed = in_town("■ふれあいサロン(子育て世代、介護者)", "", "- 実施主体:町社協", "- 会場:旧保育所")
    listed = in_town("| 地区 | 活動 |", "|---|---|", "| 上野地区 | 昼食会(家族介護者)、見守り訪問 |", "| 下野地区 | 朝市 |")

    # Assert
    assert services(headed) == {"ふれあいサロン": ("CARER", "INTERGEN", "SALON")}
    assert services(listed) == {"昼食会": ("CARER", "MEALCLUB"), "見守り訪問": ("WATCH",), "朝市": ("MARKET",)}


def test_the_characters_of_the_bracket_are_the_evidence() -> None:
    """Beside the name, which comes first."""
    [service] = [fact for fact in in_town("・町社協がサロン(高齢者、介護者等)を開催。").facts if isinstance(fact.what, Service)]
    assert [(one.quote, one.extractor) for one in service.evidence] == [
        ("サロン", "service_word"),
        ("(高齢者、介護者等)", "for_whom"),
    ]


@pytest.mark.parametrize(
    "bracket",
    [
        "(介護者の会が運営)",
        "(運営は介護者)",
        "(介護者以外)",
        "(介護者は対象外)",
        "(民生委員、介護者、町社協)",
        "(要介護者)",
        "(高齢者、障がい者等)",
        "(月1回、介護予防)",
        "(介護者",
        "を訪れる人(介護者)の送迎",
    ],
)
def test_any_other_bracket_gives_no_category(bracket: str) -> None:
    """Who runs it, whom it leaves out, people without a category of their own, a day, and a bracket that stands behind another word."""
    assert for_whom_behind(f"サロン{bracket}", len("サロン")) is None
    assert services(in_town(f"・町社協がサロン{bracket}を実施。")).get("サロン", ("SALON",)) == ("SALON",)


def test_those_whom_a_survey_asks_or_a_course_trains_are_not_served_by_it() -> None:
    """The bracket says who takes part in a means, and carers are not supported by that."""
    found = services(in_town("・町が実態調査(高齢者、介護者)を実施。", "・町社協が養成講座(家族介護者、地域住民)を開催。"))
    assert found["実態調査"] == ("OUTREACH",)
    assert found["養成講座"] == ("TRAIN",)


def test_for_whom_one_is_planned_says_nothing_of_the_one_that_runs() -> None:
    """A salon runs, and one for carers is thought of; where only that is told, it is a planned one for carers."""
    # Act
    both = services(in_town("・町社協がサロンを開催。", "・サロン(介護者向け)の開催を検討中。"))
    planned = nodes(in_town("・町社協がサロン(介護者向け)の開催を検討中。"), "Service")["サロン"]

    # Assert
    assert both == {"サロン": ("SALON",)}
    assert services(in_town("・町社協がサロン(介護者向け)の開催を検討中。")) == {"サロン": ("CARER", "SALON")}
    assert isinstance(planned, Service)
    assert planned.status == "planned"
