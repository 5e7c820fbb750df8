"""Running text in lines."""

import pytest

from visualizations.sheet.wrapping import wrapped
from visualizations.wording import columns


@pytest.mark.parametrize("text", ["みほん市社会福祉協議会" * 9, "one two three " * 20, "x" * 300, "短い", ""])
def test_no_line_is_wider_than_its_room(text: str) -> None:
    """And nothing but spaces at breaks is lost."""
    lines = wrapped(text, width=300, size=12)

    assert all(columns(line) <= 300 / (12 * 0.54) + 2 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_no_line_begins_with_a_full_stop() -> None:
    """A mark that belongs to the word before it stays there."""
    assert wrapped("あ" * 4 + "。" + "い" * 3, width=52, size=12)[0].endswith("。")
