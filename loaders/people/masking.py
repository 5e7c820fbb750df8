"""Names are masked where they stand: one ＊ for each of their characters, so that every other character keeps its place."""

from collections.abc import Collection, Iterator

from loaders.japanese.cleaning import MASK, Stretch
from loaders.people.persons import Span
from loaders.people.possible_names import GAP


def places_of(stretch: Stretch, name: Span) -> Iterator[int]:
    """Where the characters of a name stand in the raw line; the space within it is none."""
    for character, (start, end) in zip(stretch.text[slice(*name)], stretch.places[slice(*name)], strict=True):
        if character not in GAP:
            yield from range(start, end)


def hidden(raw: str, places: Collection[int]) -> str:
    """The text with ＊ at these places."""
    return "".join(MASK if index in places else character for index, character in enumerate(raw)) if places else raw
