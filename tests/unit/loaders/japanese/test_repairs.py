"""Repairs as people read them: the word before and after, and nothing that is none."""

import pytest

from loaders.japanese.cleaning import cleaned
from loaders.japanese.repairs import repairs_of


def repairs(raw: str) -> tuple[str, ...]:
    stretch = cleaned(1, raw)
    return repairs_of(stretch.raw, stretch.text, stretch.places)


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ("ニ-ズの把握を進める", ("ニ-ズ → ニーズ",)),
        ("ニ- ズの把握と、ニ- ズの共有", ("ニ- ズ → ニーズ",)),
        ("まちづくりファント事業", ("ファント → ファンド",)),
        ("社 協とﾊﾟﾄﾛ-ﾙを行う", ("社 協 → 社協", "ﾊﾟﾄﾛ-ﾙ → パトロール")),
        ("OB回がサロンを開く", ("OB回 → OB会",)),
        ("町社協がサロンを開催した。", ()),
        ("ＮＰＯ法人（１２名）と㈱みのり", ()),
        ("**町社協**が<br>サロンを開催", ()),
        ("　町社協　サロン　", ()),
        ("会長の＊＊さん", ()),
        ("", ()),
    ],
)
def test_a_repair_is_the_word_and_no_more(raw: str, found: tuple[str, ...]) -> None:
    """Each word once, however long the sentence is; full-width forms, marks and breaks are no repairs."""
    assert repairs(raw) == found


def test_a_repair_of_a_long_sentence_is_recorded() -> None:
    """What a long quotation was repaired in is on its evidence, too."""
    raw = "町社協が" + "長い説明を続けたうえで、" * 8 + "ニ-ズを把握する"
    quotation = cleaned(7, raw).quotation("a_rule", None)
    assert quotation.quote == raw
    assert quotation.repairs == ("ニ-ズ → ニーズ",)
