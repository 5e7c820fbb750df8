"""`tsunagu load`: files in."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from api.cli.interrupted import LoadInterrupted
from api.cli.load_options import (
    AsOf,
    DatasetName,
    DryRun,
    JsonResult,
    Level,
    MappingFile,
    MarkedTable,
    Paths,
    ProposeMapping,
    Retire,
    SecondReader,
    SourceKind,
    Strict,
)
from api.cli.opening import open_prepared, told
from api.cli.output import current_settings, document, line, progress_steps, texts
from api.cli.printed_report import print_report, print_what_followed
from api.load_report import report_shown
from graph.connection import Graph
from graph.days import day_given
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
    paths: Paths,
    source: SourceKind = None,
    as_of: AsOf = None,
    visibility: Level = VISIBILITY_LEVELS[0],
    second_reader: SecondReader = False,
    dataset: DatasetName = None,
    mapping: MappingFile = None,
    propose_mapping: ProposeMapping = False,
    report_xlsx: MarkedTable = None,
    retire: Retire = False,
    dry_run: DryRun = False,
    strict: Strict = False,
    json: JsonResult = False,
) -> int:
    """Load files, each as one source."""
    settings = current_settings()
    words = texts(settings)
    choices = Choices(
        mapping=mapping_in(mapping) if mapping else None,
        source=source,
        as_of=day_given("--as-of", as_of),
        dataset=dataset,
        visibility=visibility,
        second_reader=second_reader,
        retire_freely=retire,
        keeps_tables=report_xlsx is not None,
        dry_run=dry_run,
    )
    if propose_mapping:
        return _propose(paths, choices, words, json=json)
    if report_xlsx:
        _see_that_it_can_be_marked(paths, report_xlsx)
    reports = _load_all(paths, choices, settings, None if json else words, report_xlsx)
    if json:
        shown = [report_shown(report, words) for report in reports]
        document(shown[0] if len(shown) == 1 else shown)
    return REFUSED if strict and any(report.refused for report in reports) else 0


def _see_that_it_can_be_marked(paths: list[Path], marked: Path) -> None:
    if len(paths) > 1:
        raise QueryMisused("report_of_one_file")
    if marked.resolve() == paths[0].resolve():
        raise QueryMisused("report_over_its_file", file=paths[0])


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


@contextmanager
def interruption_named(path: Path) -> Iterator[None]:
    """Ctrl-C with the name of the file whose load it broke off."""
    try:
        yield
    except KeyboardInterrupt as reason:
        raise LoadInterrupted(path.name) from reason
