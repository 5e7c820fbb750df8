"""Rows of tables with and without persons: what is set aside, what is left out, what is masked. Everybody in them is invented."""

import pytest

from loaders.japanese.cleaning import MASK
from loaders.people.in_tables import PersonRules, Reading, SetAside

GROUPS = ["名称", "代表者氏名", "電話番号", "所在地", "備考"]
NEEDS = ["番号", "対象者", "生年月日", "要介護度", "町名", "困りごと", "担当"]
CORPORATE_NUMBER = "3000000000006"


def read(heads: list[str], *cells: str) -> Reading:
    return PersonRules(heads, name_heads=[heads[0]]).of(dict(zip(heads, cells, strict=True)))


@pytest.mark.parametrize(
    ("cells", "code", "head", "beside"),
    [
        (("ゆいの会", "山田花子", "0595-21-1111", "", ""), "telephone", "代表者氏名", "電話番号"),
        (("ゆいの会", "山田　花子", "０５９５－２１－１１１１", "", ""), "telephone", "代表者氏名", "電話番号"),
        (("ゆいの会", "山田花子（会長）", "0595(21)1111", "", ""), "telephone", "代表者氏名", "電話番号"),
        (("ゆいの会", "会長 山田花子", "0595-21-1111", "", ""), "telephone", "代表者氏名", "電話番号"),
        (("ゆいの会", "山田花子、鈴木一郎", "0595-21-1111", "", ""), "telephone", "代表者氏名", "電話番号"),
        (("ゆいの会", "山田", "0595-21-1111", "", ""), "telephone", "代表者氏名", "電話番号"),
        (("ゆいの会", "やまだ はなこ", "0595-21-1111", "", ""), "telephone", "代表者氏名", "電話番号"),
        (("ゆいの会", "高橋颯真", "0595-21-1111", "", ""), "telephone", "代表者氏名", "電話番号"),
        (("ゆいの会", "ジョン・スミス", "0595-21-1111", "", ""), "telephone", "代表者氏名", "電話番号"),
        (("ゆいの会", "Mary Brown", "0595-21-1111", "", ""), "telephone", "代表者氏名", "電話番号"),
        (("ゆいの会", "山田花子", "", "紅沢町1-2", ""), "address", "代表者氏名", "所在地"),
        (("ゆいの会", "山田花子", "", "紅沢町字黒滝", ""), "address", "代表者氏名", "所在地"),
        (("あおぞら", "山田花子", "", "", "住所: 紅沢町1丁目2"), "address", "代表者氏名", "備考"),
        (("あおぞら", "山田花子", "", "", "昭和17年3月4日生"), "birth_date", "代表者氏名", "備考"),
        (("あおぞら", "山田花子", "", "", "要介護3、独居"), "care_level", "代表者氏名", "備考"),
        (("あおぞら", "山田花子", "", "", "要支援１"), "care_level", "代表者氏名", "備考"),
        (("あおぞら", "", "", "", "会長の山田太郎（0595-21-1111）まで"), "telephone", "備考", "備考"),
        (("あおぞら", "", "", "", "担当：高橋　090-1234-5678"), "mobile", "備考", "備考"),
        (("原田医院", "原田一郎", "090-1234-5678", "", ""), "mobile", "代表者氏名", "電話番号"),
        (("原田医院", "原田一郎", "09012345678", "", ""), "mobile", "代表者氏名", "電話番号"),
        (("原田医院", "原田一郎", "9012345678", "", ""), "mobile", "代表者氏名", "電話番号"),
        (("原田医院", "原田一郎", "", "", "昭和17年3月4日生まれ"), "birth_date", "代表者氏名", "備考"),
        (("原田医院", "原田一郎", "", "", "要介護2のため休診"), "care_level", "代表者氏名", "備考"),
        (("村上　ひかり", "", "080-1111-2222", "", ""), "mobile", "名称", "電話番号"),
    ],
)
def test_a_person_beside_private_matters_is_set_aside(cells: tuple[str, ...], code: str, head: str, beside: str) -> None:
    """Nothing of the row is given on but the two columns that stand together."""
    assert read(GROUPS, *cells) == Reading({}, SetAside(f"people.{code}", head, beside))


@pytest.mark.parametrize(
    "name",
    [
        "山田花子",
        "山田 花子",
        "山田　花子",
        "山田花子さん",
        "山田花子様",
        "代表 山田花子",
        "山田花子（会長）",
        "山田花子（ゆいの会代表）",
        "山田花子　0595-21-1111",
        "山田花子（82歳）",
        "小林太郎",
        "やまだ はなこ",
        "渡邉榮",
        "森薫",
    ],
)
def test_a_row_about_a_person_is_set_aside(name: str) -> None:
    """Where the name itself is a person's, nothing has to stand beside it."""
    assert read(GROUPS, name, "", "", "", "") == Reading({}, SetAside("people.subject", "名称"))


