"""`tsunagu meeting`: everything for a meeting in one PDF."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.audience import USUAL, AudienceOption
from api.cli.opening import open_prepared
from api.cli.output import current_settings, line, texts
from api.meeting import meeting as prepared
from api.meeting_pack import meeting_pack
from graph.days import day_given
from graph.reading import Reader
from loaders.whole_files import write_file

HELP = """会議の資料を1つのPDFにします（前回からの変化、議題にできるニーズ、つながり図、対応の記録、確かめたいことのチェック表）。

例: tsunagu meeting --area 伊賀市 --since 2026-09-01 --out 会議の資料.pdf"""


def meeting(
    area: Annotated[str, typer.Option(help="区域の名前か団体コード")],
    out: Annotated[Path, typer.Option(metavar="FILE.pdf", help="書き出すファイル")],
    since: Annotated[str | None, typer.Option(help="前回の会議の日（2026-09-01）。省くと3か月前。")] = None,
    audience: AudienceOption = USUAL,
) -> None:
    """Write the meeting pack of an area."""
    settings = current_settings()
    words, last = texts(settings), day_given("since", since)
    with open_prepared(settings) as graph:
        reader = Reader(graph, audience=audience)
        found = prepared(reader, area, words, since=last)
        made = meeting_pack(reader, found, words)
    write_file(out, made)
    line(words("meeting.written", file=out))
