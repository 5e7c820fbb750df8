"""Private names in sentences: how many are found, and how much else is taken for one."""

import pytest

from loaders.japanese.cleaning import cleaned
from loaders.people.known import Known
from loaders.people.persons import persons_in
from tests.unit.loaders.people.named_sentences import Named, sentences

FLOORS = [("sentences", 0.98, 0.98), ("unseen_sentences", 0.97, 0.95)]


def found_in(text: str) -> set[tuple[int, int]]:
    stretch = cleaned(1, text)
    return {(stretch.places[start][0], stretch.places[end - 1][1]) for start, end in persons_in(stretch.text)}


def names_in(text: str, known: Known = Known(), *, label: bool = False) -> list[str]:  # noqa: B008 - it cannot change
    return [text[start:end] for start, end in persons_in(text, known, label=label)]


@pytest.mark.parametrize(("file", "precision", "recall"), FLOORS)
def test_the_floors_hold(file: str, precision: float, recall: float) -> None:
    """Of the names that are found nearly all are names, and nearly all names are found; half of the sentences have none."""
    # Arrange
    parts = {part: sentences(file, part) for part in ("with_persons", "without_persons")}
    both = [*parts["with_persons"], *parts["without_persons"]]

    # Act
    right = sum(len(found_in(one.text) & set(one.names)) for one in both)
    found = sum(len(found_in(one.text)) for one in both)
    there = sum(len(one.names) for one in both)

    # Assert
    assert len(both) > 150
    assert len(parts["without_persons"]) >= len(both) / 2
    assert right / found >= precision
    assert right / there >= recall


@pytest.mark.parametrize("one", sentences("sentences", "without_persons"), ids=lambda one: one.text)
def test_bodies_places_and_callings_stay(one: Named) -> None:
    """Shops, clinics, parks and districts that are called after people, and words with さん, are no persons."""
    assert found_in(one.text) == set()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("会長の山田太郎(やまだ たろう)さんが挨拶した", ["山田太郎", "やまだ たろう"]),
        ("佐藤　花子さんがカフェを開いた", ["佐藤　花子"]),
        ("山田太郎記念公園でサロンを開催", []),
        ("田中商店の田中さん", ["田中"]),
        ("問い合わせ 高橋0595-21-1111", ["高橋"]),
        ("会長は山田太郎、副会長は佐藤花子", ["山田太郎", "佐藤花子"]),
        ("前田宅で茶話会を開く", ["前田"]),
        ("自宅や住宅、森宅で茶話会を開く", ["森"]),
        ("講師:中山トメ、太田ヨシ子", ["中山トメ", "太田ヨシ子"]),
        ("佐藤パンが配達する", []),
        ("会長の小林太郎が開く", ["小林太郎"]),
        ("大浦東・大浦西・川尻南", []),
        ("前田南さん", ["前田南"]),
        ("西田颯真(代表)がカフェを始めた", ["西田颯真"]),
        ("", []),
        ("。、・()", []),
        ("さん", []),
        ("氏", []),
    ],
)
def test_a_name_ends_where_it_ends(text: str, names: list[str]) -> None:
    """How it is read belongs to it; the same word in a shop's name does not; marks and bare honorifics give none."""
    assert names_in(text) == names


def test_a_surname_that_is_a_place_of_the_text_is_none_beside_a_label() -> None:
    """担当：高田 is a district where the text speaks of 高田地区, and a person where it does not; with さん it is one anyway."""
    places = Known(places=frozenset({"高田"}))
    assert names_in("担当:高田") == ["高田"]
    assert names_in("担当:高田", places) == []
    assert names_in("高田さんが担当する", places) == ["高田"]


def test_a_column_of_names_says_what_its_cells_are() -> None:
    """A bare surname below 代表者 is a person; elsewhere it may be anything."""
    assert names_in("加藤", label=True) == ["加藤"]
    assert names_in("加藤") == []
    assert names_in("町社協", label=True) == []
