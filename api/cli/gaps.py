"""`tsunagu gaps`: the questions, and one question's answer."""

import csv
import sys
from typing import Annotated, Any

import typer

from api.answers import answer_shown, listed_questions, worded_header
from api.cli.assignments import assignment
from api.cli.audience import USUAL, AudienceOption
from api.cli.opening import open_prepared
from api.cli.output import current_settings, document, line, texts
from api.cli.printed_answer import print_answer
from graph.findings.rows import findings_of_rows
from graph.own_questions import take_own_questions
from graph.query_files import question
from graph.reading import Answer, Reader
from loaders.harmless import harmless

HELP = """不足と空白を調べます。

例: tsunagu gaps run needs_without_service --area 伊賀市"""
RUN_HELP = """一つの問いに答えます。

例: tsunagu gaps run actors_without_ties --area 杉並区 --json

例: tsunagu gaps run coverage_matrix --area 伊賀市 --audience public"""

app = typer.Typer(no_args_is_help=True)


@app.command("list", help="調べられる問いの一覧を表示します。\n\n例: tsunagu gaps list --json")
def list_questions(json: Annotated[bool, typer.Option("--json", help="JSONで出力します。")] = False) -> None:
    """Print the questions."""
    take_own_questions(current_settings().queries)
    found = listed_questions()
    if json:
        document({"gaps": found})
        return
    language = current_settings().language
    for one in found:
        line(f"{one['id']}\n  {one[f'title_{language}']}\n  {one[f'question_{language}']}")


@app.command("run", help=RUN_HELP)
def run(
    gap: Annotated[str, typer.Argument(help="問いの名前（tsunagu gaps list で分かります）")],
    area: Annotated[str | None, typer.Option(help="区域の名前か団体コード。省くとすべての区域。")] = None,
    set_: Annotated[list[str] | None, typer.Option("--set", metavar="NAME=VALUE", help="問いの条件を変えます（複数可）。")] = None,
    json: Annotated[bool, typer.Option("--json", help="JSONで出力します。")] = False,
    audience: AudienceOption = USUAL,
    as_csv: Annotated[bool, typer.Option("--csv", help="CSV（Excelで開ける形）で出力します。")] = False,
) -> None:
    """Answer one question."""
    settings = current_settings()
    words = texts(settings)
    given = dict(assignment(text) for text in set_ or ())
    take_own_questions(settings.queries)
    asked = question("gaps", gap)
    asked.values(given, today=Reader.day())
    with open_prepared(settings) as graph:
        reader = Reader(graph, audience=audience)
        answer = reader.answer(gap, area=area, **given)
        if json:
            document(answer_shown(answer, words, findings_of_rows(reader, answer)))
            return
        titles = reader.titles
    if as_csv:
        _print_csv(answer)
    else:
        line(worded_header(answer.question, words.language)["title"])
        print_answer(answer, words, titles)


def _print_csv(answer: Answer) -> None:
    sys.stdout.write("\ufeff")
    writer = csv.writer(sys.stdout)
    writer.writerow(answer.question.returns)
    for row in answer.rows:
        writer.writerow([_harmless(row[column]) for column in answer.question.returns])


def _harmless(value: Any) -> str:
    """A cell that no spreadsheet takes for a formula."""
    if isinstance(value, int | float):
        return str(value)
    return harmless("; ".join(str(one) for one in value) if isinstance(value, list) else "" if value is None else str(value))
