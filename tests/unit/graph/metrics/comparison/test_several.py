"""Holm's correction."""

import pytest

from graph.metrics.comparison.several import holm


def test_by_hand() -> None:
    """The example of the textbooks: the order of those given stays, and no corrected value falls below an earlier one."""
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert holm([0.9, 0.8]) == [1.0, 1.0]
    assert holm([0.02]) == [0.02]
    assert holm([]) == []
