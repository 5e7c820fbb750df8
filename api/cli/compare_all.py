"""`tsunagu compare-all`: every region with records, examined for itself; how the figures lie, without names."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from api.cli.audience import USUAL, AudienceOption
from api.cli.compare import Given, Workers
from api.cli.deciding import Json
from api.cli.opening import open_prepared
from api.cli.output import current_settings, document, line, progress_bar, texts
from api.peers import examinable, peers, regions_of_level
from graph.comparing import DRAWS, MOST_DRAWS, SEED
from graph.executors import executor
from graph.messages import Messages
from graph.metrics.comparison.kept import Kept
from graph.metrics.comparison.many import Terms, examine_all
from graph.reading import Reader

HELP = """記録のある地域をひとつずつ調べ、値がどのあたりにあるかを、名前を出さずに示します。

例: tsunagu compare-all --keep zenkoku.jsonl --workers 2

--keep のファイルには調べ終えた地域が1行ずつ残り、途中で止めても、同じ指示で続きから始まります。"""


class Level(StrEnum):
    """How wide the areas are that are examined."""

    prefecture = "prefecture"
    municipality = "municipality"
    ward = "ward"
    district = "district"


def compare_all(
    level: Annotated[Level, typer.Option(help="地域の広さ")] = Level.municipality,
    keep: Annotated[Path | None, typer.Option(dir_okay=False, help="調べ終えた地域を残すファイル（JSON Lines）")] = None,
    workers: Workers = 1,
    scheduler: Annotated[str | None, typer.Option(help="Dask のスケジューラのアドレス（tcp://…）")] = None,
    seed: Annotated[int, typer.Option(min=0, help="乱数の種。同じ種なら同じ結果になります。")] = SEED,
    draws: Annotated[int, typer.Option(min=1, max=MOST_DRAWS, help="比べる偶然のつながりの数")] = DRAWS,
    given: Annotated[Given, typer.Option(help="偶然の図でそろえるもの（compare と同じ）")] = Given.ties,
    audience: AudienceOption = USUAL,
    json: Json = False,
) -> None:
    """Examine every region with records."""
    settings = current_settings()
    words = texts(settings)
    terms = Terms(seed, draws, given.value)
    depends_on = {"seed": seed, "draws": draws, "given": given.value, "audience": audience, "level": level.value}
    with (
        open_prepared(settings) as graph,
        Kept(keep, depends_on) as kept,
        executor(workers=workers, scheduler=scheduler) as machines,
        progress_bar(words("peers.examining")) as progress,
    ):
        reader = Reader(graph, audience=audience)
        areas = regions_of_level(reader, level.value)
        regions = examinable(reader, areas)
        found = peers(examine_all(regions, terms, machines, kept, told=lambda done: progress(done, len(areas))))
    if json:
        document(found | {"seed": seed, "draws": draws, "given": given.value})
        return
    _print(found, words)


def _print(found: Mapping[str, Any], words: Messages) -> None:
    line(words("peers.regions", **{name: found[name] for name in ("regions", "tested")}))
    for code, regions in found["refused"].items():
        line(words("peers.refused", regions=regions, reason=words(f"comparison.reason.{code}")))
    for kind in ("figures", "against_chance"):
        if found[kind]:
            line()
            line(words(f"peers.{kind}"))
        for name, lie in found[kind].items():
            told = {key: f"{value:.4g}" for key, value in lie.items()}
            line(words("peers.lie", **told, figure=words(f"comparison.figure.{name}")))
