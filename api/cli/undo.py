"""`tsunagu undo`: one load taken back."""

from typing import Annotated

import typer

from api.cli.deciding import DEFAULT_ROLE, By, Json, MaybeWhy
from api.cli.opening import open_prepared
from api.cli.output import current_settings, document, line, texts
from graph import loads

HELP = """取り込みを一つ取り消し、取り込む前の状態に戻します。省くと最後の取り込み。

例: tsunagu undo --list"""


def undo(
    load: Annotated[str | None, typer.Argument(metavar="LOAD", help="取り込みのID（はじめの数文字でもよい）")] = None,
    list_: Annotated[bool, typer.Option("--list", help="取り消さずに、取り込みの一覧を表示します。")] = False,
    why: MaybeWhy = None,
    by: By = DEFAULT_ROLE,
    json: Json = False,
) -> None:
    """Take a load back, or print the loads."""
    settings = current_settings()
    words = texts(settings)
    with open_prepared(settings) as graph:
        if list_:
            found = loads.listed(graph)
            if json:
                document({"loads": found})
                return
            for one in found:
                state = words(f"undo.state.{one['state']}")
                line(
                    words(
                        "undo.line",
                        id=one["id"][:8],
                        file=one.get("file") or one["name"],
                        dataset=one["dataset"],
                        at=one["began_at"],
                        state=state,
                    )
                )
            if not found:
                line(words("undo.none"))
            return
        done = loads.undo(graph, load, by=by, reason=why)
    left = done.plan.retired
    if json:
        document({"load": done.load["id"], "dataset": done.load["dataset"], "left": left, "reviewed": done.reviewed})
        return
    line(words("undo.done", file=done.file, dataset=done.load["dataset"], left=left))
    if done.reviewed:
        line(words("undo.reviewed", count=done.reviewed))
