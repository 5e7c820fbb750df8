"""Everything that a load does before it touches a database: recognise → read → transform → check, the same for every source."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from graph.batches import Batch, add_source, add_stated, batch_of, source_of
from graph.checking import check
from graph.errors import LoadStopped, QueryMisused
from graph.facts import Dataset
from graph.model.definitions import VISIBILITY_LEVELS
from graph.model.sources import Source
from graph.notices import Progress, Tell, silent, unwatched
from graph.places import Place
from graph.stated import strictest
from graph.stated_facts import StatedFacts
from loaders.contract import Candidate, Loader, OffersSecondReader, Problem, Streamed, Transformed
from loaders.prepared import Choices, Prepared
from loaders.registry import named, recognised, wording_package
from loaders.report import RepairsSeen, repairs_in
from loaders.tables.findings import findings
from loaders.tables.found import tables_in
from loaders.tables.table import Table

LOOSEST = VISIBILITY_LEVELS[0]
LONG = 20_000
"""Quotations from which on a source is written in parts."""
TOLD_EVERY = 1_000
"""Records between two reports of progress."""


def candidate_at(path: Path) -> Candidate:
    """A file as it lies on disk.

    Raises:
        LoadStopped: there is no such file, or it cannot be read.
    """
    if path.is_dir():
        raise LoadStopped("path_is_a_folder", path=path)
    try:
        return Candidate(path=path, content=path.read_bytes())
    except FileNotFoundError as reason:
        raise LoadStopped("no_such_file", path=path) from reason
    except OSError as reason:
        raise LoadStopped("file_unreadable", path=path, reason=reason.strerror or str(reason)) from reason


def prepare(
    path: Path,
    choices: Choices | None = None,
    *,
    progress: Progress = unwatched,
    tell: Tell = silent,
    kept_mappings: Callable[[], Sequence[str]] = tuple,
) -> Prepared:
    """Everything that a load does before it touches a database.

    Args:
        path: the file.
        choices: what is known about it; default: nothing.
        progress: told how far reading is.
        tell: told what whoever loads has to know before the report.
        kept_mappings: asks the graph how the lists in it were read; called only for a list with heads of its own.

    Raises:
        LoadStopped: the file cannot be taken.
        QueryMisused: what was chosen does not go together.
    """
    candidate = replace(candidate_at(path), progress=progress, tell=tell, kept_mappings=kept_mappings)
    return prepare_candidate(candidate, choices or Choices())


def prepare_candidate(candidate: Candidate, choices: Choices) -> Prepared:
    """The same for a file whose bytes are at hand.

    Raises:
        LoadStopped: the file cannot be taken.
        QueryMisused: what was chosen does not go together.
    """
    if choices.visibility not in VISIBILITY_LEVELS:
        raise QueryMisused("unknown_visibility", level=choices.visibility, known=", ".join(VISIBILITY_LEVELS))
    loader = named(choices.source) if choices.source else recognised(candidate)
    if choices.second_reader:
        loader = _with_second_reader(loader, choices)
    candidate = replace(
        candidate,
        as_of=candidate.as_of or choices.as_of,
        dataset=choices.dataset,
        mapping=choices.mapping,
        accepts_proposal=choices.accepts_proposal or choices.dry_run,
    )
    try:
        records = loader.read(candidate)
        made = loader.transform(records, candidate)
        tables = tables_in(records)
        if isinstance(made, Streamed):
            return _with_advice(_streamed(loader, made, candidate, choices, tables), tables)
    except LoadStopped as error:
        error.package = wording_package(loader, error.key)
        raise
    return _with_advice(_whole(loader, made, candidate, choices), tables)


def _with_advice(prepared: Prepared, tables: tuple[Table, ...]) -> Prepared:
    """With the tables of the file, and what whoever keeps it could write so that programs read it better."""
    advised = [table for table in tables if table.screens and not table.is_form]
    advice = {(finding.code, finding.place): finding for table in advised for finding in findings(table)}
    return replace(prepared, problems=(*prepared.problems, *advice.values()), tables=tables if prepared.choices.keeps_tables else ())


def _with_second_reader(loader: Loader, choices: Choices) -> Loader:
    if choices.visibility != LOOSEST:
        raise QueryMisused("second_reader_only_public", visibility=choices.visibility)
    if not isinstance(loader, OffersSecondReader):
        raise QueryMisused("no_second_reader", source=loader.name)
    return loader.with_second_reader()


def _whole(loader: Loader, made: Transformed, candidate: Candidate, choices: Choices) -> Prepared:
    _refuse_nothing(len(made.taken), made.problems, candidate)
    check(made.facts)
    dataset = _chosen(made.dataset, choices)
    source = _source(dataset, loader, candidate)
    records: dict[str, list[int]] = {}
    for number, ids in enumerate(made.taken.values()):
        for id_ in ids:
            records.setdefault(id_, []).append(number)
    return Prepared(
        loader=loader,
        file=candidate.name,
        dataset=dataset,
        source=source,
        rows_in=made.rows_in,
        taken=len(made.taken),
        problems=made.problems,
        batch=batch_of(dataset, made.facts, source),
        records=records,
        cases=made.cases,
        repairs=repairs_in(made.facts),
        choices=choices,
    )


def _streamed(loader: Loader, made: Streamed, candidate: Candidate, choices: Choices, tables: tuple[Table, ...]) -> Prepared:
    dataset = _chosen(made.dataset, choices)
    stated, problems, repairs = StatedFacts(dataset), [*made.notices], RepairsSeen()
    try:
        expected = made.expected or sum(table.expected or 0 for table in tables)
        rows_in, taken = _take(made, candidate, stated=stated, problems=problems, repairs=repairs, expected=expected)
        _refuse_nothing(taken, problems, candidate)
        stated.finish()
    except BaseException:
        stated.close()
        raise
    source = _source(dataset, loader, candidate)
    batch, records = _at_once(stated, source) if stated.statements <= LONG else (None, {})
    return Prepared(
        loader=loader,
        file=candidate.name,
        dataset=dataset,
        source=source,
        rows_in=rows_in,
        taken=taken,
        problems=tuple(problems),
        batch=batch,
        stated=stated if batch is None else None,
        records=records,
        repairs=repairs.found(),
        choices=choices,
    )


def _take(
    made: Streamed, candidate: Candidate, *, stated: StatedFacts, problems: list[Problem], repairs: RepairsSeen, expected: int
) -> tuple[int, int]:
    """Go through the records: how many there are, and how many gave facts."""
    rows_in = taken = 0
    for outcome in made.outcomes():
        problems.extend(outcome.problems)
        if outcome.facts:
            stated.add(rows_in, outcome.facts)
            repairs.see(outcome.facts)
            taken += 1
        rows_in += 1
        if rows_in % TOLD_EVERY == 0:
            candidate.progress(min(rows_in, expected or rows_in), expected)
    candidate.progress(rows_in, rows_in)
    return rows_in, taken


def _at_once(stated: StatedFacts, source: Source) -> tuple[Batch, dict[str, Sequence[int]]]:
    """All that is stated as one batch, and which records state each fact."""
    batch = Batch(dataset=stated.dataset.name, source_id=source.id, adds_only=stated.dataset.adds_only)
    add_source(batch, stated.dataset, source)
    records: dict[str, Sequence[int]] = {}
    for part in stated.parts():
        add_stated(batch, stated.dataset, part.stated, part.levels)
        records |= part.records
    stated.close()
    return batch, records


def _refuse_nothing(taken: int, problems: Sequence[Problem], candidate: Candidate) -> None:
    if not taken:
        counted = Counter(problem.kind for problem in problems)
        refused = [problem for problem in problems if problem.kind != "warning"]
        first = Place(refused[0].place) if refused else "—"
        raise LoadStopped("nothing_taken", file=candidate.name, refused=counted["refused"] + counted["set_aside"], first=first)


def _chosen(dataset: Dataset, choices: Choices) -> Dataset:
    """A dataset as its loader describes it, with what whoever loads it says of it."""
    return replace(
        dataset,
        name=choices.dataset or dataset.name,
        as_of=dataset.as_of or choices.as_of,
        licence=choices.licence or dataset.licence,
        title=choices.title or dataset.title,
        visibility=strictest(dataset.visibility, choices.visibility),
    )


def _source(dataset: Dataset, loader: Loader, candidate: Candidate) -> Source:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    checksum = sha256(candidate.content).hexdigest()
    return source_of(dataset, loader=loader.name, checksum=checksum, file=candidate.name, loaded_at=now)
