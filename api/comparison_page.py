"""What the page of a comparison shows beside its tables: drawings, and every figure with the words that explain it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from api.region_comparison import figure_lines, seeded, turns
from graph.messages import Messages
from graph.taxonomy.sectors import sectors
from visualizations.chart.forest import Line, Panel, forest_of
from visualizations.chart.svg import svg_of

Comparison = Mapping[str, Any]
DRAWN = ("mean_degree", "share_without_ties", "share_in_largest", "log_odds_within", "categories", "categories_per_10_000")
"""Figures of the small multiples: those that lead."""
PER_PEOPLE = "categories_per_10_000"
SHARES = ("share_without_ties", "share_in_largest", "verified")
WITH_ERRORS = ("mean_degree",)
"""Figures of which the forest shows the interval as it is; the others stand by what chance gives."""
COMPARED_WITH: Mapping[str, float] = {"log_odds_within": 0.0}


@dataclass(frozen=True)
class FigureRow:
    """One figure of all regions."""

    name: str
    explained: str
    values: Sequence[str]


def figure_rows(found: Comparison, texts: Messages) -> list[FigureRow]:
    """Every figure that may stand beside another region's, in words."""
    lines = [dict(figure_lines(region)) for region in found["regions"]]
    return [
        FigureRow(
            texts(f"comparison.figure.{name}"), texts(f"comparison.explained.{name}"), [worded(name, one[name], texts) for one in lines]
        )
        for name in lines[0]
    ]


def chance_rows(found: Comparison, texts: Messages) -> list[FigureRow]:
    """Every figure that stands by what chance gives; empty where nothing is tested."""
    regions = found["regions"]
    names = list(dict.fromkeys(name for region in regions for name in region["against_chance"]))
    return [
        FigureRow(
            texts(f"comparison.figure.{name}"),
            texts(f"comparison.explained.{name}"),
            [_chance(region["against_chance"].get(name), texts) for region in regions],
        )
        for name in names
    ]


def source_rows(found: Comparison, texts: Messages) -> list[FigureRow]:
    """Figures for the same number of sources in all regions, and with the error of leaving out single sources."""
    regions = found["regions"]
    rarefied = [region["rarefied"] for region in regions]
    names = next((list(one["figures"]) for one in rarefied if one), [])
    return [FigureRow(texts(f"comparison.figure.{name}"), "", [_by_sources(name, region, texts) for region in regions]) for name in names]


def loss_rows(found: Comparison, texts: Messages) -> list[FigureRow]:
    """Figures with 10, 20 and 30 % of the bodies removed, by chance and those with most ties first."""
    regions = found["regions"]
    tested = [region for region in regions if region["losses"]]
    rows = []
    for name in tested[0]["losses"] if tested else ():
        for way in ("random", "degree"):
            values = [_losses(name, [one for one in region["losses"].get(name, ()) if one["way"] == way], texts) for region in regions]
            removed = texts("in_brackets", text=texts(f"comparison.removed.{way}"))
            rows.append(FigureRow(texts(f"comparison.figure.{name}") + removed, "", values))
    return rows


def sector_rows(region: Mapping[str, Any], texts: Messages) -> list[tuple[str, int, list[int | None]]]:
    """The mixing matrix of a region: name of a sector, its bodies, and the ties with each sector up to itself."""
    of = region["sectors"]
    known = {frozenset((one["a"], one["b"])): one["ties"] for one in of["ties"]}
    codes = [code for code in sectors().by_code if code in of["bodies"]]
    return [
        (
            sectors().by_code[code].worded(texts.language),
            of["bodies"][code],
            [known[frozenset((code, other))] if place <= row else None for place, other in enumerate(codes)],
        )
        for row, code in enumerate(codes)
    ]


def flags(found: Comparison, texts: Messages) -> list[str]:
    """Findings that turn round when bodies are missing, in words."""
    within = [
        (f"{region['area']} {texts(f'comparison.figure.{name}')}", one)
        for region in found["regions"]
        for name, one in region["against_chance"].items()
        if one
    ]
    between = [
        (texts("comparison.difference", figure=texts(f"comparison.figure.{pair['figure']}"), a=pair["a"], b=pair["b"]), pair)
        for pair in found["pairs"]
    ]
    return [
        texts("comparison.turns_round", what=what, cases=turns(one["turns_round"], texts))
        for what, one in (*within, *between)
        if one["turns_round"]
    ]


