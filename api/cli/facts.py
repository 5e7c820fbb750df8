"""`tsunagu facts`: every fact with its evidence, one JSON object a line."""

import json
from pathlib import Path
from typing import Annotated

import typer

from api.cli.audience import USUAL, AudienceOption
from api.cli.opening import open_prepared
from api.cli.output import current_settings, line, texts
from api.cli.writing_files import write_text
from graph.audiences import levels_of
from graph.fact_export import facts as all_facts

HELP = """記録されている事実を、根拠の引用とともに書き出します（1行に1件のJSON）。

例: tsunagu facts --out facts.jsonl"""


def facts(
    out: Annotated[Path, typer.Option(metavar="FILE.jsonl", help="書き出すファイル")],
    audience: AudienceOption = USUAL,
) -> None:
    """Write every fact with its evidence."""
    settings = current_settings()
    with open_prepared(settings) as graph:
        lines = [json.dumps(fact, ensure_ascii=False) for fact in all_facts(graph, levels_of(audience))]
    write_text(out, "".join(f"{one}\n" for one in lines))
    line(texts(settings)("facts.written", count=len(lines), file=out))
