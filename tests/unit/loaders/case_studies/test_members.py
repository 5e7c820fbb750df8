"""Members: who a sentence seats on a council."""

import pytest

from tests.unit.loaders.case_studies.reading import in_town, ties

SEATED = {("紅沢町社会福祉協議会", "紅沢円卓会議"), ("民生委員", "紅沢円卓会議"), ("老人クラブ", "紅沢円卓会議")}


@pytest.mark.parametrize(
    "line",
    [
        "・町社協、民生委員、老人クラブが参加する「紅沢円卓会議」を設置した。",
        "・町社協、民生委員、老人クラブ、学識経験者等の計12名からなる「紅沢円卓会議」を開いている。",
        "・「紅沢円卓会議」（町社協、民生委員、老人クラブ等）を協議体とみなしている。",
        "・「紅沢円卓会議」は町社協、民生委員、老人クラブで構成する。",
        "・紅沢円卓会議には町社協、民生委員、老人クラブが加わる。",
    ],
)
def test_forms_of_membership(line: str) -> None:
    """Verbs that describe the council or are said of it, counted lists, brackets."""
    assert ties(in_town(line), "MEMBER_OF") == SEATED


def test_a_line_of_slashes_below_a_council_lists_its_members() -> None:
    """第1層協議体：C, and below it A／B／C."""
    found = in_town("[2]推進体制", "第1層協議体：紅沢円卓会議（年2回）", "　町社協／民生委員／老人クラブ／紅沢町医師会")
    assert ties(found, "MEMBER_OF") == SEATED | {("紅沢町医師会", "紅沢円卓会議")}


def test_a_part_of_a_body_sits_itself() -> None:
    """農協の女性部 is not 農協."""
    found = in_town("・「紅沢円卓会議」は町社協、民生委員、農協の女性部で構成する。")
    assert {name for name, _ in ties(found, "MEMBER_OF")} == {"紅沢町社会福祉協議会", "民生委員", "農協の女性部"}


def test_whoever_stands_behind_joins_it() -> None:
    """Cに参加する A: the noun that the verb describes sits, and nobody else."""
    found = in_town("・「紅沢円卓会議」に参加する老人クラブが、町社協へ花の苗を届けた。")
    assert ties(found, "MEMBER_OF") == {("老人クラブ", "紅沢円卓会議")}
