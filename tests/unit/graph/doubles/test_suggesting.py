"""Suggestions of doubles: what may be one body is found, what is told apart is not, and nothing depends on the order."""

from itertools import combinations

import pytest

from graph.doubles.bodies import Body
from graph.doubles.names import name_parts
from graph.doubles.suggesting import MINIMUM, Suggestion, suggest
from graph.messages import catalogue
from tests.unit.graph.doubles.bodies import body


def reason(one: Body, other: Body) -> str | None:
    found = suggest([one, other])
    return found[0].reason.removeprefix("double.") if found else None


@pytest.mark.parametrize(
    ("name", "other", "why"),
    [
        ("NPO法人あおぞら", "特定非営利活動法人　あおぞら", "same_name"),
        ("(社福)青空会", "社会福祉法人青空会", "same_name"),
        ("（特非）あおぞら", "あおぞら", "same_name"),
        ("㈱ヤマネ運輸", "ヤマネ運輸株式会社", "same_name"),
        ("社会福祉協議会", "社協", "same_name"),
        ("ホームヘルプサービス　スマイル", "ホームヘルプサービス・スマイル", "same_name"),
        ("髙城メディカル", "高城メディカル", None),
        ("伊賀市社会福祉協議会", "社会福祉協議会", "area_in_front"),
        ("伊賀市社会福祉協議会", "市社協", "area_in_front"),
        ("三重県伊賀市社協", "伊賀市社会福祉協議会", "area_in_front"),
        ("伊賀市役所", "市役所", "area_in_front"),
        ("伊賀市", "行政", "area_in_front"),
        ("伊賀市", "市", "area_in_front"),
        ("伊賀市シルバー人材センター", "シルバー人材センター", "area_in_front"),
        ("まちかど保健しつ", "まちかど保険しつ", None),
        ("ファンド助成グループ", "ファント助成グループ", "close_spelling"),
        ("グループたすけあいエプロン", "グループたすけあエプロン", "close_spelling"),
        ("みどりの会そよかぜ", "みどり会そよかぜ", "close_spelling"),
        ("みどりの会", "みのりの会", None),
        ("ゆいの会", "地域在宅生活支援ネットゆいの里", "own_name"),
        ("ゆいの会", "ゆいの里", None),
        ("ゆいの会", "地域在宅生活支援ネットけやきの里", None),
        ("むすびの会", "ゆいむすびの会", None),
        ("東公民館", "西公民館", None),
        ("第1地区社協", "第2地区社協", None),
        ("第一地区社会福祉協議会", "第二地区社会福祉協議会", None),
        ("上野台自治会", "下野台自治会", None),
        ("見本台自治会", "青葉台自治会", None),
        ("ふれあいサロンひまわりA", "ふれあいサロンひまわりB", None),
        ("ふれあいサロンひまわり1丁目", "ふれあいサロンひまわり2丁目", None),
        ("あおぞらの会", "あおぞらの会上野支部", None),
        ("アースサポート鶴見", "アースサポート港北", None),
        ("訪問看護ステーションひまわり", "訪問介護ステーションひまわり", None),
        ("訪問看護ステーションひまわりの里", "訪問介護ステーションひまわり里", None),
        ("社会福祉法人あおぞら", "NPO法人あおぞら", None),
        ("三重県社会福祉協議会", "伊賀市社会福祉協議会", None),
        ("伊賀市社会福祉協議会", "名張市社会福祉協議会", None),
        ("伊賀市老人クラブ連合会", "伊賀市社会福祉協議会", None),
    ],
)
def test_what_two_names_in_one_municipality_mean(name: str, other: str, why: str | None) -> None:
    """Legal forms, abbreviations, the municipality in front and slips; numbers, directions, parts and places."""
    assert reason(body("a", name), body("b", other)) == why
    assert reason(body("b", name), body("a", other)) == why


