"""The outline: a line belongs to the heading, the item and the district above it, and to no other."""

from tests.unit.loaders.case_studies.reading import in_town, ties


def test_a_heading_ends_with_the_next_of_its_level() -> None:
    """Members below 構成 are members; below the next heading bodies are none."""
    found = in_town("■「紅沢会議」の構成員", "・町社協", "・民生委員", "", "■ 取組", "・老人クラブが配食サービスを行う。")
    assert sorted(ties(found, "MEMBER_OF")) == [("民生委員", "紅沢会議"), ("紅沢町社会福祉協議会", "紅沢会議")]


def test_nested_items_belong_to_the_one_above() -> None:
    """What is said below an activity's own line is said of it."""
    found = in_town("■ 取組", "- 配食サービス", "  - 実施主体：町社協", "- 移動販売", "  - 実施主体：紅沢商店")
    assert sorted(ties(found, "PROVIDES")) == [("紅沢商店", "移動販売"), ("紅沢町社会福祉協議会", "配食サービス")]
