"""`tsunagu load`: files in."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from api.cli.opening import open_prepared, told
from api.cli.output import current_settings, document, line, progress_steps, texts
from api.cli.printed_report import print_report, print_what_followed
from api.load_report import report_shown
from graph.connection import Graph
from graph.errors import QueryMisused
from graph.mappings import kept_mappings
from graph.messages import Messages
from graph.model.definitions import VISIBILITY_LEVELS
from graph.reading import Reader
from graph.settings import Settings
from loaders.doubles import with_suggestions
from loaders.marked_workbook import marked_workbook
from loaders.proposals import mapping_in, proposed_mapping
from loaders.report import Report
from loaders.run import Choices, prepare, write
from loaders.whole_files import write_file

HELP = """資料（事例集、登録簿のCSVなど）を取り込みます。同じ資料を二度取り込んでも何も変わりません。

例: tsunagu load 事例集.md operators.csv --dry-run"""
REFUSED = 1


def load(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="取り込むファイル（複数可）")],
    source: Annotated[str | None, typer.Option(help="資料の種類。省くと中身から見分けます。")] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="資料がいつの時点のものか（2026-04-01）。資料に書かれていないとき。")
    ] = None,
    visibility: Annotated[
        str, typer.Option(metavar="LEVEL", help="資料をどこまで見せるか（public / members / restricted）。")
    ] = VISIBILITY_LEVELS[0],
    second_reader: Annotated[
        bool,
        typer.Option(
            "--second-reader", help="設定した二人目の読み手（言語モデル）にも読ませます。文章が外へ送られます。公開の資料だけに使えます。"
        ),
    ] = False,
    dataset: Annotated[
        str | None, typer.Option(metavar="NAME", help="どの資料の新しい版か。省くと中身から決めます（結果の「資料名」で確かめられます）。")
    ] = None,
    mapping: Annotated[
        Path | None, typer.Option(metavar="FILE.yaml", help="独自の列をもつ一覧の読み方（--propose-mapping の出力を直したもの）。")
    ] = None,
    propose_mapping: Annotated[
        bool, typer.Option("--propose-mapping", help="取り込まずに、列の読み方の案を出力します。直して --mapping に渡してください。")
    ] = False,
    report_xlsx: Annotated[
        Path | None,
        typer.Option(
            "--report-xlsx", metavar="OUT.xlsx", help="取り込んだ表に、直すところの色と理由を付けて書き出します（個人の行と列は除く）。"
        ),
    ] = None,
    retire: Annotated[bool, typer.Option("--retire", help="前の版にあった内容の大半が外れる場合も、そのまま取り込みます。")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="書き込まずに、何が変わるかだけを表示します。")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="取り込めない行が一つでもあれば、終了コード1で終わります。")] = False,
    json: Annotated[bool, typer.Option("--json", help="結果をJSONで出力します。")] = False,
) -> int:
    """Load files, each as one source."""
    settings = current_settings()
    words = texts(settings)
    choices = Choices(
        mapping=mapping_in(mapping) if mapping else None,
        source=source,
        as_of=_day(as_of),
        dataset=dataset,
        visibility=visibility,
        second_reader=second_reader,
        retire_freely=retire,
        keeps_tables=report_xlsx is not None,
        dry_run=dry_run,
    )
    if propose_mapping:
        return _propose(paths, choices, words, json=json)
    if report_xlsx and len(paths) > 1:
        raise QueryMisused("report_of_one_file")
    if report_xlsx and report_xlsx.resolve() == paths[0].resolve():
        raise QueryMisused("report_over_its_file", file=paths[0])
    reports = _load_all(paths, choices, settings, None if json else words, report_xlsx)
    if json:
        shown = [report_shown(report, words) for report in reports]
        document(shown[0] if len(shown) == 1 else shown)
    return REFUSED if strict and any(report.refused for report in reports) else 0


def _propose(paths: list[Path], choices: Choices, words: Messages, *, json: bool) -> int:
    """Print how the columns of lists would be read; nothing is loaded."""
    proposals = [proposed_mapping(path, choices, words.language) for path in paths]
    if json:
        shown = [{"file": path.name, "mapping": text} for path, text in zip(paths, proposals, strict=True)]
        document(shown[0] if len(shown) == 1 else shown)
    else:
        line("\n".join(proposals).rstrip("\n"))
    return 0


def _load_one(path: Path, choices: Choices, open_graph: Callable[[], Graph], settings: Settings, marked: Path | None) -> Report:
    """Read a file and write it, with the marked table where one is asked for; where that cannot be made, nothing is written."""
    words = texts(settings)
    with progress_steps(path.name, words) as step:
        reading = step(words("progress.reading"))
        prepared = prepare(path, choices, progress=reading, tell=told(settings), kept_mappings=lambda: kept_mappings(open_graph()))
        if marked and not prepared.tables:
            raise QueryMisused("report_of_no_table", file=path.name)
        if marked:
            # Whoever cannot write the table is told before the graph changes.
            write_file(marked, b"")
        report = write(open_graph(), prepared, progress=step(words("progress.writing")))
    if marked:
        write_file(marked, marked_workbook(report, prepared.tables, words.language))
    return report


def _load_all(paths: list[Path], choices: Choices, settings: Settings, words: Messages | None, marked: Path | None) -> list[Report]:
    """Load one file after the other into one graph, opened with the first that could be read; told file by file where there are words."""
    reports: list[Report] = []
    with ExitStack() as stack:
        opened: list[Graph] = []

        def open_graph() -> Graph:
            if not opened:
                opened.append(stack.enter_context(open_prepared(settings)))
            return opened[0]

        for path in paths:
            with interruption_named(path):
                report = _load_one(path, choices, open_graph, settings, marked)
            reports.append(report)
            if words:
                print_report(report, words)
                if marked:
                    line(words("load.marked", path=marked))
        if opened and not choices.dry_run:
            reports = with_suggestions(Reader(opened[0]), reports)
            if words:
                for report in reports:
                    print_what_followed(report, words)
    return reports


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


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as reason:
        raise QueryMisused("parameter_not_of_type", name="--as-of", value=text, type="date") from reason
