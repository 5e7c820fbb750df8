"""The cleaned view of a line."""

import pytest

from loaders.japanese.cleaning import cleaned


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("地域ニ- ズの把 握", "地域ニーズの把握"),
        ("ネットワ-ク(協議体)", "ネットワーク(協議体)"),
        ("ﾎﾞﾗﾝﾃｨｱ", "ボランティア"),
        ("まちづくりファント助成", "まちづくりファンド助成"),
        ("ＮＰＯ法人　あおぞら", "NPO法人　あおぞら"),
        ("-% と 65-70歳", "-%と65-70歳"),
    ],
)
def test_words_are_read_as_they_were_meant(raw: str, text: str) -> None:
    """Broken words, half-width kana and hyphens for long vowels are repaired for reading."""
    assert cleaned(1, raw).text == text


def test_a_piece_quotes_the_raw_characters() -> None:
    """The quotation of a repaired word is what stands in the file, and the repair is listed."""
    # Arrange
    line = cleaned(7, "●ふれあいサロ- ンを開催")

    # Act
    quotation = line.part(line.text.index("サロン") if "サロン" in line.text else 5, line.text.index("を")).quotation("rule", "area")

    # Assert
    assert (quotation.line, quotation.quote) == (7, "サロ- ン")
    assert quotation.repairs == ("サロ- ン → サローン",)


def test_list_marks_are_kept() -> None:
    """A circled number stays a list mark and does not become a figure of the text."""
    assert cleaned(1, "①配食").text == "①配食"