@pytest.mark.parametrize(
    "name",
    [
        *("ゆいの会", "花子の家", "あおぞら", "大和屋", "原田医院", "小川内科", "山田商店", "田中塾", "森のカフェ", "佐藤さんちのサロン"),
        *("ひまわり", "さくら", "村上 ひかり", "前田 南", "大浦東", "石川緑町", "本町さくら", "小野寺", "山田", "はるか"),
        *(
            "山田太郎税理士事務所",
            "紅沢町",
            "紅沢町社会福祉協議会",
            "ツクシ横浜栄",
            "株式会社　山田",
            "有限会社花子",
            "NPO法人山田花子記念会",
        ),
        *(
            "民生委員",
            "地域住民",
            "なでしこ 花園",
            "黒滝自治会",
            "石平お助け隊",
            "小林クリニック",
            "渡辺整骨院",
            "伊藤 米店",
            "いきいき体操",
        ),
    ],
)
def test_a_body_with_a_telephone_is_read(name: str) -> None:
    """Bodies, shops and clinics that are called after people and places stay as they are."""
    cells = (name, "", "0595-21-1111", "紅沢町1-2", "")
    assert read(GROUPS, *cells) == Reading({head: cell for head, cell in zip(GROUPS, cells, strict=True) if head != "代表者氏名"})


@pytest.mark.parametrize(
    "nobody", ["", " ", "事務局", "事務局長", "会長", "空席", "未定", "なし", "紅沢町社会福祉協議会", "福祉課", "ゆいの会", "－"]
)
def test_a_column_of_persons_may_name_nobody(nobody: str) -> None:
    """A post, a body or an empty seat beside a telephone is no private matter; the column is not read all the same."""
    found = read(GROUPS, "あおぞら", nobody, "0595-21-1111", "紅沢町1-2", "")
    assert found.set_aside is None
    assert "代表者氏名" not in found.cells


@pytest.mark.parametrize(
    "name",
    [
        "原田医院",
        "社会福祉法人みのり",
        "紅沢薬局",
        "みのり園",
        "紅沢町立黒滝小学校",
        "山田商店",
        "デイサービスあおぞら",
        "紅沢町",
        "㈱みのり",
    ],
)
def test_an_established_body_keeps_its_row(name: str) -> None:
    """Its telephone and address are public; only the person is left out."""
    cells = (name, "山田花子", "0595-21-1111", "紅沢町1-2", "午後休診")
    assert read(GROUPS, *cells) == Reading({head: cell for head, cell in zip(GROUPS, cells, strict=True) if cell != "山田花子"})


def test_a_corporate_number_shows_an_established_body() -> None:
    """By its check digit; a number that is none does not."""
    heads = ["団体名", "法人番号", "代表者", "電話"]
    assert read(heads, "あおぞら", CORPORATE_NUMBER, "山田花子", "0595-21-1111").set_aside is None
    assert read(heads, "あおぞら", "1000000000006", "山田花子", "0595-21-1111").set_aside == SetAside("people.telephone", "代表者", "電話")


def test_who_is_established_can_be_told() -> None:
    """A source that knows its bodies says so."""
    rules = PersonRules(GROUPS, name_heads=["名称"], established=lambda name: name == "あおぞら")
    assert rules.of(dict(zip(GROUPS, ("あおぞら", "山田花子", "0595-21-1111", "", ""), strict=True))).set_aside is None
    assert rules.of(dict(zip(GROUPS, ("原田医院", "山田花子", "0595-21-1111", "", ""), strict=True))).set_aside is not None


def test_a_person_s_name_alone_leaves_the_row() -> None:
    """The column is left out, a municipality is no address, and the rest is read."""
    cells = ("ゆいの会", "山田花子", "", "三重県伊賀市", "毎月第2火曜")
    assert read(GROUPS, *cells) == Reading({"名称": "ゆいの会", "電話番号": "", "所在地": "三重県伊賀市", "備考": "毎月第2火曜"})


@pytest.mark.parametrize("told", ["要介護3以上の方", "要介護1・2", "要介護1～5", "要支援1、要支援2", "要介護1から", "要支援1又は2"])
def test_whom_a_service_is_for_is_nobody_s_care_level(told: str) -> None:
    """A range of levels says who may come."""
    assert read(GROUPS, "みのり園", "山田花子", "", "", told).set_aside is None


