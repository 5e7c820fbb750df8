"""What must not leave is masked, in place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.case_studies.extractors.masking import masked_lines, names_a_person


@pytest.mark.parametrize(
    ("raw", "masked"),
    [
        ("・山田花子さん（要介護2）は週に一度利用する。次の文は残る。", "・＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊。次の文は残る。"),
        ("代表は佐藤一郎。", "代表は＊＊＊＊。"),
        ("民生委員の鈴木さんが", "民生委員の＊＊さんが"),
        ("問い合わせは0233-00-0000へ", "問い合わせは＊＊＊＊＊＊＊＊＊＊＊＊へ"),
        ("田中商店と山田太郎記念館が協力", "田中商店と山田太郎記念館が協力"),
        ("NPO等・様々な団体、地域の皆さん、お客様", "NPO等・様々な団体、地域の皆さん、お客様"),
        ("自治会さんと社協さん", "自治会さんと社協さん"),
        ("商業高校の生徒さんが、同様の市を", "商業高校の生徒さんが、同様の市を"),
        ("小鳥遊さんを招いた", "＊＊＊さんを招いた"),
        ("氏名：べに沢　住所は", "氏名：＊＊＊＊＊＊＊"),
    ],
)
def test_names_and_private_matters_are_masked(raw: str, masked: str) -> None:
    """Whole sentences that are set aside, names, telephone numbers; bodies and words that only look like names stay."""
    assert masked_lines({3: raw}) == {3: masked}


@given(st.text(alphabet="山田花子さん様要介護2ゆいの会、。（）ｱﾞ 　*＊<br>①-\t\ufeff𠮷", max_size=60))
def test_every_character_keeps_its_place(raw: str) -> None:
    """As long as before, and whatever is not masked is as it was."""
    masked = masked_lines({1: raw})[1]
    assert len(masked) == len(raw)
    assert all(after in {before, "＊"} for before, after in zip(raw, masked, strict=True))


@pytest.mark.parametrize("name", ["山田花子", "山田 花子", "鈴木さん", "佐藤", "＊＊さん", "佐藤様"])
def test_a_persons_name_is_seen(name: str) -> None:
    """With or without さん, and where it was masked."""
    assert names_a_person(name)


@pytest.mark.parametrize("name", ["ゆいの会", "田中商店", "紅沢町社会福祉協議会", "自治会", "社協さん", "NPO法人あおぞら", "べにざわ号"])
def test_a_bodys_name_is_none(name: str) -> None:
    """A body that bears a person's name is a body."""
    assert not names_a_person(name)
