"""The quick look hides no name: what it passes over, the rules would leave as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.people.person_cells import masked_text
from loaders.people.quick_look import may_name_somebody
from tests.unit.loaders.people.named_sentences import Named, sentences

ALL = [one for file in ("sentences", "unseen_sentences") for part in ("with_persons", "without_persons") for one in sentences(file, part)]


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.text)
def test_what_it_passes_over_names_nobody(one: Named) -> None:
    """Of every sentence: either the rules are asked, or they would have found nothing."""
    assert may_name_somebody(one.text) or masked_text(one.text) == one.text


@pytest.mark.parametrize(
    "text", ["", "0595-21-1111", "日曜日・年末年始を除く", "時間外は相談に応ず", "森林公園前", "平日9:00～17:00", "http://example.jp"]
)
def test_it_passes_over_what_registers_repeat(text: str) -> None:
    """Numbers, opening hours and places need no analyser."""
    assert not may_name_somebody(text)


@given(
    surname=st.sampled_from(["山田", "佐藤", "森", "長谷川", "渡邉", "髙橋"]),
    given_name=st.sampled_from(["太郎", "花子", "薫", "ハナ", "はなこ"]),
    frame=st.sampled_from(["{}", "会長 {}", "毎週、{}が開く", "担当：{}", "{}（代表）", "{}・78歳", "開催は{} 0595-21-1111"]),
)
def test_it_sees_every_full_name(surname: str, given_name: str, frame: str) -> None:
    """In whatever frame."""
    assert may_name_somebody(frame.format(surname + given_name))
