"""Loading one file: recognise → read → transform → check → write → retire → report, the same for every source."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

from graph.batches import Batch, batch_of, source_of
from graph.checking import check
from graph.connection import Graph
from graph.errors import LoadStopped, QueryMisused
from graph.model.definitions import VISIBILITY_LEVELS
from graph.model.organizations import Organization
from graph.notices import Progress, Tell, silent, unwatched
from graph.places import Place
from graph.planning import plan_of
from graph.plans import LoadPlan
from graph.stated import strictest
from graph.writing import apply_plan
from loaders.contract import Candidate, Loader, OffersSecondReader, Streamed, Transformed
from loaders.gathered import gathered
from loaders.registry import named, recognised, wording_package
from loaders.report import Repair, Report, repairs_in

LOOSEST = VISIBILITY_LEVELS[0]


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What whoever loads a file may say about it."""

    source: str | None = None
    """The loader to use; None: recognised by the content."""
    as_of: date | None = None
    """The day the content holds for, where the file does not say."""
    licence: str | None = None
    title: str | None = None
    visibility: str = "public"
    """How visible the source is, where its loader does not say that it is stricter."""
    second_reader: bool = False
    """Whether the second reader of the user's settings is asked, too; only of a public source."""
    dry_run: bool = False


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


def transformed(candidate: Candidate, choices: Choices) -> tuple[Loader, Transformed]:
    """Everything before the database: the loader of a file, and the facts it made of it.

    Raises:
        LoadStopped: the file cannot be taken; nothing has been written.
        QueryMisused: what was chosen does not go together.
    """
    if choices.visibility not in VISIBILITY_LEVELS:
        raise QueryMisused("unknown_visibility", level=choices.visibility, known=", ".join(VISIBILITY_LEVELS))
    loader = named(choices.source) if choices.source else recognised(candidate)
    if choices.second_reader:
        loader = _with_second_reader(loader, choices)
    candidate = replace(candidate, as_of=candidate.as_of or choices.as_of)
    try:
        read = loader.transform(loader.read(candidate), candidate)
        made = gathered(read) if isinstance(read, Streamed) else read
    except LoadStopped as error:
        error.package = wording_package(loader, error.key)
        raise
    if not made.taken:
        first = Place(made.problems[0].place) if made.problems else "—"
        raise LoadStopped("nothing_taken", file=candidate.name, refused=len(made.problems), first=first)
    dataset = replace(
        made.dataset,
        as_of=made.dataset.as_of or choices.as_of,
        licence=choices.licence or made.dataset.licence,
        title=choices.title or made.dataset.title,
        visibility=strictest(made.dataset.visibility, choices.visibility),
    )
    return loader, replace(made, dataset=dataset)


def _with_second_reader(loader: Loader, choices: Choices) -> Loader:
    if choices.visibility != LOOSEST:
        raise QueryMisused("second_reader_only_public", visibility=choices.visibility)
    if not isinstance(loader, OffersSecondReader):
        raise QueryMisused("no_second_reader", source=loader.name)
    return loader.with_second_reader()


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """A file that was read and checked, ready to be written."""

    loader: Loader
    file: str
    made: Transformed
    """What the loader made of it, without the facts: those are in the batch, and a long report has too many to keep twice."""
    batch: Batch
    repairs: tuple[Repair, ...]
    """What was repaired for reading."""
    loaded_at: str
    dry_run: bool


def prepare(path: Path, choices: Choices | None = None, *, progress: Progress = unwatched, tell: Tell = silent) -> Prepared:
    """Everything that a load does before it touches a database.

    Args:
        path: the file.
        choices: what is known about it; default: nothing.
        progress: told how far reading is.
        tell: told what whoever loads has to know before the report.

    Raises:
        LoadStopped: the file cannot be taken.
    """
    return prepare_candidate(replace(candidate_at(path), progress=progress, tell=tell), choices or Choices())


def prepare_candidate(candidate: Candidate, choices: Choices) -> Prepared:
    """The same for a file whose bytes are at hand.

    Raises:
        LoadStopped: the file cannot be taken.
    """
    loader, made = transformed(candidate, choices)
    check(made.facts)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    checksum = sha256(candidate.content).hexdigest()
    source = source_of(made.dataset, loader=loader.name, checksum=checksum, file=candidate.name, loaded_at=now)
    batch = batch_of(made.dataset, made.facts, source)
    repairs = repairs_in(made.facts)
    made = replace(made, facts=())
    return Prepared(loader=loader, file=candidate.name, made=made, batch=batch, repairs=repairs, loaded_at=now, dry_run=choices.dry_run)


def write(graph: Graph, prepared: Prepared, *, progress: Progress = unwatched) -> Report:
    """Write what was prepared, where it differs from the graph.

    Raises:
        DatabaseUnavailable: the database went away in the middle; the next load of the file completes it.
    """
    with graph.single_writer():
        plan = plan_of(graph, prepared.batch)
        if not prepared.dry_run:
            apply_plan(graph, plan, at=prepared.loaded_at, progress=progress)
    return _report(prepared, plan)


def load(
    open_graph: Callable[[], Graph],
    path: Path,
    choices: Choices | None = None,
    *,
    progress: Progress = unwatched,
    tell: Tell = silent,
) -> Report:
    """Load one file into the graph.

    Args:
        open_graph: gives the graph to write into; called only when the file has been read, so that a file that cannot
            be taken touches no database.
        path: the file.
        choices: what is known about it; default: nothing.
        progress: told how far reading is, then how far writing is.
        tell: as for `prepare`.

    Raises:
        LoadStopped: the file cannot be taken; nothing has been written.
        DatabaseUnavailable: as for `write`.
    """
    prepared = prepare(path, choices, progress=progress, tell=tell)
    return write(open_graph(), prepared, progress=progress)


def _report(prepared: Prepared, plan: LoadPlan) -> Report:
    made, batch = prepared.made, prepared.batch
    changed = sum(not plan.changed_ids.isdisjoint(ids) for ids in made.taken.values())
    kinds = Counter(problem.kind for problem in made.problems)
    facts = Counter(batch.facts().values())
    return Report(
        source=prepared.loader.name,
        dataset=made.dataset.name,
        file=prepared.file,
        rows_in=made.rows_in,
        written=changed,
        unchanged=len(made.taken) - changed,
        refused=kinds["refused"],
        set_aside=kinds["set_aside"],
        retired=plan.retired,
        facts=dict(sorted(facts.items())),
        cases=made.cases,
        repairs=prepared.repairs,
        reviews_lost=tuple({name: str(row.properties[name]) for name in ("id", "fact", "quote", "review")} for row in plan.reviews_lost),
        problems=made.problems,
        dry_run=prepared.dry_run,
        load=None if prepared.dry_run or plan.is_empty else plan.load.id,
        bodies=frozenset(id_ for id_, label in batch.facts().items() if label == Organization.label),
    )
