"""What the figures of a network mean."""

import pytest

from api.figures_explained import figures_explained
from api.wording import messages
from graph.metrics.of_network.figures import FIGURES


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_figure_is_explained(language: str) -> None:
    """Each by a name and a sentence of its own."""
    found = figures_explained(messages(language))

    assert len({name for name, _ in found}) == len({meaning for _, meaning in found}) == len(found) == len(FIGURES)
    assert all(meaning.endswith(("。", ".", "。)")) for _, meaning in found)
