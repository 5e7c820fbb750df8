"""`tsunagu between`: the network of an area on two days."""

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from api.between_days import days_compared, withholds
from api.cli.audience import USUAL, AudienceOption
from api.cli.deciding import Json
from api.cli.opening import open_prepared
from api.cli.output import current_settings, document, line, texts
from api.what_if import figure_in_words, number_in_words
from graph.comparing import DRAWS, MOST_DRAWS, SEED
from graph.days import day_given
from graph.messages import Messages
from graph.reading import Reader

HELP = """一つの地域のつながりを、二つの日の記録で比べます。加わったもの、なくなったもの、偶然とは言えないほど動いた値を示します。

例: tsunagu between 伊賀市 2026-04-01 2026-10-01"""


def between(
    area: Annotated[str, typer.Argument(metavar="AREA", help="区域の名前か団体コード")],
    first: Annotated[str, typer.Argument(metavar="DAY", help="はじめの日（2026-04-01）。その日が終わったときの記録。")],
    second: Annotated[str | None, typer.Argument(metavar="[DAY]", help="あとの日。省くと今日。")] = None,
    seed: Annotated[int, typer.Option(min=0, help="乱数の種。同じ種なら同じ結果になります。")] = SEED,
    draws: Annotated[int, typer.Option(min=1, max=MOST_DRAWS, help="二つの日を入れ替えてみる回数")] = DRAWS,
    audience: AudienceOption = USUAL,
    json: Json = False,
) -> None:
    """Compare two days."""
    settings = current_settings()
    words = texts(settings)
    days = (day_given("DAY", first), day_given("DAY", second))
    with open_prepared(settings) as graph:
        found = days_compared(Reader(graph, audience=audience), area, days, words, seed=seed, draws=draws)
    if json:
        document(found)
        return
    _print(found, words)


def _print(found: Mapping[str, Any], words: Messages) -> None:
    line(words("between_days.heading", area=found["area"], first=found["first"], second=found["second"]))
    for change in ("came", "went"):
        for one in found["bodies"][change]:
            line(words(f"between_days.body_{change}", name=one["name"], day=one["happened_on"] or words("not_stated")))
        for one in found["ties"][change]:
            line(words(f"between_days.tie_{change}", a=one["a"], b=one["b"], day=one["happened_on"] or words("not_stated")))
    for one in found["figures"]:
        values = {day: number_in_words(one[day], words, withheld=withholds(found)) for day in ("first", "second")}
        line(words("between_days.line", figure=figure_in_words(one["figure"], words), **values))
        if tested := one["tested"]:
            key = "between_days.beyond" if tested["beyond_chance"] else "between_days.within"
            line(words(key, p=tested["p"], p_holm=tested["p_holm"]))
    for one in found["reasons"]:
        line(words("comparison.refused", reason=one["text"]))
    line()
    line(found["method"])
