"""Words of network files: each of our own names one thing, in both languages; persons and denied ties are known as such."""

import pytest

from graph.messages import LANGUAGES, catalogue
from graph.model.catalogue import node_kinds, relationship_kinds
from loaders.networks.fields import THINGS, TIES, columns, field_called, properties
from loaders.networks.words import PERSON, denies_a_tie, kind_of_thing, kind_of_tie


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_our_files_call_a_kind_is_read_as_that_kind(language: str) -> None:
    """The name of the model and the word of the catalogue, of every label and type that is a fact."""
    words = catalogue("loaders", language)
    things = {
        label: {word: kind_of_thing(word) for word in (label, words[f"text.{label}"])}
        for label, kind in node_kinds().items()
        if kind.is_fact
    }
    ties = {
        type_: {kind_of_tie(type_), kind_of_tie(words[f"text.{type_}"])} for type_, kind in relationship_kinds().items() if kind.is_fact
    }

    assert {label: {found.labels if found else None for found in one.values()} for label, one in things.items()} == {
        label: {(label,)} for label in things
    }
    assert ties == {type_: {relationship_kinds()[type_]} for type_ in ties}


@pytest.mark.parametrize(
    ("word", "labels", "codes"),
    [
        ("組織", ("Organization",), ()),
        ("Organisation", ("Organization",), ()),
        ("ＮＰＯ", ("Organization",), ("NPO",)),
        ("協議体", ("Council",), ()),
        ("移動販売", ("Service",), ("MOBILESHOP",)),
        ("団体・機関|協議体", ("Organization", "Council"), ()),
        ("issue", ("Need",), ()),
        ("市区町村", ("Area",), ()),
    ],
)
def test_words_of_the_field_say_what_a_thing_is(word: str, labels: tuple[str, ...], codes: tuple[str, ...]) -> None:
    """Japanese and English words, the taxonomy's words for kinds of bodies and services, and two kinds in one."""
    found = kind_of_thing(word)

    assert found is not None
    assert (found.labels, found.codes) == (labels, codes)


@pytest.mark.parametrize("word", ["人", "個人", "Person", "people"])
def test_a_person_is_known_as_one(word: str) -> None:
    """Persons have no label, whatever a file calls them."""
    assert kind_of_thing(word) is PERSON


@pytest.mark.parametrize("word", ["ふしぎ", "組織|ふしぎ", "サービス|ニーズ", "家族介護者"])
def test_an_unknown_word_stays_unknown(word: str) -> None:
    """Nothing is guessed from a part of a word, and kinds of persons are no bodies."""
    assert kind_of_thing(word) is None


def test_words_that_deny_a_tie_name_none() -> None:
    """対立 is no working together."""
    assert denies_a_tie("対立")
    assert kind_of_tie("対立") is None
    assert not denies_a_tie("連携")


@pytest.mark.parametrize("of", [THINGS, TIES])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_property_has_a_column_of_its_own_name(of: str, language: str) -> None:
    """A column called as in the model, or as our files word it, is that field; only 層 stands for two."""
    words = catalogue("loaders", language)

    assert [name for name in properties(of) if field_called(of, name) != name] == []
    unlike = {name for name in properties(of) if field_called(of, words.get(f"text.head.{name}", name)) != name}
    assert unlike <= {"layer"}
    assert len({column.key for column in columns(of)}) == len(columns(of))
