"""`tsunagu add`: one fact typed in, with who said it as its evidence."""

from dataclasses import asdict
from typing import Annotated

import typer

from api.cli.opening import open_prepared
from api.cli.output import current_settings, document, line, texts
from api.fact_words import kind_of_fact
from api.typed_in import type_in
from graph.by_hand.needs import TypedNeed
from graph.by_hand.organizations import TypedOrganization
from graph.by_hand.saying import USUAL_VISIBILITY, Saying
from graph.by_hand.seats import TypedSeat
from graph.by_hand.services import STATUSES, TypedService
from graph.by_hand.ties import TYPES, USUAL, TypedTie
from graph.by_hand.typed import Typed
from graph.days import day_given
from graph.model.areas import Area
from graph.model.definitions import VISIBILITY_LEVELS
from graph.places import Place
from graph.reading import Reader

HELP = """聞いた話を一つ、だれ（役割）がいつ言ったかとともに書き加えます。tsunagu undo で取り消せます。

例: tsunagu add organization いろは会 --area 伊賀市 --said-by 社協職員"""
OWNER = "restricted"
"""Who uses the command line owns the graph: every body can be named."""

ORGANIZATION = """団体を一つ書き加えます。同じ区域に同じ名前の団体があれば、その団体についての記載になります。

例: tsunagu add organization いろは会 --area 伊賀市 --type NPO --said-by 社協職員"""
TIE = """二つの団体のつながりを書き加えます。団体は、先に記録されているものから名前かIDで選びます。

例: tsunagu add tie いろは会 伊賀市社協 --kind 連携 --area 伊賀市 --said-by 生活支援コーディネーター"""
SEAT = """団体が協議体に参加していることを書き加えます。

例: tsunagu add seat いろは会 第1層協議体 --role-of-seat 事務局 --area 伊賀市 --said-by 協議体"""
SERVICE = """サービス・活動を一つ書き加えます。

例: tsunagu add service 買い物バス --by いろは会 --area 伊賀市 --category 買い物送迎 --days 火曜 --said-by 民生委員"""
NEED = """区域の困りごとを一つ書き加えます。分類は言葉から分かるときは省けます。

例: tsunagu add need 伊賀市 買い物が困難 --count 12 --said-by 民生委員 --words 'バスがなくなり、買い物に行けない世帯が12ある'"""

SaidBy = Annotated[str, typer.Option("--said-by", metavar="ROLE", help="だれの話か。個人名ではなく役割（社協職員、民生委員など）。")]
On = Annotated[str | None, typer.Option("--on", metavar="DATE", help="いつ聞いたか（2026-04-01）。省くと今日。")]
Words = Annotated[str | None, typer.Option("--words", metavar="TEXT", help="聞いたとおりの言葉。根拠の引用になります。")]
Visible = Annotated[
    str, typer.Option("--visibility", metavar="|".join(VISIBILITY_LEVELS), help="どこまで見せるか。話は関係者（members）までが標準です。")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="書き込まずに、何が加わるかだけを表示します。")]
Json = Annotated[bool, typer.Option("--json", help="結果をJSONで出力します。")]
InArea = Annotated[str, typer.Option("--area", help="区域の名前か団体コード")]
Within = Annotated[str | None, typer.Option("--area", help="名前を探す区域（その中の区域も）。省くとすべての区域。")]

app = typer.Typer(no_args_is_help=True)