@pytest.mark.parametrize(
    ("place", "name", "other_place", "other", "why"),
    [
        ("伊賀市", "見守り隊", "諏訪地区", "見守り隊", "same_name"),
        ("三重県", "三重県社会福祉協議会", "伊賀市", "三重県社協", "same_name"),
        ("三重県", "三重県社会福祉協議会", "伊賀市", "社会福祉協議会", None),
        ("諏訪地区", "見守り隊", "島ヶ原地区", "見守り隊", None),
        ("諏訪地区", "ファンド助成グループ", "島ヶ原地区", "ファント助成グループ", None),
        ("諏訪地区", "NPO法人あおぞら", "島ヶ原地区", "NPO法人あおぞら", "same_name_elsewhere"),
        ("伊賀市", "NPO法人あおぞら", "名張市", "NPO法人あおぞら", None),
        ("伊賀市", "伊賀市社会福祉協議会", "諏訪地区", "社会福祉協議会", None),
        ("伊賀市", "伊賀市社会福祉協議会", "諏訪地区", "市社協", "area_in_front"),
        ("横浜市", "横浜市社会福祉協議会", "横浜市中区", "中区社会福祉協議会", None),
        ("横浜市", "横浜市社会福祉協議会", "横浜市中区", "区社協", None),
        ("横浜市中区", "横浜市中区社会福祉協議会", "横浜市中区", "区社協", "area_in_front"),
        ("横浜市", "横浜市中区社会福祉協議会", "横浜市中区", "中区社協", "area_in_front"),
        ("横浜市中区", "区社協", "横浜市西区", "区社協", None),
    ],
)
def test_what_names_mean_in_two_areas(place: str, name: str, other_place: str, other: str, why: str | None) -> None:
    """One area or one within the other; 社協 of a district is not that of the city, nor 区社協 that of 横浜市."""
    assert reason(body("a", name, place), body("b", other, other_place)) == why


def test_an_alias_that_is_the_others_name() -> None:
    """With the municipality in front or not."""
    support = body("a", "白檜：福祉・防災ボランティアセンター", aliases=("どんぐり",))
    assert reason(support, body("b", "どんぐり")) == "alias"
    assert reason(support, body("b", "伊賀市どんぐり")) == "alias"
    assert reason(support, body("b", "どんぐり", "名張市")) is None
    assert reason(body("a", "甲の会", aliases=("共通",)), body("b", "乙の会", aliases=("共通",))) is None


@pytest.mark.parametrize(
    ("name", "other", "why"),
    [
        ("医療法人社団見本会　介護老人保健施設　ふるさと", "介護老人保健施設ふるさと", "same_address"),
        ("特定非営利活動法人 豆たん", "豆たん介護センター", "same_address"),
        ("伊賀市", "伊賀市社会福祉協議会", None),
        ("市役所", "市役所生活協同組合", None),
        ("伊賀市商工会", "伊賀市社会福祉協議会", None),
        ("サロン第1ひまわり", "サロン第2ひまわり", None),
        ("ひまわり", "すみれ", None),
    ],
)
def test_names_at_one_address(name: str, other: str, why: str | None) -> None:
    """One address and one name within the other; the municipality's hall houses many."""
    one = body("a", name, address="三重県伊賀市見本町２丁目４－８ 見本ビル")
    assert reason(one, body("b", other, address="伊賀市見本町二丁目4番地の8")) == why


def test_another_address_speaks_against_a_name_and_ends_a_likeness() -> None:
    """One name at two addresses comes later in the list; a like name at another address is not given."""
    # Arrange
    here, there = "伊賀市見本町1-2", "伊賀市例示町3-4"

    # Act
    (near,) = suggest([body("a", "あおぞら", address=here), body("b", "あおぞら", address=here)])
    (far,) = suggest([body("a", "あおぞら", address=here), body("b", "あおぞら", address=there)])
    like = suggest([body("a", "ファンド助成グループ", address=here), body("b", "ファント助成グループ", address=there)])

    # Assert
    assert near.score > far.score >= MINIMUM
    assert like == []


