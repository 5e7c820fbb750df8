"""Phrases: the noun phrases that end at a place of a sentence, the nearest first."""

from loaders.case_studies.phrases import phrases_before


def test_the_phrase_grows_to_the_left() -> None:
    """The compound before the place with what describes it, never over a particle of the clause."""
    text = "町は買い物支援の移動販売車を"
    found = phrases_before(text, text.index("を"))
    assert [(text[one.start : one.end], text[one.head : one.end]) for one in found] == [("買い物支援の移動販売車", "移動販売車")]


def test_a_list_gives_each_of_its_phrases() -> None:
    """In the order of the text, without what stands before the list."""
    text = "町は配食や外出の支援を"
    found = phrases_before(text, text.index("を"))
    assert [text[one.start : one.end] for one in found] == ["配食", "外出の支援"]