@app.command("organization", help=ORGANIZATION)
def organization(
    name: Annotated[str, typer.Argument(metavar="名称", help="団体の名前")],
    area: InArea,
    said_by: SaidBy,
    kana: Annotated[str | None, typer.Option(help="名前の読み")] = None,
    type_: Annotated[list[str] | None, typer.Option("--type", help="団体の種類。分類のコードか言葉（NPO、自治会など）。複数可。")] = None,
    address: Annotated[str | None, typer.Option(help="事務所の所在地")] = None,
    corporate_number: Annotated[str | None, typer.Option(help="法人番号（13桁）")] = None,
    on: On = None,
    words: Words = None,
    visibility: Visible = USUAL_VISIBILITY,
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    """Add a body."""
    typed = TypedOrganization(name=name, area=area, kana=kana, types=tuple(type_ or ()), address=address, corporate_number=corporate_number)
    _add(typed, _saying(said_by, on, words, visibility), dry_run=dry_run, json=json)


@app.command("tie", help=TIE)
def tie(
    start: Annotated[str, typer.Argument(metavar="団体A", help="団体の名前かID（はじめの6文字以上）")],
    end: Annotated[str, typer.Argument(metavar="団体B", help="もう一方の団体")],
    said_by: SaidBy,
    type_: Annotated[str, typer.Option("--type", metavar="|".join(TYPES), help="つながりの種類。団体Aから団体Bへ。")] = USUAL,
    kind: Annotated[str | None, typer.Option(help="話での呼び方（連携、協定など）、委託した仕事、引き継いだこと")] = None,
    area: Within = None,
    on: On = None,
    words: Words = None,
    visibility: Visible = USUAL_VISIBILITY,
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    """Add a tie."""
    typed = TypedTie(start=start, end=end, type=type_, kind=kind, area=area)
    _add(typed, _saying(said_by, on, words, visibility), dry_run=dry_run, json=json)


@app.command("seat", help=SEAT)
def seat(
    body: Annotated[str, typer.Argument(metavar="団体", help="団体の名前かID（はじめの6文字以上）")],
    council: Annotated[str, typer.Argument(metavar="協議体", help="協議体や会議の名前かID")],
    said_by: SaidBy,
    role: Annotated[str | None, typer.Option("--role-of-seat", help="そこでの役（事務局、会長など）")] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="参加の始まり（2026-04-01）")] = None,
    area: Within = None,
    on: On = None,
    words: Words = None,
    visibility: Visible = USUAL_VISIBILITY,
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    """Add a seat."""
    typed = TypedSeat(body=body, council=council, role=role, since=day_given("since", since), area=area)
    _add(typed, _saying(said_by, on, words, visibility), dry_run=dry_run, json=json)


@app.command("service", help=SERVICE)
def service(
    name: Annotated[str, typer.Argument(metavar="名称", help="サービス・活動の名前")],
    by: Annotated[str, typer.Option("--by", metavar="団体", help="行っている団体の名前かID")],
    area: InArea,
    said_by: SaidBy,
    covers: Annotated[list[str] | None, typer.Option(help="対象の区域。複数可。話になければ省きます。")] = None,
    category: Annotated[list[str] | None, typer.Option(help="分類のコードか言葉（SHOP、移動販売など）。複数可。")] = None,
    days: Annotated[str | None, typer.Option(help="行われる日（火曜、月2回など）")] = None,
    fee: Annotated[str | None, typer.Option(help="利用料")] = None,
    target: Annotated[str | None, typer.Option(help="対象の人")] = None,
    status: Annotated[str, typer.Option(metavar="|".join(STATUSES), help="予定、実施中、終了")] = "running",
    on: On = None,
    words: Words = None,
    visibility: Visible = USUAL_VISIBILITY,
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    """Add a service."""
    lists = {"covers": tuple(covers or ()), "categories": tuple(category or ())}
    typed = TypedService(name=name, by=by, area=area, days=days, fee=fee, target=target, status=status, **lists)
    _add(typed, _saying(said_by, on, words, visibility), dry_run=dry_run, json=json)


@app.command("need", help=NEED)
def need(
    area: Annotated[str, typer.Argument(metavar="区域", help="区域の名前か団体コード")],
    text: Annotated[str, typer.Argument(metavar="言葉", help="困りごとを短く")],
    said_by: SaidBy,
    code: Annotated[list[str] | None, typer.Option(help="困りごとの分類のコードか言葉（N_SHOPなど）。複数可。")] = None,
    count: Annotated[int | None, typer.Option(help="人数か世帯数")] = None,
    answered_by: Annotated[str | None, typer.Option(help="応えているサービスの名前かID")] = None,
    on: On = None,
    words: Words = None,
    visibility: Visible = USUAL_VISIBILITY,
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    """Add a need."""
    typed = TypedNeed(area=area, text=text, codes=tuple(code or ()), count=count, answered_by=answered_by)
    _add(typed, _saying(said_by, on, words, visibility), dry_run=dry_run, json=json)


def _saying(said_by: str, on: str | None, words: str | None, visibility: str) -> Saying:
    return Saying(said_by=said_by, on=day_given("on", on) or Reader.day(), words=words, visibility=visibility)


def _add(typed: Typed, saying: Saying, *, dry_run: bool, json: bool) -> None:
    settings = current_settings()
    words = texts(settings)
    with open_prepared(settings) as graph:
        added = type_in(Reader(graph, audience=OWNER), typed, saying, words=words, dry_run=dry_run)
    if json:
        document(asdict(added))
        return
    if not added.is_changed:
        line(words("add.nothing"))
        return
    line(words("add.would" if dry_run else "add.done", quote=added.quote, place=Place(added.place)))
    for one in (fact for fact in added.facts if fact.kind != Area.label):
        state = words("add.new" if one.is_new else "add.more")
        line(words("add.fact", id=one.id[:8], kind=kind_of_fact(one.kind, words), name=one.name, state=state))
    line(words("add.visibility", visibility=words(f"add.visibility.{added.visibility}")))
    if added.load:
        line(words("add.undo", load=added.load[:8]))
