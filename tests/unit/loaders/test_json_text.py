"""JSON as files hold it."""

import pytest

from loaders.json_text import json_of


def test_a_text_is_read_with_and_without_mark() -> None:
    """Bytes and text; pairs of halves are one sign."""
    assert json_of('\ufeff{"a": "\\ud83d\\ude00"}'.encode()) == json_of('{"a": "😀"}') == {"a": "😀"}


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, '"\\ud800"', '{"\\udc00": 1}', b"\xff", "9" * 5_000])
def test_what_cannot_be_kept_is_no_json(text: str | bytes) -> None:
    """Cut short, too deep, half of a sign, no text, a number without end."""
    with pytest.raises(ValueError, match=r"(?s).*"):
        json_of(text)


def test_a_backslash_that_was_written_is_no_sign() -> None:
    r"""\\ud800 is a backslash and five letters."""
    assert json_of(r'"\\ud800"') == r"\ud800"
