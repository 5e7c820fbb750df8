"""Items made one ahead of their use."""

import threading
from collections.abc import Iterator

import pytest

from graph.ahead import ahead


def test_items_come_in_their_order_and_all_of_them() -> None:
    """None is lost, nothing comes twice, also of none at all."""
    assert list(ahead(range(100))) == list(range(100))
    assert list(ahead([])) == []


def test_the_next_is_made_while_one_is_used() -> None:
    """While the first is in use, the second is made; never the third."""
    made: list[int] = []
    second = threading.Event()

    def items() -> Iterator[int]:
        for number in range(3):
            made.append(number)
            if number == 1:
                second.set()
            yield number

    coming = ahead(items())
    next(coming)
    assert second.wait(timeout=10)
    assert made == [0, 1]
    assert list(coming) == [1, 2]


def test_what_fails_while_an_item_is_made_fails_where_it_is_used() -> None:
    """The items before it have come."""

    def items() -> Iterator[int]:
        yield 1
        raise OSError("no room")

    coming = ahead(items())
    assert next(coming) == 1
    with pytest.raises(OSError, match="no room"):
        next(coming)
