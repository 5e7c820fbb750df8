"""Regions compared, as the command line and the API give it out: the figures of `graph.comparing`, with the words put in."""

from collections.abc import Iterable, Mapping
from concurrent.futures import Executor
from typing import Any

from graph import comparing
from graph.comparing import DRAWS, MOST, SEED
from graph.messages import Messages
from graph.metrics.comparison.conditional import GIVEN
from graph.reading import Reader

__all__ = ["DRAWS", "GIVEN", "MOST", "SEED", "compared", "figure_lines", "seeded", "turns"]


def compared(
    reader: Reader,
    areas: list[str],
    texts: Messages,
    *,
    seed: int = SEED,
    draws: int = DRAWS,
    given: str = GIVEN[0],
    anonymous: bool = False,
    across: Executor | None = None,
) -> dict[str, Any]:
    """Compare regions.

    Args:
        reader: asks on behalf of an audience.
        areas: names, codes or ids.
        texts: the words of the reasons and of the method.
        seed: the same seed gives the same numbers.
        draws: random networks a test.
        given: what random networks have in common with the observed one.
        anonymous: whether only the first region is named.
        across: where random networks are made; None is here.

    Returns:
        What `graph.comparing.compared` gives, each reason with its `code` and `text`, and the `method`.

    Raises:
        QueryMisused: too few or too many regions, an area is not known, or its name means several.
    """

    def computed() -> dict[str, Any]:
        return comparing.compared(comparing.regions_to_compare(reader, areas), seed=seed, draws=draws, given=given, across=across)

    found = reader.kept(("compared", tuple(areas), seed, draws, given), computed)
    found = comparing.anonymous(found) if anonymous else found
    return found | {
        "regions": [_region(region, texts) for region in found["regions"]],
        "refused": [pair | {"reasons": _worded(pair["reasons"], texts)} for pair in found["refused"]],
        "method": texts("comparison.method", given=texts(f"comparison.given.{given}")),
    }


def figure_lines(region: Mapping[str, Any]) -> list[tuple[str, float | None]]:
    """Name and value of every figure that may stand beside another region's as it is, the leading ones first."""
    figures, of, categories = region["figures"], region["sectors"] or {}, region["categories"] or {}
    return [
        *((name, figures[name]) for name in ("bodies", "ties")),
        ("covered", region["covered"]),
        *((name, figures[name]) for name in ("mean_degree", "share_without_ties", "share_in_largest")),
        ("log_odds_within", of.get("log_odds_within")),
        ("categories", categories.get("count")),
        ("categories_per_10_000", categories.get("per_10_000")),
        *((name, value) for name, value in figures.items() if name in {"components", "articulation_points"}),
        ("verified", region["verified"]),
    ]


def turns(found: Iterable[Mapping[str, Any]], texts: Messages) -> str:
    """The cases in which a finding turns round, in words."""
    return texts("and").join(texts(f"comparison.turns_round.{one['way']}", share=one["share"], in_=one["in"]) for one in found)


def seeded(found: Mapping[str, Any], texts: Messages) -> str:
    """Seed, draws and versions, in words: with these the same numbers come again."""
    versions = texts("and").join(f"{name} {number}" for name, number in found["versions"].items())
    return texts("comparison.seeded", seed=found["seed"], draws=found["draws"], sectors=found["sectors"], versions=versions)


def _region(region: Mapping[str, Any], texts: Messages) -> dict[str, Any]:
    told = {**region, "reasons": _worded(region["reasons"], texts)}
    if told["jackknife"]:
        code = told["jackknife"]["reason"]
        told["jackknife"] = told["jackknife"] | {"reason": _worded([code], texts)[0] if code else None}
    return told


def _worded(codes: Iterable[str], texts: Messages) -> list[dict[str, str]]:
    return [{"code": code, "text": texts(f"comparison.reason.{code}")} for code in codes]
