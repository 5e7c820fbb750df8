"""What panel and table say."""

import pytest

from graph.messages import LANGUAGES, Messages
from graph.model.catalogue import relationship_kinds
from tests.unit.visualizations.pictures import organization, quotation, sample, thing, tie
from visualizations.content import TYPES, drawn_ties, lines_in_words, nodes_in_words, words_of_types
from visualizations.contract import Picture, Quotation

JA = Messages(("visualizations",), "ja")


def test_a_quotation_tells_its_place_and_certainty_in_words() -> None:
    """Line as 行目, a cell by its place, certainty and review in words."""
    cell = Quotation(id="q", quote="民協", certainty="structural", review="confirmed", source="名簿", place="シート「構成員」4行")
    line = quotation("連携している。", line=18, certainty="inferred")
    said = nodes_in_words(Picture(title="図", nodes=(organization("a", "甲", quotations=(cell, line)),)), JA)["a"]["quotations"]

    assert [(one["certainty"], one["reviewed"], one["place"]) for one in said] == [
        ("表の構成から", "確認済み", "シート「構成員」4行"),
        ("推定", "未確認", "18行目"),
    ]


def test_a_kind_of_body_is_told_as_such() -> None:
    """種類としての記載, with how many it stands for where that is known."""
    nodes = (organization("a", "自治会", generic=True, count=42), organization("b", "商店", generic=True), organization("c", "丙"))

    said = nodes_in_words(Picture(title="図", nodes=nodes), JA)

    assert [said[one]["generic"] for one in "abc"] == ["種類としての記載（42か所）", "種類としての記載", None]


@pytest.mark.parametrize(("language", "word"), [("ja", "市町村・行政"), ("en", "Municipality/administration")])
def test_codes_become_words_of_the_taxonomy(language: str, word: str) -> None:
    """The same code can be a kind of actor and a scheme; here it is the actor."""
    words = Messages(("visualizations",), language)

    assert nodes_in_words(Picture(title="図", nodes=(organization("a", "市", "MUNI"),)), words)["a"]["types"] == [word]


def test_a_need_is_worded_by_the_needs() -> None:
    """Needs and services have codes of their own."""
    need = thing("n", "Need", "買い物", categories=("N_SHOP",))

    assert nodes_in_words(Picture(title="図", nodes=(need,)), JA)["n"]["types"] == ["買い物が困難"]


def test_ties_without_both_ends_are_not_drawn() -> None:
    """A picture cut to one area has lines that lead out of it; a line given twice is one."""
    nodes = (organization("a", "甲"), organization("b", "乙"))
    inside = tie("SUPPORTS", "a", "b")

    assert drawn_ties(Picture(title="図", nodes=nodes, ties=(inside, inside, tie("SUPPORTS", "a", "elsewhere")))) == [inside]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_relationship_of_the_model_has_a_word_if_it_can_be_drawn(language: str) -> None:
    """A new type of relationship between drawn labels needs its words here."""
    drawn = {"Organization", "Council", "Service", "Need", "Programme", "Area", "Post"}
    words = Messages(("visualizations",), language)
    possible = {
        kind.type
        for kind in relationship_kinds().values()
        if kind.is_fact and drawn & {node.label for node in kind.starts} and drawn & {node.label for node in kind.ends}
    }

    assert possible <= set(TYPES)
    assert all(words.knows(f"tie.{tie_type}") for tie_type in TYPES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_are_told_in_words(language: str) -> None:
    """Type, state and how well it is known: no key is left for a reader."""
    words = Messages(("visualizations",), language)

    said = lines_in_words(sample(), words)
    types = words_of_types(sample(), words)

    assert not [line["known"] for line in said.values() if line["known"].startswith("line.")]
    assert not [text for one in types.values() for text in one.values() if text.startswith("tie.")]
