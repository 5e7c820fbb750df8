"""What is kept is what was read under the same revision, and not more than there is room for."""

from collections.abc import Callable
from typing import Any

import pytest

from graph import memory as kept
from graph.memory import Memory, as_key


def counting(found: Any) -> tuple[Callable[[], Any], list[int]]:
    """A reading that counts how often it is done."""
    times: list[int] = []

    def read() -> Any:
        times.append(1)
        return found

    return read, times


def test_what_was_read_is_not_read_again_until_something_is_written() -> None:
    """The same key under the same revision is read once; under another it is read anew."""
    # Arrange
    memory = Memory()
    read, times = counting([{"name": "いろは会"}])

    # Act
    first, second = (memory.rows("one", "key", read) for _ in range(2))
    after = memory.rows("two", "key", read)

    # Assert
    assert first == second == after
    assert len(times) == 2


def test_without_a_revision_nothing_is_kept() -> None:
    """A database that tells no revision is read each time."""
    # Arrange
    memory = Memory()
    read, times = counting([])

    # Act
    for _ in range(3):
        memory.of(None, "key", read)

    # Assert
    assert len(times) == 3


def test_a_row_that_is_added_to_is_not_added_to_for_others() -> None:
    """Whoever asked may put something into a row of theirs."""
    # Arrange
    memory = Memory()
    read, _ = counting([{"name": "いろは会"}])

    # Act
    memory.rows("one", "key", read)[0]["more"] = 1

    # Assert
    assert memory.rows("one", "key", read) == [{"name": "いろは会"}]


def test_what_was_not_asked_for_longest_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is room for so many answers; what is asked for stays."""
    # Arrange
    monkeypatch.setattr(kept, "MOST", 2)
    memory = Memory()
    reads = {key: counting([key]) for key in "abc"}

    # Act
    for key in ("a", "b", "a", "c", "a", "b"):
        memory.of("one", key, reads[key][0])

    # Assert
    assert {key: len(times) for key, (_, times) in reads.items()} == {"a": 1, "b": 2, "c": 1}


def test_an_answer_that_is_too_large_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """One answer of a whole country does not drive out all others."""
    # Arrange
    monkeypatch.setattr(kept, "LARGEST", 1)
    memory = Memory()
    read, times = counting([1, 2])

    # Act
    for _ in range(2):
        memory.of("one", "key", read)

    # Assert
    assert len(times) == 2


def test_keys_differ_where_values_differ() -> None:
    """Lists, maps and sets of parameters become keys; what is different in them is a different key."""
    assert as_key({"a": [1, 2], "b": {"c": {3}}}) == as_key({"a": [1, 2], "b": {"c": {3}}})
    assert as_key({"a": [1, 2]}) != as_key({"a": [2, 1]})
