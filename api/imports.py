"""Files on their way into the graph: read as a trial, loaded, and taken back, beside the pages and not in their way.

What was sent is kept in memory between trial and load, for a quarter of an hour and within a limit, and is forgotten as
soon as it is loaded or given up.
"""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

from api.one_import import LOAD, PREVIEW, UNDO, Import
from api.undone import Undone, taken_back
from graph.connection import Graph
from graph.errors import QueryMisused
from graph.reading import Reader
from loaders.contract import Candidate
from loaders.doubles import with_suggestions
from loaders.marked_workbook import marked_workbook
from loaders.report import Report
from loaders.run import Choices, known_to, prepare_candidate, write

KEPT_SECONDS = 15 * 60
MOST_IMPORTS = 8
WORKERS = 2
"""One may read a file while another is being written."""


class Imports:
    """The imports of one process.

    Args:
        graph: where files go.
        audience: whose suggestions of doubles are shown.
        most_bytes: how much may be kept of files that wait to be loaded.
    """

    def __init__(self, graph: Graph, *, audience: str, most_bytes: int) -> None:
        self._graph, self._audience, self._most_bytes = graph, audience, most_bytes
        self._imports: dict[str, Import] = {}
        self._timers: list[threading.Timer] = []
        self._lock = threading.RLock()
        self._workers = ThreadPoolExecutor(max_workers=WORKERS, thread_name_prefix="import")

    def preview(self, candidate: Candidate, choices: Choices) -> Import:
        """Begin to read a file as a trial.

        Raises:
            QueryMisused: too many imports are at work.
        """
        with self._lock:
            self._make_room(len(candidate.content))
            one = Import(file=candidate.name, choices=choices, candidate=candidate, work=Future())
            one.work = self._workers.submit(self._tried, one, candidate)
            self._imports[one.id] = one
            one.work.add_done_callback(lambda done: self._forget_if_failed(one.id, done))
            timer = threading.Timer(KEPT_SECONDS, self.forget, [one.id])
            timer.daemon = True
            timer.start()
            self._timers = [*(kept for kept in self._timers if kept.is_alive()), timer]
        return one

    def load(self, id_: str) -> Import:
        """Begin to load the file of a trial; a second call for the same changes nothing.

        Raises:
            QueryMisused: there is no such import, or its file is not kept any more.
        """
        with self._lock:
            one = self.find(id_)
            if one.step != PREVIEW and (one.is_running or one.work.exception() is None):
                return one
            candidate = one.candidate
            if candidate is None:
                raise QueryMisused("upload_forgotten", file=one.file, minutes=KEPT_SECONDS // 60)
            self._begin(one, LOAD, lambda: self._loaded(one, candidate))
        return one

    def undo(self, load: str, *, of: str | None = None) -> Import:
        """Begin to take a load back.

        Args:
            load: its id in the graph.
            of: the import that loaded it, where it is one of this process.

        Raises:
            QueryMisused: there is no such import, or too many are at work.
        """

        def work() -> Undone:
            return taken_back(self._graph, load)

        with self._lock:
            if of is None:
                self._make_room(0)
                one = Import(file="", step=UNDO, load=load, work=self._workers.submit(work))
                self._imports[one.id] = one
                return one
            one = self.find(of)
            if one.step != UNDO:
                self._begin(one, UNDO, work)
        return one

    def marked(self, id_: str, language: str) -> bytes:
        """The table of a trial with what its report says of it, as a workbook.

        Raises:
            QueryMisused: there is no such import, its file is not kept any more, or it is no table.
        """
        with self._lock:
            one = self.find(id_)
            candidate, tables = one.candidate, one.tables
        report = None if one.is_running or candidate is None else one.outcome()
        if not isinstance(report, Report):
            raise QueryMisused("upload_forgotten", file=one.file, minutes=KEPT_SECONDS // 60)
        return marked_workbook(report, tables, language)

    def find(self, id_: str) -> Import:
        """An import by its id.

        Raises:
            QueryMisused: there is none.
        """
        with self._lock:
            if id_ not in self._imports:
                raise QueryMisused("unknown_import")
            return self._imports[id_]

    def forget(self, id_: str) -> None:
        """Forget the file of an import, if it is still kept."""
        with self._lock:
            if id_ in self._imports:
                self._imports[id_].let_go()

    def _forget_if_failed(self, id_: str, done: "Future[Report | Undone]") -> None:
        if done.cancelled() or done.exception() is not None:
            self.forget(id_)

    def give_up(self, id_: str) -> None:
        """Forget an import whose file is not to be loaded."""
        with self._lock:
            if id_ in self._imports and not self._imports[id_].is_running:
                del self._imports[id_]

    def kept_bytes(self) -> int:
        """How much is kept of files that wait to be loaded."""
        with self._lock:
            return sum(len(one.candidate.content) for one in self._imports.values() if one.candidate)

    def close(self) -> None:
        """Finish what is being written, read no further trial, and forget every file."""
        for timer in self._timers:
            timer.cancel()
        with self._lock:
            for one in self._imports.values():
                if one.step == PREVIEW:
                    one.work.cancel()
        self._workers.shutdown(wait=True)
        with self._lock:
            self._imports.clear()

    def _begin(self, one: Import, step: str, work: Callable[[], Report | Undone]) -> None:
        one.step, one.done, one.total = step, 0, 0
        one.work = self._workers.submit(work)

    def _tried(self, one: Import, candidate: Candidate) -> Report:
        try:
            return self._trial(one, candidate)
        except Exception:
            # Before anybody is told that it failed: nobody sees a file that could not be read still kept.
            with self._lock:
                one.let_go()
            raise

    def _trial(self, one: Import, candidate: Candidate) -> Report:
        told = replace(known_to(self._graph, candidate), progress=one.told)
        prepared = prepare_candidate(told, replace(one.choices, dry_run=True, keeps_tables=True))
        with self._lock:
            one.tables = prepared.tables if one.candidate else ()
        return write(self._graph, prepared)

    def _loaded(self, one: Import, candidate: Candidate) -> Report:
        told = replace(known_to(self._graph, candidate), progress=one.told)
        prepared = prepare_candidate(told, replace(one.choices, accepts_proposal=True))
        report = write(self._graph, prepared, progress=one.told)
        one.load = report.load
        self.forget(one.id)
        (report,) = with_suggestions(Reader(self._graph, audience=self._audience), [report])
        return report

    def _make_room(self, size: int) -> None:
        """Forget the oldest imports that are not at work, and the files of the oldest, until one more fits."""
        resting = [one for one in self._imports.values() if not one.is_running]
        while len(self._imports) >= MOST_IMPORTS:
            if not resting:
                raise QueryMisused("imports_busy", count=len(self._imports))
            del self._imports[resting.pop(0).id]
        for one in resting:
            if self.kept_bytes() + size <= self._most_bytes:
                break
            one.let_go()
