"""Names before a house are masked by their form; places and compounds are left alone."""

import pytest

from loaders.people.houses import masked


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("6896番地先 甲野太郎宅~終点", "6896番地先 ＊＊＊＊宅~終点"),
        ("20番地先甲野太郎宅前", "20番地先＊＊＊＊宅前"),
        ("番地先甲野太郎宅", "番地先＊＊＊＊宅"),
        ("起点　甲野　花子宅", "起点　＊＊　＊＊宅"),
        ("起点 玖珂町 甲野宅", "起点 玖珂町 ＊＊宅"),
        ("12番地 木村 次郎様方", "12番地 ＊＊ ＊＊＊方"),
        ("1番地 三宅太郎宅", "1番地 ＊＊＊＊宅"),
        ("甲野健三宅まで", "＊＊＊＊宅まで"),
        ("起点甲野宅 終点乙山宅", "起点＊＊宅 終点＊＊宅"),
        ("2-3 やまだ宅", "2-3 ＊＊＊宅"),
        ("松江市見本町5番地 甲野方", "松江市見本町5番地 ＊＊方"),
        ("松江市見本町5-2甲野太郎方", "松江市見本町5-2＊＊＊＊方"),
        ("5-3 乙山様邸", "5-3 ＊＊＊邸"),
    ],
)
def test_a_name_before_a_house_is_masked(text: str, shown: str) -> None:
    """Each letter of the name becomes one ＊; everything else stays where it was."""
    assert masked(text) == shown
    assert len(masked(text)) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "市営住宅前",
        "見本団地 社宅",
        "三宅村",
        "東京都三宅島三宅村",
        "大字三宅 ~終点",
        "宅配",
        "在宅介護支援センター",
        "西方1623番地",
        "県道16号本川橋先",
        "旧見本邸前",
        "",
    ],
)
def test_places_and_compounds_stay(text: str) -> None:
    """住宅, 宅配, 三宅村, 西方 and a villa that is a sight name no person."""
    assert masked(text) == text


def test_a_place_may_be_masked_with_the_name() -> None:
    """Without a space the rule rather masks too much: at most six letters, always those nearest the house."""
    assert masked("見本市見本町甲野太郎宅") == "見本市見＊＊＊＊＊＊宅"
