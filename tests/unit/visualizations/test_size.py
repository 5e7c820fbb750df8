"""How much one picture may hold."""

import pytest

from graph.errors import ViewTooLarge
from graph.messages import LANGUAGES, Messages
from tests.unit.visualizations.pictures import large
from visualizations.size import HIGHEST_LIMIT, refuse_if_too_large


def is_refused(nodes: int, limit: int) -> bool:
    try:
        refuse_if_too_large(large(nodes), limit)
    except ViewTooLarge:
        return True
    return False


def test_a_picture_at_the_limit_is_taken() -> None:
    """The limit itself is allowed."""
    assert not is_refused(5, 5)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_advice_names_the_ways_out(language: str) -> None:
    """Area, kind and --limit are named, with the numbers."""
    with pytest.raises(ViewTooLarge) as refused:
        refuse_if_too_large(large(6), 5)

    words = Messages(("visualizations",), language)
    assert "6" in words.what_happened(refused.value)
    assert all(part in words.what_to_do(refused.value) for part in ("--area", "--limit 6", "3000"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_above_the_highest_limit_no_limit_helps(language: str) -> None:
    """Whoever asks for more than a browser can bear is not told to raise the limit."""
    with pytest.raises(ViewTooLarge) as refused:
        refuse_if_too_large(large(HIGHEST_LIMIT + 1), 10_000)

    advice = Messages(("visualizations",), language).what_to_do(refused.value)
    assert "--area" in advice
    assert "--limit" not in advice
