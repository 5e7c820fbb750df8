"""`tsunagu findings`: rows of answers that are followed up, from the day they are seen until a fact answers them."""

from datetime import date, datetime
from typing import Annotated

import typer

from api.cli.audience import USUAL, AudienceOption
from api.cli.deciding import DEFAULT_ROLE, By, Json, MaybeWhy, Why
from api.cli.opening import open_prepared
from api.cli.output import current_settings, document, line, texts
from api.findings_shown import event_line, finding_lines, finding_shown
from api.following_up import decide, follow
from graph.findings.following import listed, one_finding
from graph.findings.kept import STATUSES, events_of
from graph.messages import Messages
from graph.model.findings import Finding
from graph.reading import Reader

HELP = """問いの答えの行を「確認事項」として追いかけます。記載が見つかると、ひとりでに解決になります。

例: tsunagu findings list --area 伊賀市"""
FOLLOW_HELP = """問いの答えの行を確認事項にします。行を省くと、すべての行です。

例: tsunagu findings follow actors_without_ties --area 伊賀市 --why 次の協議体で聞く"""
SET_HELP = f"""確認事項の状態を変えます（{", ".join(STATUSES)}）。

例: tsunagu findings set 3f2a91c0 accepted_until --until 2027-03-31 --why 来年度に考える"""

Id = Annotated[str, typer.Argument(metavar="ID", help="確認事項のID（はじめの6文字以上）")]
Area = Annotated[str | None, typer.Option(help="区域の名前か団体コード。省くとすべての区域。")]

app = typer.Typer(no_args_is_help=True)


@app.command("list", help="確認事項の一覧を、古いものから表示します。\n\n例: tsunagu findings list --status open --json")
def list_findings(
    area: Area = None,
    gap: Annotated[str | None, typer.Option(help="この問いのものだけ")] = None,
    status: Annotated[str | None, typer.Option(help=f"この状態のものだけ: {', '.join(STATUSES)}")] = None,
    audience: AudienceOption = USUAL,
    json: Json = False,
) -> None:
    """Print findings."""
    settings = current_settings()
    with open_prepared(settings) as graph:
        reader = Reader(graph, audience=audience)
        found = listed(reader, area=area, gap=gap, status=status)
        _print(found, reader, texts(settings), json=json)


@app.command("follow", help=FOLLOW_HELP)
def follow_rows(
    gap: Annotated[str, typer.Argument(help="問いの名前（tsunagu gaps list で分かります）")],
    rows: Annotated[list[str] | None, typer.Argument(metavar="[ROW_ID]…", help="行のID（tsunagu gaps run --json の finding）")] = None,
    area: Area = None,
    why: MaybeWhy = None,
    by: By = DEFAULT_ROLE,
    audience: AudienceOption = USUAL,
    json: Json = False,
) -> None:
    """Make rows findings."""
    settings = current_settings()
    with open_prepared(settings) as graph:
        reader = Reader(graph, audience=audience)
        found = follow(reader, gap, area=area, rows=rows or (), by=by, why=why)
        _print(found, reader, texts(settings), json=json)


@app.command("set", help=SET_HELP)
def set_status(
    id_: Id,
    status: Annotated[str, typer.Argument(metavar="STATUS", help=", ".join(STATUSES))],
    why: Why,
    until: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="いつまで（accepted_until）")] = None,
    by: By = DEFAULT_ROLE,
    audience: AudienceOption = USUAL,
    json: Json = False,
) -> None:
    """Decide about a finding."""
    settings = current_settings()
    day: date | None = until.date() if until else None
    with open_prepared(settings) as graph:
        reader = Reader(graph, audience=audience)
        found = decide(reader, id_, status, until=day, by=by, why=why)
        _print([found], reader, texts(settings), json=json)


@app.command("history", help="一つの確認事項に何があったかを、古い順に表示します。\n\n例: tsunagu findings history 3f2a91c0")
def history(id_: Id, audience: AudienceOption = USUAL, json: Json = False) -> None:
    """Print what happened to a finding."""
    settings = current_settings()
    words = texts(settings)
    with open_prepared(settings) as graph:
        reader = Reader(graph, audience=audience)
        found = one_finding(reader, id_)
        if json:
            document(finding_shown(found, reader.areas, words))
            return
    for text in finding_lines(found, words):
        line(text)
    for event in events_of(found):
        line(event_line(event, words))


def _print(found: list[Finding], reader: Reader, words: Messages, *, json: bool) -> None:
    if json:
        document({"findings": [finding_shown(one, reader.areas, words) for one in found]})
        return
    for one in found:
        for text in finding_lines(one, words):
            line(text)
    line(words("findings.count", count=len(found)))