def multiples(found: Comparison, texts: Messages) -> Markup:
    """The leading figures, a panel each."""
    lines = [(region["area"], dict(figure_lines(region))) for region in found["regions"]]
    panels = [
        Panel(
            texts(f"comparison.figure.{name}"),
            [Line(area, of[name], told=worded(name, of[name], texts)) for area, of in lines],
            at=COMPARED_WITH.get(name),
        )
        for name in DRAWN
        if any(of[name] is not None for _, of in lines)
    ]
    return svg_of(forest_of(panels), described=texts("comparison.multiples_described"))


def forest(found: Comparison, texts: Messages) -> Markup | None:
    """What is tested: intervals, and figures by what chance gives; None where no region is tested."""
    regions = found["regions"]
    if not any(region["against_chance"] for region in regions):
        return None
    panels = [Panel(texts(f"comparison.figure.{name}"), [_interval(region, name, texts) for region in regions]) for name in WITH_ERRORS]
    names = dict.fromkeys(name for region in regions for name in region["against_chance"])
    panels += [
        Panel(texts(f"comparison.figure.{name}"), [_ratio(region, region["against_chance"].get(name), texts) for region in regions], at=1.0)
        for name in names
    ]
    return svg_of(forest_of(panels), described=texts("comparison.forest_described"))


def e_i(region: Mapping[str, Any], texts: Messages) -> str:
    """The E-I index of a region beside what the sizes of its sectors give, in words; empty where it is not defined."""
    of = region["sectors"]
    if of["e_i"] is None:
        return ""
    told = texts("comparison.e_i_told", found=of["e_i"], expected=of["expected_e_i"])
    return told if of["p"] is None else told + texts("comparison.e_i_tested", p=of["p"])


def about(found: Comparison, texts: Messages) -> list[str]:
    """By which method the figures were made, and what makes them come again."""
    return [found["method"], seeded(found, texts)]


def worded(name: str, value: float | None, texts: Messages) -> str:
    """A figure as it stands on the page; of what nobody can tell, that."""
    if value is None:
        return texts("comparison.not_known" if name == PER_PEOPLE else "comparison.not_told")
    return f"{value:.0%}" if name in SHARES else f"{value:.3g}"


def _chance(one: Mapping[str, Any] | None, texts: Messages) -> str:
    if one is None:
        return texts("comparison.not_tested")
    ratio = one["observed_by_expected"]
    told = "—" if ratio is None else f"{ratio:.2f}"
    return texts(
        "comparison.ratio", ratio=told, percentile=one["percentile"], p=one["p_holm"], verdict=texts(f"comparison.verdict.{one['verdict']}")
    )


def _by_sources(name: str, region: Mapping[str, Any], texts: Messages) -> str:
    fewer, left_out = region["rarefied"], (region["jackknife"] or {}).get("figures", {}).get(name)
    if not fewer or not fewer["figures"][name]:
        return texts("comparison.not_told")
    one = fewer["figures"][name]
    told = worded(name, one["mean"], texts)
    if fewer["to"] < fewer["of"]:
        told = texts("comparison.between", value=told, low=worded(name, one["lowest"], texts), high=worded(name, one["highest"], texts))
    if left_out:
        low, high = (_within(name, left_out[end]) for end in ("low", "high"))
        told += texts("comparison.left_out", low=worded(name, low, texts), high=worded(name, high, texts))
    return told


def _within(name: str, value: float) -> float:
    """A share is shown as one: an interval may reach beyond it."""
    return min(1.0, max(0.0, value)) if name in SHARES else value


def _losses(name: str, found: Sequence[Mapping[str, Any]], texts: Messages) -> str:
    return texts("comparison.then").join(worded(name, one["mean"], texts) for one in found) or texts("comparison.not_tested")


def _interval(region: Mapping[str, Any], name: str, texts: Messages) -> Line:
    value, one = region["figures"][name], region["estimates"].get(name)
    return Line(region["area"], value, one and one["low"], one and one["high"], told=worded(name, value, texts))


def _ratio(region: Mapping[str, Any], one: Mapping[str, Any] | None, texts: Messages) -> Line:
    if one is None or one["observed_by_expected"] is None:
        return Line(region["area"], None, told=texts("comparison.not_tested"))
    ratio = one["observed_by_expected"]
    return Line(region["area"], ratio, chance_low=one["chance_low"], chance_high=one["chance_high"], told=f"{ratio:.2f}")
