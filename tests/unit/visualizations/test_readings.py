"""How names are probably read."""

import pytest

from visualizations.readings import reading


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("住民自治協議会", "じゅうみんじちきょうぎかい"),
        ("伊賀市社会福祉協議会", "いがししゃかいふくしきょうぎかい"),
        ("NPO法人 たすけあい", "えぬぴーおーほうじんたすけあい"),
        ("サロン・ひだまり（北）", "さろんひだまりきた"),
        ("", ""),
    ],
)
def test_a_name_is_read_in_hiragana(name: str, read: str) -> None:
    """Kanji, letters and katakana alike; signs are left out."""
    assert reading(name) == read


def test_what_the_dictionary_cannot_read_stays() -> None:
    """No guess, no error, and a name as long as a book is cut."""
    assert "𠮷" in reading("𠮷")
    assert reading("い\ud800") == "い"
    assert len(reading("会" * 100_000)) < 1000
