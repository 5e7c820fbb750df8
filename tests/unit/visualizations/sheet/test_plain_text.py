"""Texts as they may stand on a sheet."""

import pytest

from tests.unit.visualizations.sheet.hostile_names import SEEN, UNSEEN
from visualizations.sheet.plain_text import plain, plain_throughout


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("髙﨑㈱𠮷", "髙﨑㈱𠮷"),
        (UNSEEN, SEEN),
        ("辻\U000e0100の会", "辻\U000e0100の会"),
        ("東\n西\t南", "東 西 南"),
        ("東　西", "東　西"),
        ("", ""),
    ],
)
def test_only_what_is_seen_is_kept(text: str, kept: str) -> None:
    """Bidi, zero-width and control characters go, breaks are spaces, a variant of a character stays."""
    assert plain(text) == kept


def test_every_text_within_is_made_plain() -> None:
    """Lists and maps within each other; numbers and nothing stay."""
    assert plain_throughout({"a": [UNSEEN, 1, None, ({"b": "x\x00"},)]}) == {"a": [SEEN, 1, None, [{"b": "x"}]]}
