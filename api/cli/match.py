"""`tsunagu match`: what answers a need of an area, and who could start something."""

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from api.cli.audience import USUAL, AudienceOption
from api.cli.opening import open_prepared
from api.cli.output import current_settings, document, line, texts
from api.matching import matched
from graph.messages import Messages
from graph.reading import Reader
from graph.taxonomy import taxonomy

HELP = """あるニーズに応えているサービス（地元・市全体・となり・計画中）と、始められそうな団体、ほかの地域の例を示します。

例: tsunagu match N_SHOP --area 伊賀市

例: tsunagu match 買い物が困難 --area 伊賀市 --json"""


def match(
    need: Annotated[str, typer.Argument(help="ニーズの符号（N_SHOP など）か、その言葉")],
    area: Annotated[str, typer.Option(help="地区か市町村の名前、または団体コード。")],
    json: Annotated[bool, typer.Option("--json", help="JSONで出力します。")] = False,
    audience: AudienceOption = USUAL,
) -> None:
    """Match a need of an area."""
    settings = current_settings()
    words = texts(settings)
    with open_prepared(settings) as graph:
        found = matched(Reader(graph, audience=audience), need, area=area)
    if json:
        document(found)
    else:
        _print(found, words)


def _print(found: Mapping[str, Any], words: Messages) -> None:
    need = getattr(taxonomy().need_categories[found["need"]], words.language)
    line(words("match.heading", area=found["area"]["name"], need=need))
    if not found["stated"]:
        line(words("match.not_stated"))
    answers(found["answers"], words)
    for one in found["planned"]:
        line(words("match.planned", service=one["service"], providers=_named(one["providers"], words)))
    for one in found["suppliers"]:
        line(words("match.supplier", ties=one["ties"], name=one["name"], service=one["service"], through=words("and").join(one["through"])))
    starters(found["starters"], words)
    precedents(found["precedents"], words)
    line(words("match.caution"))


def answers(rows: list[Mapping[str, Any]], words: Messages) -> None:
    """Services that answer, by where they are."""
    if not rows:
        line(words("match.no_answer"))
    for one in rows:
        strength = words(f"match.strength.{'stated' if one['stated'] else one['strength']}")
        where = words(f"match.place.{one['place']}", area=one["area"])
        line(words("match.answer", where=where, service=one["service"], providers=_named(one["providers"], words), strength=strength))


def starters(rows: list[Mapping[str, Any]], words: Messages) -> None:
    """Bodies that could start something, each with its reasons in words."""
    for one in rows:
        told = [words(f"match.reason.{why['reason']}", about=words("and").join(why["about"])) for why in one["reasons"]]
        line(words("match.starter", name=one["name"], reasons=words("match.between").join(told)))


def precedents(rows: list[Mapping[str, Any]], words: Messages) -> None:
    """What other regions do, with the sentence."""
    for one in rows:
        likeness = words(f"match.likeness.{one['likeness']}")
        line(words("match.precedent", region=one["region"], service=one["service"], likeness=likeness))
        for said in one["quotes"]:
            line(words("match.quote", quote=" ".join(said["quote"].split()), source=said["source"]))


def _named(providers: list[Mapping[str, Any]], words: Messages) -> str:
    return words("and").join(one["name"] for one in providers) or words("none_recorded")
