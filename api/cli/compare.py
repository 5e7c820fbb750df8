"""`tsunagu compare`: the networks of regions, described always and tested only where that may be."""

import os
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any

import typer

from api.cli.audience import USUAL, AudienceOption
from api.cli.deciding import Json
from api.cli.opening import open_prepared
from api.cli.output import current_settings, document, line, texts
from api.region_comparison import compared, figure_lines, seeded, turns
from api.region_differences import differences_told, for_program
from graph.comparing import DRAWS, MOST_DRAWS, SEED
from graph.executors import executor
from graph.messages import Messages
from graph.reading import Reader

HELP = """地域どうしのつながりを比べます。団体が20に満たない地域や、資料の少ない地域は、比べずに理由を示します。

例: tsunagu compare 伊賀市 高根沢町"""


class Given(StrEnum):
    """What random networks have in common with the observed one."""

    ties = "ties"
    dyads = "dyads"
    degrees = "degrees"


Workers = Annotated[int, typer.Option(min=1, max=os.cpu_count() or 1, help="同時に使うプロセスの数。結果は変わりません。")]


def compare(
    areas: Annotated[list[str], typer.Argument(metavar="AREA...", help="区域の名前か団体コード。二つ以上。")],
    seed: Annotated[int, typer.Option(min=0, help="乱数の種。同じ種なら同じ結果になります。")] = SEED,
    draws: Annotated[int, typer.Option(min=1, max=MOST_DRAWS, help="比べる偶然のつながりの数")] = DRAWS,
    given: Annotated[
        Given, typer.Option(help="偶然の図でそろえるもの: ties 団体とつながりの数、dyads つながった組の数、degrees 各団体のつながりの数")
    ] = Given.ties,
    differences: Annotated[bool, typer.Option("--differences", help="一方にだけ記載が見つかるものも、もとの文とともに示します。")] = False,
    anonymous: Annotated[bool, typer.Option("--anonymous", help="はじめの地域のほかは、名前を出しません。")] = False,
    workers: Workers = 1,
    audience: AudienceOption = USUAL,
    json: Json = False,
) -> None:
    """Compare regions."""
    settings = current_settings()
    words = texts(settings)
    with open_prepared(settings) as graph, executor(workers=workers) as machines:
        reader = Reader(graph, audience=audience)
        chance = {"seed": seed, "draws": draws}
        found = compared(reader, areas, words, **chance, given=given.value, anonymous=anonymous, across=machines)
        if differences and not anonymous:
            found["differences"] = for_program(differences_told(reader, areas, words), words)
    if json:
        document(found)
        return
    for region in found["regions"]:
        _print(region, found["given"], words)
    for pair in found["pairs"]:
        figure = words(f"comparison.figure.{pair['figure']}")
        told = {"z": "—" if pair["z"] is None else f"{pair['z']:.2f}"}
        line(words("comparison.pair", **{**pair, **told, "figure": figure}))
        _print_turns(figure, pair, words)
    for pair in found["refused"]:
        line(words("comparison.pair_refused", **{**pair, "reasons": " ".join(one["text"] for one in pair["reasons"])}))
    _print_differences(found.get("differences", {}), words)
    line()
    line(found["method"])
    line(seeded(found, words))


def _print(region: Mapping[str, Any], given: str, words: Messages) -> None:
    line(words("comparison.heading", area=region["area"]))
    days = words("comparison.days", oldest=region["oldest"] or words("not_stated"), newest=region["newest"] or words("not_stated"))
    line(words("comparison.sources", count=len(region["sources"]), days=days))
    for name, value in figure_lines(region):
        told = words("comparison.not_told") if value is None else f"{value:.4g}"
        line(words("comparison.line", figure=words(f"comparison.figure.{name}"), value=told))
    for name, one in region["against_chance"].items():
        if one:
            figure, ratio = words(f"comparison.figure.{name}"), one["observed_by_expected"]
            known = {"figure": figure, "given": words(f"comparison.given.{given}"), "ratio": "—" if ratio is None else f"{ratio:.2f}"}
            line(words("comparison.chance", **{**one, **known}))
            _print_turns(figure, one, words)
    for one in region["reasons"]:
        line(words("comparison.refused", reason=one["text"]))
    if region["jackknife"] and region["jackknife"]["reason"]:
        line(words("comparison.refused", reason=region["jackknife"]["reason"]["text"]))
    line()


def _print_turns(what: str, one: Mapping[str, Any], words: Messages) -> None:
    if one["turns_round"]:
        line(words("comparison.turns_round", what=what, cases=turns(one["turns_round"], words)))


def _print_differences(found: Mapping[str, list[dict[str, Any]]], words: Messages) -> None:
    for kind, rows in found.items():
        line()
        line(words("comparison.heading", area=words(f"differences.{kind}")))
        for row in rows:
            there = words("and").join(words("differences.line_found", **{**one, "quote": _quoted(one, words)}) for one in row["found"])
            missing = words("and").join(f"{one['area']} {one['told']}" for one in row["missing"])
            line(words("differences.line", what=row["what"], found=there, missing=missing))


def _quoted(one: Mapping[str, Any], words: Messages) -> str:
    """The first sentence of an example."""
    if not one["sentences"]:
        return ""
    said = one["sentences"][0]
    return words("differences.quote", **{**said, "place": f" {said['place']}" if said["place"] else ""})
