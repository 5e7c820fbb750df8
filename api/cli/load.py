"""`tsunagu load`: files in."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from api.cli.opening import open_prepared
from api.cli.output import current_settings, document, line, progress_bar, texts
from graph import suggestions
from graph.connection import Graph
from graph.errors import QueryMisused
from graph.messages import Messages
from graph.places import Place
from loaders.contract import Problem
from loaders.registry import all_loaders, package
from loaders.report import Report
from loaders.run import Choices
from loaders.run import load as load_file

HELP = """資料（事例集、登録簿のCSVなど）を取り込みます。同じ資料を二度取り込んでも何も変わりません。

例: tsunagu load 事例集.md operators.csv --dry-run"""
REFUSED = 1


def load(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="取り込むファイル（複数可）")],
    source: Annotated[str | None, typer.Option(help="資料の種類。省くと中身から見分けます。")] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="資料がいつの時点のものか（2026-04-01）。資料に書かれていないとき。")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="書き込まずに、何が変わるかだけを表示します。")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="取り込めない行が一つでもあれば、終了コード1で終わります。")] = False,
    json: Annotated[bool, typer.Option("--json", help="結果をJSONで出力します。")] = False,
) -> int:
    """Load files, each as one source."""
    settings = current_settings()
    words = texts(settings)
    choices = Choices(source=source, as_of=_day(as_of), dry_run=dry_run)
    reports: list[Report] = []
    with ExitStack() as stack:
        opened: list[Graph] = []

        def open_graph() -> Graph:
            if not opened:
                opened.append(stack.enter_context(open_prepared(settings)))
            return opened[0]

        for path in paths:
            with progress_bar(path.name) as progress, interruption_named(path):
                report = load_file(open_graph, path, choices, progress=progress)
            reports.append(report)
            if not json:
                _print(report, words)
        if opened and any(report.written or report.retired for report in reports) and not dry_run:
            doubles = suggestions.refresh(opened[0])
            if doubles and not json:
                line(words("load.possible_doubles", count=doubles))
    if json:
        shown = [report_shown(report, words) for report in reports]
        document(shown[0] if len(shown) == 1 else shown)
    return REFUSED if strict and any(report.refused for report in reports) else 0


class LoadInterrupted(Exception):
    """Somebody pressed Ctrl-C while a file was being loaded."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file


@contextmanager
def interruption_named(path: Path) -> Iterator[None]:
    """Ctrl-C with the name of the file whose load it broke off."""
    try:
        yield
    except KeyboardInterrupt as reason:
        raise LoadInterrupted(path.name) from reason


def report_shown(report: Report, words: Messages) -> dict[str, Any]:
    """A report as JSON, its problems in words."""
    shown = asdict(report) | {"problems": [problem_shown(report.source, problem, words) for problem in report.problems]}
    if not report.dry_run:
        del shown["dry_run"]
    return shown


def problem_shown(source: str, problem: Problem, words: Messages) -> dict[str, str]:
    """One refused record: code, place, what is wrong, what to do."""
    loader_words = Messages((package(all_loaders()[source]), "loaders", "graph"), words.language)
    place = Place(problem.place).worded(loader_words)
    values = {**problem.values, "place": place}
    return {
        "code": problem.code,
        "kind": problem.kind,
        "place": place,
        "message": loader_words(problem.code, **values),
        "advice": loader_words(f"{problem.code}.advice", **values),
    }


def _print(report: Report, words: Messages) -> None:
    loader = all_loaders()[report.source]
    title = loader.title_en if words.language == "en" else loader.title_ja
    line(words("load.heading_dry_run" if report.dry_run else "load.heading", file=report.file, source=title))
    line(words("load.counts", **{name: value for name, value in asdict(report).items() if isinstance(value, int)}))
    line(words("load.facts", facts="、".join(f"{kind} {count}" for kind, count in report.facts.items())))
    if report.reviews_lost:
        line(words("load.reviews_lost"))
    for lost in report.reviews_lost:
        line(words("load.review_lost", **lost))
    for problem in report.problems:
        shown = problem_shown(report.source, problem, words)
        line(words("load.problem", **shown))


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as reason:
        raise QueryMisused("parameter_not_of_type", name="--as-of", value=text, type="date") from reason
