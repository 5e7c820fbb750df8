"""Codes as people say them: found where just one is meant, refused with candidates otherwise."""

import pytest

from graph.by_hand.codes import code_called, need_codes
from graph.errors import QueryMisused
from graph.taxonomy import taxonomy


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("NPO", "NPO"),
        ("npo", "NPO"),
        ("ＮＰＯ法人", "NPO"),
        ("自治会", "JICHIKAI"),
        ("社協", "SHAKYO"),
        ("行政", "MUNI"),
        (" 農家 ", "FARM"),
    ],
)
def test_a_word_of_the_taxonomy_is_its_code(text: str, code: str) -> None:
    """The code, its wording, a part of it, or a synonym, in any width."""
    assert code_called(taxonomy().actor_types, text) == code


def test_every_wording_of_the_taxonomy_is_its_own_code() -> None:
    """Whoever copies a wording out of a list is understood, in both languages."""
    known = taxonomy()
    for entries in (known.actor_types, known.service_categories, known.need_categories):
        for code, entry in entries.items():
            assert {code_called(entries, text) for text in (code, entry.ja, entry.en)} == {code}


def test_a_word_of_several_codes_is_refused_with_them() -> None:
    """調理 belongs to meals and to housework."""
    with pytest.raises(QueryMisused, match="code_ambiguous") as raised:
        code_called(taxonomy().need_categories, "調理")
    assert all(code in str(raised.value.values["candidates"]) for code in ("N_MEAL", "N_HOUSE"))


def test_an_unknown_word_is_refused_with_the_nearest() -> None:
    """買い物 is in the wording of several; a word without likeness gets them all."""
    entries = taxonomy().service_categories
    with pytest.raises(QueryMisused, match="unknown_code") as near:
        code_called(entries, "買い物のこと")
    with pytest.raises(QueryMisused, match="unknown_code") as far:
        code_called(entries, "鯨")
    assert "SHOP（" in str(near.value.values["known"])
    assert all(code in str(far.value.values["known"]) for code in entries)


@pytest.mark.parametrize(
    ("text", "code"),
    [("買い物が困難", "N_SHOP"), ("買い物困難な世帯が多い", "N_SHOP"), ("ごみ出しがつらい", "N_TRASH"), ("緊急時の不安", "N_WATCH")],
)
def test_the_wording_of_a_need_names_its_code(text: str, code: str) -> None:
    """By a synonym in it; the longer of two that overlap counts."""
    assert need_codes(text) == (code,)


def test_a_wording_of_no_or_several_codes_is_never_guessed() -> None:
    """The candidates are said; 雪かき is a service, and the need that it answers is proposed."""
    with pytest.raises(QueryMisused, match="need_of_no_code") as snow:
        need_codes("雪かきができない")
    with pytest.raises(QueryMisused, match="need_of_several_codes") as two:
        need_codes("通院とごみ出し")
    assert "N_SNOW" in str(snow.value.values["candidates"])
    assert [code in str(two.value.values["candidates"]) for code in ("N_HOSP", "N_TRASH", "N_SHOP")] == [True, True, False]
