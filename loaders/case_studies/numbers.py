"""Numbers as texts print them: with commas, and only such as a count or an amount can be."""

import math

LARGEST = 1e15
"""More than any amount in yen or number of people; a longer row of figures is no number of anything."""


def number_in(digits: str, scale: int = 1) -> float | None:
    """The value of some figures; None for what is no number (1.2.3) or too large to be one.

    Args:
        digits: figures with commas and a point.
        scale: what one of them stands for: 10,000 for 万.
    """
    try:
        value = float(digits.replace(",", "")) * scale
    except ValueError:
        return None
    return value if math.isfinite(value) and abs(value) <= LARGEST else None
