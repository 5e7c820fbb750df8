"""`tsunagu what-if`: what changes to the network of an area would change, and the best introductions."""

from collections.abc import Mapping
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from api.cli.audience import USUAL, AudienceOption
from api.cli.deciding import Json
from api.cli.opening import open_prepared
from api.cli.output import current_settings, document, line, texts
from api.what_if import figure_in_words, in_pairs, number_in_words, what_if_shown
from graph.messages import Messages
from graph.metrics.introductions import OBJECTIVES
from graph.reading import Reader
from graph.trying_out import MOST_INTRODUCTIONS, Asked, try_out

HELP = """つながりや団体が増えたり減ったりしたら、地域のつながりの形がどう変わるかを試算します。記録には何も書き込みません。

引き合わせを探すときに広げるもの（--objective）: components まとまりをつなぐ、reachable_pairs たどれる組を増やす、within_two 間に入るのが
一団体までの組を増やす、effective_size 届く顔ぶれを広げる、needs 応える記載のあるニーズを届ける。

例: tsunagu what-if 伊賀市 --introduce 2

例: tsunagu what-if 伊賀市 --add-tie 団体A 団体B --remove-body 団体C"""


PAIRED = ("--add-tie", "--remove-tie")
"""Options that take two names."""


class WithPairs(TyperCommand):
    """A command some of whose options take two names and may be given several times, which Typer knows no way of declaring."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words of the command line."""
        return super().parse_args(ctx, one_by_one(args))


COMMAND_CLASS = WithPairs


def one_by_one(args: list[str]) -> list[str]:
    """Words of a command line, in which an option of two names stands before each of them."""
    found: list[str] = []
    waiting = [*args]
    while waiting:
        word = waiting.pop(0)
        found.append(word)
        if word in PAIRED and len(waiting) > 1 and not waiting[1].startswith("--"):
            found += [waiting.pop(0), word, waiting.pop(0)]
    return found


def objective_known(objective: str) -> str:
    """The objective, where there is such a one.

    Raises:
        BadParameter: there is none of that name.
    """
    if objective not in OBJECTIVES:
        raise typer.BadParameter(", ".join(OBJECTIVES))
    return objective


def what_if(
    area: Annotated[str, typer.Argument(metavar="AREA", help="区域の名前か団体コード")],
    add_tie: Annotated[list[str] | None, typer.Option(metavar="A B", help="結んでみる二つの団体（名前かID）")] = None,
    remove_tie: Annotated[list[str] | None, typer.Option(metavar="A B", help="外してみるつながりの両端")] = None,
    add_body: Annotated[list[str] | None, typer.Option(metavar="NAME", help="加えてみる団体の名前")] = None,
    remove_body: Annotated[list[str] | None, typer.Option(metavar="NAME", help="外してみる団体")] = None,
    introduce: Annotated[int, typer.Option(min=0, max=MOST_INTRODUCTIONS, help="いちばん広がる引き合わせを、この数まで探します。")] = 0,
    objective: Annotated[
        str,
        typer.Option(
            metavar="WHAT",
            callback=objective_known,
            help="何を広げたいか（上の五つから）",
        ),
    ] = OBJECTIVES[0],
    only_plausible: Annotated[bool, typer.Option("--only-plausible", help="共通点のある組だけから探します。")] = False,
    audience: AudienceOption = USUAL,
    json: Json = False,
) -> None:
    """Try changes out."""
    settings = current_settings()
    words = texts(settings)
    asked = Asked(
        add_ties=in_pairs("--add-tie", add_tie or []),
        remove_ties=in_pairs("--remove-tie", remove_tie or []),
        add_bodies=add_body or [],
        remove_bodies=remove_body or [],
        introduce=introduce,
        objective=objective,
        only_plausible=only_plausible,
    )
    with open_prepared(settings) as graph:
        reader = Reader(graph, audience=audience)
        found = what_if_shown(try_out(reader, area, asked), reader, words)
    if json:
        document(found)
        return
    _print(found, words)


def _print(found: Mapping[str, Any], words: Messages) -> None:
    line(words("what_if.heading", area=found["area"]))
    for note in found["notes"]:
        line(words("what_if.note", note=note["message"]))
    if found["notes"]:
        return
    for one in found["changes"]:
        line(words(f"what_if.change.{one['change']}", a=one["a"], b=one["b"]))
    if sought := found["introductions"]:
        line(words(f"what_if.found.{sought['method']}", count=len(sought["pairs"]), considered=sought["considered"]))
        line(words(f"what_if.value.{sought['objective']}", value=number_in_words(sought["value"], words)))
    for one in found["figures"]:
        values = {when: number_in_words(one[when], words) for when in ("before", "after")}
        key = "what_if.line" if one["changed"] else "what_if.unchanged"
        line(words(key, figure=figure_in_words(one["figure"], words), **values))
    for when, bodies in found["cut_points"].items():
        for one in bodies:
            line(words(f"what_if.cut_point.{when}", name=one["name"]))
    line()
    line(found["method"])
