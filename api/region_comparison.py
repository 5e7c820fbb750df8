"""Regions compared, as the command line and the API give it out: the figures of `graph.comparing`, with the words put in."""

from typing import Any

from graph import comparing
from graph.comparing import DRAWS, MOST, SEED
from graph.messages import Messages
from graph.reading import Reader

__all__ = ["DRAWS", "MOST", "SEED", "compared"]


def compared(reader: Reader, areas: list[str], texts: Messages, *, seed: int = SEED, draws: int = DRAWS) -> dict[str, Any]:
    """Compare regions.

    Args:
        reader: asks on behalf of an audience.
        areas: names, codes or ids.
        texts: the words of the reasons and of the method.
        seed: the same seed gives the same numbers.
        draws: random networks a test.

    Returns:
        What `graph.comparing.compared` gives, each reason with its `code` and `text`, and the `method`.

    Raises:
        QueryMisused: too few or too many regions, an area is not known, or its name means several.
    """
    found = comparing.compared(comparing.regions_to_compare(reader, areas), seed=seed, draws=draws)
    regions = [region | {"reasons": [_worded(code, texts) for code in region["reasons"]]} for region in found["regions"]]
    return {**found, "regions": regions, "method": texts("comparison.method")}


def _worded(code: str, texts: Messages) -> dict[str, str]:
    return {"code": code, "text": texts(f"comparison.reason.{code}")}
