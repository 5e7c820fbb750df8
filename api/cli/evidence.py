"""`tsunagu evidence`: the sentences behind the facts, and what people say of them."""

from typing import Annotated

import typer

from api.cli.assignments import assignment
from api.cli.deciding import DEFAULT_ROLE, By, Json, MaybeWhy, Why
from api.cli.opening import open_prepared
from api.cli.output import current_settings, document, line, texts
from api.reviewing import see_values
from graph import evidence, evidence_list
from graph.messages import Messages
from graph.places import place_of
from graph.plans import Plan
from graph.reading import Reader

HELP = """事実の根拠（資料の文）を確かめ、正しい・違う・こう直す、を記録します。

例: tsunagu evidence list --area 伊賀市 --certainty inferred"""

REJECT_HELP = """読み違いだと記録します。根拠がなくなった事実はグラフから外れます。

例: tsunagu evidence reject 3f2a91c0 --why 別の団体のこと"""

CORRECT_HELP = """読み取った値を直します。資料の文はそのまま残ります。

例: tsunagu evidence correct 3f2a91c0 --set kana=いろはかい --why 名簿のとおり"""

Id = Annotated[str, typer.Argument(metavar="ID", help="根拠のID（はじめの数文字でもよい）")]

app = typer.Typer(no_args_is_help=True)


@app.command("list", help="根拠の一覧を、確かさの低いものから表示します。\n\n例: tsunagu evidence list --review open --limit 20")
def list_evidence(
    area: Annotated[str | None, typer.Option(help="区域の名前か団体コード。省くとすべての区域。")] = None,
    review: Annotated[str | None, typer.Option(help="open（未確認）、confirmed、corrected のどれか")] = None,
    certainty: Annotated[str | None, typer.Option(help="explicit、structural、inferred のどれか")] = None,
    fact: Annotated[str | None, typer.Option(help="この事実（団体など）の根拠だけ")] = None,
    limit: Annotated[int, typer.Option(min=1, help="表示する数の上限")] = 50,
    json: Json = False,
) -> None:
    """Print evidence."""
    settings = current_settings()
    with open_prepared(settings) as graph:
        asked = {"review": review, "certainty": certainty, "fact": fact}
        found = evidence_list.listed(Reader(graph), area=area, **{name: value for name, value in asked.items() if value})
    if json:
        document({"evidence": found[:limit], "found": len(found)})
        return
    words = texts(settings)
    for one in found[:limit]:
        line(words("evidence.line", **one | {"id": one["id"][:8], "place": place_of(one, words) or "—"}))
        line(words("evidence.states", name=one["name"], values="、".join(f"{key}={value}" for key, value in one["states"].items())))
    line(words("evidence.count", shown=min(limit, len(found)), found=len(found)))


@app.command("confirm", help="この文から読み取ったとおりだと記録します。\n\n例: tsunagu evidence confirm 3f2a91c0 --why 電話で確かめた")
def confirm(id_: Id, why: MaybeWhy = None, by: By = DEFAULT_ROLE) -> None:
    """Confirm evidence."""
    settings = current_settings()
    with open_prepared(settings) as graph:
        evidence.confirm(graph, id_, by=by, reason=why)
    line(texts(settings)("evidence.confirmed"))


@app.command("reject", help=REJECT_HELP)
def reject(id_: Id, why: Why, by: By = DEFAULT_ROLE) -> None:
    """Reject evidence."""
    settings = current_settings()
    with open_prepared(settings) as graph:
        plan = evidence.reject(graph, id_, by=by, reason=why)
    words = texts(settings)
    line(words("evidence.rejected"))
    _print_what_left(plan, words)


@app.command("correct", help=CORRECT_HELP)
def correct(
    id_: Id,
    set_: Annotated[list[str], typer.Option("--set", metavar="NAME=VALUE", help="直す項目と値（複数可）。NAME= で「書かれていない」。")],
    why: Why,
    by: By = DEFAULT_ROLE,
) -> None:
    """Correct evidence."""
    settings = current_settings()
    values = dict(assignment(text) for text in set_)
    see_values(values)
    with open_prepared(settings) as graph:
        evidence.correct(graph, id_, values, by=by, reason=why)
    line(texts(settings)("evidence.corrected"))


@app.command("reopen", help="確認・訂正・却下を取り消します。\n\n例: tsunagu evidence reopen 3f2a91c0")
def reopen(id_: Id, why: MaybeWhy = None, by: By = DEFAULT_ROLE) -> None:
    """Take a review back."""
    settings = current_settings()
    with open_prepared(settings) as graph:
        evidence.reopen(graph, id_, by=by, reason=why)
    line(texts(settings)("evidence.reopened"))


def _print_what_left(plan: Plan, words: Messages) -> None:
    for departure in plan.departures:
        if departure.row is not None and departure.row.is_fact:
            name = departure.row.properties.get("name") or getattr(departure.row, "type", "")
            line(words("withdrawn.left", name=name))