@pytest.mark.parametrize(
    ("cells", "aside"),
    [
        (("1", "鈴木ハナ", "S17.3.4", "", "紅沢", "買い物", ""), ("birth_date", "対象者", "生年月日")),
        (("1", "鈴木ハナ", "", "要介護2", "紅沢", "買い物", ""), ("care_level", "対象者", "要介護度")),
        (("1", "鈴木 ハナ", "", "3", "紅沢", "買い物", ""), ("care_level", "対象者", "要介護度")),
        (("1", "高齢者", "", "要介護2", "紅沢", "買い物", "田中"), ("care_level", "担当", "要介護度")),
        (("1", "本人", "", "要介護2", "紅沢", "通院", "福祉課"), None),
        (("1", "独居の高齢者", "", "要支援1", "紅沢", "通院", "地域包括支援センター"), None),
        (("1", "どなたでも", "", "", "紅沢", "通院", "社協"), None),
        (("1", "障害者", "1942-03-04", "", "紅沢", "通院", ""), None),
    ],
)
def test_a_register_of_needs(cells: tuple[str, ...], aside: tuple[str, str, str] | None) -> None:
    """Below 対象者 and 担当 stand persons, kinds of people and offices; only a person's row is set aside."""
    found = PersonRules(NEEDS, name_heads=[]).of(dict(zip(NEEDS, cells, strict=True)))
    assert found == (Reading({}, SetAside(f"people.{aside[0]}", *aside[1:])) if aside else Reading(dict(zip(NEEDS, cells, strict=True))))


@pytest.mark.parametrize(
    ("head", "cell", "shown"),
    [
        ("備考", "会長の山田太郎まで", "会長の＊＊＊＊まで"),
        ("備考", "会場は鈴木さん宅", "会場は＊＊さん宅"),
        ("備考", "担当 佐藤", "担当 ＊＊"),
        ("所在地", "紅沢町5番地 山田様方", "紅沢町5番地 ＊＊様方"),
        ("所在地", "紅沢町5番地（山田方）", "紅沢町5番地（＊＊方）"),
        ("所在地", "紅沢町5-1 山田花子様方", "紅沢町5-1 ＊＊＊＊様方"),
        ("備考", "田中商店の前", "田中商店の前"),
        ("備考", "利用者宅まで送迎", "利用者宅まで送迎"),
        ("備考", "山本五十六記念館前に集合", "山本五十六記念館前に集合"),
        ("備考", "お一人様でも", "お一人様でも"),
        ("所在地", "枚方市紅沢1-2", "枚方市紅沢1-2"),
        ("所在地", "紅沢町1-2 メゾン松本101", "紅沢町1-2 メゾン松本101"),
        ("所在地", "紅沢町1-2 鈴木ビル2F", "紅沢町1-2 鈴木ビル2F"),
    ],
)
def test_names_in_texts_and_addresses_are_masked(head: str, cell: str, shown: str) -> None:
    """One ＊ a character, and it is said how many; shops, buildings and places stay."""
    cells = {"名称": "みのり園", head: cell}
    found = PersonRules(list(cells), name_heads=["名称"]).of(cells)
    assert found == Reading({"名称": "みのり園", head: shown}, masked=shown.count(MASK))


def test_who_is_left_out_is_masked_in_the_rest_of_the_row() -> None:
    """A surname that only the column of persons makes known."""
    found = read(GROUPS, "みのり園", "山田太郎", "", "", "山田が送迎する。山田商店の前。")
    assert found == Reading({"名称": "みのり園", "電話番号": "", "所在地": "", "備考": "＊＊が送迎する。山田商店の前。"}, masked=2)


def test_a_person_in_another_column_of_names_is_left_out() -> None:
    """A business of one person: its office is read, the owner's name is not."""
    rules = PersonRules(["事業所名", "法人の名称", "電話番号"], name_heads=["事業所名", "法人の名称"])
    cells = {"事業所名": "みのり薬局", "法人の名称": "山田花子", "電話番号": "0595-21-1111"}
    assert rules.of(cells) == Reading({**cells, "法人の名称": ""}, masked=4)


def test_columns_of_persons_are_told_once() -> None:
    """The heads, as they stand in the file, with the reading that follows one of them."""
    heads = ["団体名", "代表者_氏名", "フリガナ", "世話人", "連絡先", "設立年月日"]
    assert PersonRules(heads, name_heads=["団体名"]).left_out == ("代表者_氏名", "フリガナ", "世話人")


def test_a_row_without_persons_is_given_back_as_it_is() -> None:
    """Nothing is copied where nothing is found."""
    cells = {"名称": "ゆいの会", "備考": "毎月第2火曜"}
    assert PersonRules(list(cells), name_heads=["名称"]).of(cells).cells is cells
