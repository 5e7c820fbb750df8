"""`tsunagu withdrawn`: what was moved out of the graph, and putting it back."""

from dataclasses import asdict
from typing import Annotated

import typer

from api.cli.deciding import DEFAULT_ROLE, By, Json, MaybeWhy
from api.cli.opening import open_prepared
from api.cli.output import current_settings, document, line, texts
from graph import withdrawn

HELP = """グラフから外した事実（却下、資料から消えた、取り消した）を見て、戻します。

例: tsunagu withdrawn list"""

app = typer.Typer(no_args_is_help=True)


@app.command("list", help="外した事実の一覧を、新しいものから表示します。\n\n例: tsunagu withdrawn list --limit 20")
def list_withdrawn(limit: Annotated[int, typer.Option(min=1, help="表示する数の上限")] = 50, json: Json = False) -> None:
    """Print what was withdrawn."""
    settings = current_settings()
    with open_prepared(settings) as graph:
        found = withdrawn.listed(graph)
    if json:
        document({"withdrawn": [asdict(one) for one in found[:limit]], "found": len(found)})
        return
    words = texts(settings)
    for one in found[:limit]:
        why = words(f"withdrawn.why.{one.why}")
        line(words("withdrawn.line", id=one.id[:8], name=one.name, labels=" ".join(one.labels), why=why, at=one.withdrawn_at[:10]))
        line(words("withdrawn.quote", quote=" / ".join(one.quotes) or "—", reason=one.reason or "—"))
    line(words("withdrawn.count", shown=min(limit, len(found)), found=len(found)))


@app.command(
    "restore", help="外した事実を、必要な団体などとともに戻します。\n\n例: tsunagu withdrawn restore 3f2a91c0 --why 今も続いている"
)
def restore(
    id_: Annotated[str, typer.Argument(metavar="ID", help="記録のID（はじめの数文字でもよい）か、ひとまとまりの操作のID")],
    why: MaybeWhy = None,
    by: By = DEFAULT_ROLE,
) -> None:
    """Put back what was withdrawn."""
    settings = current_settings()
    with open_prepared(settings) as graph:
        plan = withdrawn.restore(graph, id_, by=by, reason=why)
    facts = sum(row.is_fact for row in plan.nodes) + sum(row.is_fact for row in plan.relationships)
    line(texts(settings)("withdrawn.restored", facts=facts))