def test_corporate_numbers_decide() -> None:
    """One number is one body whatever its name and area; two numbers are two."""
    one = body("a", "あおぞら", corporate_number="1000000000001")
    assert reason(one, body("b", "名の変わった会", "名張市", corporate_number="1000000000001")) == "same_number"
    assert reason(one, body("b", "あおぞら", corporate_number="1000000000002")) is None
    assert reason(one, body("b", "あおぞら")) == "same_name"


def test_a_kind_is_no_double_of_a_named_body() -> None:
    """自治会 as a kind is not 自治会 as a name, nor the kind of another area."""
    kind = body("a", "自治会", generic=True)
    assert reason(kind, body("b", "自治会")) is None
    assert reason(kind, body("b", "自治会", "諏訪地区", generic=True)) is None
    assert reason(body("a", "民生委員児童委員協議会", generic=True), body("b", "民児協", generic=True)) == "same_name"


def test_other_kinds_of_actor_lower_the_score() -> None:
    """They do not exclude it: sources call one body by different kinds."""
    same = suggest([body("a", "あおぞら", actor_types=frozenset({"NPO"})), body("b", "あおぞら", actor_types=frozenset({"NPO", "VOL"}))])
    other = suggest([body("a", "あおぞら", actor_types=frozenset({"NPO"})), body("b", "あおぞら", actor_types=frozenset({"VOL"}))])
    assert same[0].score > other[0].score


def test_one_source_that_names_both_lowers_the_score() -> None:
    """A register has its reasons for two rows; two registers know nothing of each other."""
    same = suggest([body("a", "あおぞら", datasets=frozenset({"甲"})), body("b", "あおぞら", datasets=frozenset({"甲"}))])
    other = suggest([body("a", "あおぞら", datasets=frozenset({"甲"})), body("b", "あおぞら", datasets=frozenset({"乙"}))])
    assert same[0].score < other[0].score


def test_bodies_without_an_area_meet_by_number_alone() -> None:
    """A name says nothing where nobody says of which place."""
    assert suggest([Body(id="a", name="あおぞら"), Body(id="b", name="あおぞら")]) == []
    assert suggest([]) == []


@pytest.mark.parametrize("name", ["", " ", "・", "株式会社", "\x00", "あ" * 100_000, "社協" * 500])
def test_hostile_names_are_borne(name: str) -> None:
    """Nothing, only a form, signs of control, a very long one."""
    found = suggest([body("a", name), body("b", name), body("c", "あおぞら")])
    assert {(one.first, one.second) for one in found} <= {("a", "b")}


def test_a_word_that_several_bodies_use_tells_nothing() -> None:
    """Of three bodies with one own part no two are suggested."""
    named = ("ふれあいの会", "地域ネットふれあいの里", "生活支援グループふれあいの家")
    assert suggest([body(str(number), name) for number, name in enumerate(named)]) == []


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_reason_has_its_sentence(language: str) -> None:
    """The catalogue knows them, and names both bodies."""
    texts = catalogue("graph", language)
    reasons = ("same_number", "same_name", "same_name_elsewhere", "area_in_front", "alias", "same_address", "own_name", "close_spelling")
    for one in reasons:
        assert "{name}" in texts[f"double.{one}"]
        assert "{other}" in texts[f"double.{one}"]


def test_a_suggestion_carries_what_its_sentence_needs() -> None:
    """The names as they stand, in the order of the ids."""
    (found,) = suggest([body("b", "社協"), body("a", "伊賀市社会福祉協議会")])
    assert found == Suggestion("a", "b", 0.9, "double.area_in_front", {"name": "伊賀市社会福祉協議会", "other": "社協"})


def test_the_table_of_name_parts_names_no_form_twice() -> None:
    """A form with two meanings would make two bodies one."""
    for table in ("legal_forms", "abbreviations"):
        for one, other in combinations(name_parts()[table].values(), 2):
            assert not set(one) & set(other)
