"""Loading one file: prepare (`loaders.preparing`) → compare → write → retire → report, the same for every source."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from graph.changes import Changes, ChangesSeen
from graph.connection import Graph
from graph.errors import LoadStopped
from graph.findings.refreshing import bring_up_to_date
from graph.long_loads import load_in_parts
from graph.mappings import kept_mappings
from graph.model.organizations import Organization
from graph.notices import Progress, Tell, silent, unwatched
from graph.planning import plan_of
from graph.rows import NodeRow
from graph.writing import apply_plan
from loaders.contract import Candidate, Problem
from loaders.prepared import Choices, Prepared
from loaders.preparing import candidate_at, prepare, prepare_candidate
from loaders.report import MOST_BODIES, Report

__all__ = [
    "Choices",
    "Prepared",
    "candidate_at",
    "known_to",
    "load",
    "prepare",
    "prepare_candidate",
    "write",
]

MOST_RETIRED = 0.5
"""Share of what a dataset stated that a new version may take away without being asked again."""
LOST_SHOWN = ("id", "fact", "quote", "review", "visibility")
"""What is told of reviewed evidence whose sentence is gone."""
FEW = 40
"""Facts below which a share says nothing."""


def write(graph: Graph, prepared: Prepared, *, progress: Progress = unwatched) -> Report:
    """Write what was prepared, where it differs from the graph.

    Raises:
        LoadStopped: it would take away most of what the dataset stated; nothing has been written.
        DatabaseUnavailable: the database went away in the middle; the next load of the file completes it.
    """
    with graph.single_writer():
        report = _write_at_once(graph, prepared, progress) if prepared.batch else _write_in_parts(graph, prepared, progress)
        if not report.dry_run:
            bring_up_to_date(graph, operation=report.load)
        return report


def known_to(graph: Graph, candidate: Candidate) -> Candidate:
    """A file whose list may have been loaded into the graph before, with how it was read then."""
    return replace(candidate, kept_mappings=lambda: kept_mappings(graph))


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
    prepared = prepare(path, choices, progress=progress, tell=tell, kept_mappings=lambda: kept_mappings(open_graph()))
    return write(open_graph(), prepared, progress=progress)


def _write_at_once(graph: Graph, prepared: Prepared, progress: Progress) -> Report:
    if prepared.batch is None:
        raise TypeError("a long source is written in parts")
    plan = plan_of(graph, prepared.batch)
    guard = _guard(prepared, plan.retired, plan.before)
    changes = ChangesSeen(graph)
    changes.see(plan)
    if not prepared.choices.dry_run:
        apply_plan(graph, plan, at=prepared.loaded_at, progress=progress)
    facts = prepared.batch.facts()
    changed = {number for id_ in plan.changed_ids for number in prepared.records.get(id_, ())}
    return _report(
        prepared,
        written=len(changed),
        retired=plan.retired,
        facts=Counter(facts.values()),
        reviews_lost=plan.reviews_lost,
        load=None if plan.is_empty else plan.load.id,
        bodies=frozenset(id_ for id_, label in facts.items() if label == Organization.label),
        further=guard,
        changes=changes.found(),
    )


def _write_in_parts(graph: Graph, prepared: Prepared, progress: Progress) -> Report:
    if prepared.stated is None:
        raise TypeError("there is nothing to write")
    changes, guards = ChangesSeen(graph), list[Problem]()

    def allow(retired: int, before: int) -> None:
        guards.extend(_guard(prepared, retired, before))

    try:
        done = load_in_parts(
            graph,
            prepared.stated,
            prepared.source,
            dry_run=prepared.choices.dry_run,
            progress=progress,
            watch=changes.see,
            allow=allow,
        )
        return _report(
            prepared,
            written=len(done.changed_records),
            retired=done.retired,
            facts=prepared.stated.kinds,
            reviews_lost=done.reviews_lost,
            load=done.load,
            bodies=frozenset(prepared.stated.ids_of(Organization.label, most=MOST_BODIES + 1)),
            further=guards,
            changes=changes.found(),
        )
    finally:
        prepared.stated.close()


def _guard(prepared: Prepared, retired: int, before: int) -> list[Problem]:
    """What there is to say of a version that takes away most of what the one before it stated.

    Raises:
        LoadStopped: that is not allowed.
    """
    if prepared.choices.retire_freely or before < FEW or retired <= MOST_RETIRED * before:
        return []
    values: dict[str, object] = {"file": prepared.file, "retired": retired, "before": before, "dataset": prepared.dataset.name}
    if prepared.choices.dry_run:
        return [Problem(code="most_would_retire", place=prepared.file, kind="warning", values=values)]
    raise LoadStopped("most_would_retire", **values)


def _report(
    prepared: Prepared,
    *,
    written: int,
    retired: int,
    facts: Mapping[str, int],
    reviews_lost: list[NodeRow],
    load: str | None,
    bodies: frozenset[str],
    further: list[Problem],
    changes: Changes,
) -> Report:
    kinds = Counter(problem.kind for problem in prepared.problems)
    dry_run = prepared.choices.dry_run
    return Report(
        source=prepared.loader.name,
        dataset=prepared.dataset.name,
        file=prepared.file,
        rows_in=prepared.rows_in,
        written=written,
        unchanged=prepared.taken - written,
        refused=kinds["refused"],
        set_aside=kinds["set_aside"],
        retired=retired,
        facts=dict(sorted(facts.items())),
        cases=prepared.cases,
        repairs=prepared.repairs,
        reviews_lost=tuple(
            {name: str(row.properties[name]) for name in ("id", "fact", "quote", "review", "visibility")} for row in reviews_lost
        ),
        problems=(*prepared.problems, *further),
        changes=changes,
        dry_run=dry_run,
        load=None if dry_run else load,
        bodies=bodies,
    )
