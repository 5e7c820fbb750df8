"""`tsunagu doubles`: names that may be one body, and deciding whether they are."""

from dataclasses import asdict
from typing import Annotated

import typer

from api.cli.deciding import DEFAULT_ROLE, By, Json, MaybeWhy, Why
from api.cli.opening import open_prepared
from api.cli.output import current_settings, document, line, texts
from graph import merging, suggestions
from graph.ledger import Ledger
from graph.messages import Messages
from graph.reading import Reader
from graph.rows import Properties

HELP = """同じ団体かもしれない名前を探し、一つにまとめたり、別の団体だと記録したりします。

例: tsunagu doubles list"""
MERGE_HELP = """二つの名前を一つの団体にまとめます。はじめのIDの名前が残ります。あとで取り消せます。

例: tsunagu doubles merge 3f2a91c0 8b6d0e11 --why 同じ社会福祉協議会"""

Kept = Annotated[str, typer.Argument(metavar="ID", help="残す団体のID（はじめの8文字でもよい）")]
Gone = Annotated[str, typer.Argument(metavar="ID", help="それにまとめる団体のID")]

app = typer.Typer(no_args_is_help=True)


@app.command("list", help="同じ団体かもしれない組を、似ている順に表示します。\n\n例: tsunagu doubles list --json")
def list_doubles(
    decided: Annotated[bool, typer.Option("--decided", help="これまでの判断を表示します。")] = False,
    limit: Annotated[int, typer.Option(min=1, help="表示する数の上限")] = 50,
    json: Json = False,
) -> None:
    """Print suggestions or decisions."""
    settings = current_settings()
    words = texts(settings)
    with open_prepared(settings) as graph:
        if decided:
            _print_decisions(list(Ledger.of(graph).entries), words, json=json)
            return
        suggestions.refresh(graph)
        found = suggestions.listed(Reader(graph))
    if json:
        document({"doubles": [asdict(one) for one in found[:limit]], "found": len(found)})
        return
    for one in found[:limit]:
        line(
            words(
                "doubles.line",
                score=f"{one.score:.2f}",
                first=one.first[:8],
                second=one.second[:8],
                name=one.first_name,
                other=one.second_name,
            )
        )
        line(f"    {words(one.reason, name=one.first_name, other=one.second_name)}")
    line(words("doubles.count", shown=min(limit, len(found)), found=len(found)))


@app.command("merge", help=MERGE_HELP)
def merge(kept: Kept, gone: Gone, why: Why, by: By = DEFAULT_ROLE) -> None:
    """Make one body of two."""
    settings = current_settings()
    with open_prepared(settings) as graph:
        decision = merging.merge(graph, kept, gone, by=by, reason=why)
    line(texts(settings)("doubles.merged", id=decision.id[:8]))


@app.command(
    "keep-apart", help="別々の団体だと記録します。もう提案されません。\n\n例: tsunagu doubles keep-apart 3f2a91c0 8b6d0e11 --why 別の支部"
)
def keep_apart(one: Kept, other: Gone, why: Why, by: By = DEFAULT_ROLE) -> None:
    """Note that two names are two bodies."""
    settings = current_settings()
    with open_prepared(settings) as graph:
        decision = merging.keep_apart(graph, one, other, by=by, reason=why)
    line(texts(settings)("doubles.kept_apart", id=decision.id[:8]))


@app.command("undo", help="判断を取り消し、元の団体に戻します。\n\n例: tsunagu doubles undo 5c1e77a2")
def undo(
    id_: Annotated[str, typer.Argument(metavar="ID", help="判断のID（tsunagu doubles list --decided）")],
    why: MaybeWhy = None,
    by: By = DEFAULT_ROLE,
) -> None:
    """Take a decision back."""
    settings = current_settings()
    with open_prepared(settings) as graph:
        merging.undo(graph, id_, by=by, reason=why)
    line(texts(settings)("doubles.undone"))


def _print_decisions(entries: list[Properties], words: Messages, *, json: bool) -> None:
    if json:
        document({"decisions": entries})
        return
    for entry in entries:
        state = words(f"doubles.state.{entry['state']}")
        shown = {"id": entry["id"][:8], "kept": entry["kept_name"], "gone": entry["gone_name"], "state": state}
        line(words("doubles.decision", **shown, at=entry["decided_at"][:10], reason=entry.get("reason") or "—"))
    if not entries:
        line(words("doubles.none_decided"))
