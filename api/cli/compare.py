"""`tsunagu compare`: the networks of regions, described always and tested only where that may be."""

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from api.cli.audience import USUAL, AudienceOption
from api.cli.deciding import Json
from api.cli.opening import open_prepared
from api.cli.output import current_settings, document, line, texts
from api.region_comparison import DRAWS, SEED, compared
from graph.messages import Messages
from graph.reading import Reader

HELP = """地域どうしのつながりを比べます。団体が20に満たない地域や、資料の少ない地域は、比べずに理由を示します。

例: tsunagu compare 伊賀市 高根沢町"""
MOST_DRAWS = 100_000


def compare(
    areas: Annotated[list[str], typer.Argument(metavar="AREA...", help="区域の名前か団体コード。二つ以上。")],
    seed: Annotated[int, typer.Option(min=0, help="乱数の種。同じ種なら同じ結果になります。")] = SEED,
    draws: Annotated[int, typer.Option(min=1, max=MOST_DRAWS, help="比べる偶然のつながりの数")] = DRAWS,
    audience: AudienceOption = USUAL,
    json: Json = False,
) -> None:
    """Compare regions."""
    settings = current_settings()
    words = texts(settings)
    with open_prepared(settings) as graph:
        found = compared(Reader(graph, audience=audience), areas, words, seed=seed, draws=draws)
    if json:
        document(found)
        return
    for region in found["regions"]:
        _print(region, words)
    for pair in found["pairs"]:
        figure = words(f"comparison.figure.{pair['figure']}")
        told = {"z": "—" if pair["z"] is None else f"{pair['z']:.2f}"}
        line(words("comparison.pair", **{**pair, **told, "figure": figure}))
    line()
    line(found["method"])


def _print(region: Mapping[str, Any], words: Messages) -> None:
    line(words("comparison.heading", area=region["area"]))
    days = words("comparison.days", oldest=region["oldest"] or words("not_stated"), newest=region["newest"] or words("not_stated"))
    line(words("comparison.sources", count=len(region["sources"]), days=days))
    for name, value in region["figures"].items():
        told = words("comparison.not_told") if value is None else f"{value:.4g}"
        line(words("comparison.line", figure=words(f"comparison.figure.{name}"), value=told))
    for name, one in region["against_chance"].items():
        if one:
            line(words("comparison.chance", figure=words(f"comparison.figure.{name}"), percentile=one["percentile"], p=one["p"]))
    for one in region["reasons"]:
        line(words("comparison.refused", reason=one["text"]))
    line()
