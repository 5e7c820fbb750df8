"""What a long run has done, in a file."""

from pathlib import Path

import pytest

from graph.errors import QueryMisused
from graph.metrics.comparison.kept import Kept

TERMS = {"seed": 1, "draws": 10}
ONE = {"name": "a", "digest": "1", "title": "いろは市"}


def filled(file: Path) -> bytes:
    with Kept(file, TERMS) as kept:
        kept.add(ONE)
        kept.add(ONE | {"name": "b"})
    return file.read_bytes()


def test_what_is_kept_is_found_again_and_only_for_the_same_network(tmp_path: Path) -> None:
    """By name and digest; the last line of a name counts."""
    file = tmp_path / "kept.jsonl"
    filled(file)

    with Kept(file, TERMS) as kept:
        assert kept.of("a", "1") == ONE
        assert (kept.of("a", "2"), kept.of("c", "1")) == (None, None)
        kept.add(ONE | {"digest": "2"})

    with Kept(file, TERMS) as kept:
        assert (kept.of("a", "1"), kept.of("a", "2")) == (None, ONE | {"digest": "2"})


def test_any_end_of_the_file_is_gone_on_from(tmp_path: Path) -> None:
    """Cut at every byte, as where a program is killed while it writes: whole lines count, and what follows is whole again."""
    whole = filled(tmp_path / "whole.jsonl")
    for length in range(len(whole)):
        file = tmp_path / "cut.jsonl"
        file.write_bytes(whole[:length])
        with Kept(file, TERMS) as kept:
            kept.add(ONE)

        content = file.read_bytes()
        lines = max(1, whole[:length].count(b"\n"))
        assert content.startswith(b"".join(whole.splitlines(keepends=True)[:lines]))
        assert content.count(b"\n") == lines + 1


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"name,digest\n", "kept_is_another_file"),
        (b"a letter without an end", "kept_is_another_file"),
        (b"\xff\xfe\x00", "kept_is_another_file"),
        (b'["tsunagu-compared/2"]\n', "kept_is_another_file"),
        (b'{"format": "another/1"}\n', "kept_is_another_file"),
        (b'{"format": "tsunagu-compared/2", "seed": 2, "draws": 10}\n', "kept_on_other_terms"),
        (b'{"format": "tsunagu-compared/2", "seed": 1, "draws": 10}\n{broken}\n', "kept_is_damaged"),
        (b'{"format": "tsunagu-compared/2", "seed": 1, "draws": 10}\n{"name": "a"}\n', "kept_is_damaged"),
        (b'{"format": "tsunagu-compared/2", "seed": 1, "draws": 10}\n[]\n{"na', "kept_is_damaged"),
    ],
)
def test_another_file_is_left_as_it_is(tmp_path: Path, content: bytes, key: str) -> None:
    """Refused with the reason; not a byte of it changes."""
    file = tmp_path / "other.jsonl"
    file.write_bytes(content)

    with pytest.raises(QueryMisused) as refused, Kept(file, TERMS):
        pass

    assert refused.value.key == key
    assert file.read_bytes() == content


def test_other_terms_are_named(tmp_path: Path) -> None:
    """So that the user sees which to put right."""
    file = tmp_path / "kept.jsonl"
    filled(file)

    with pytest.raises(QueryMisused) as refused, Kept(file, {"seed": 1, "draws": 20, "given": "degrees"}):
        pass

    assert refused.value.values == {"file": "kept.jsonl", "terms": "draws, given"}


def test_nothing_is_kept_without_a_file() -> None:
    """A run may be forgotten."""
    with Kept(None, TERMS) as kept:
        kept.add(ONE)
        assert kept.of("a", "1") is None
