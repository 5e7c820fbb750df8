"""The embedded database: started as a child process on need, found again by a second program, stopped cleanly.

Why a child process and not the package's in-process bindings, and where each flag comes from: graph/decisions/0001.
Everything about a running engine lies beside its data: `server.json` (pid, ports), `users/` (one file per program that
uses it), `version` (of the engine that wrote them). The last program that leaves stops it, unless `tsunagu database
start` asked for it to stay.
"""

import atexit
import errno
import json
import os
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, replace
from importlib.util import find_spec
from pathlib import Path

import psutil
from filelock import FileLock, Timeout

from graph.disk import says_full
from graph.embedded_command import DATABASE
from graph.embedded_password import make_password, password_of
from graph.embedded_process import START_SECONDS, STOP_SECONDS, is_ready, started, stopped
from graph.embedded_record import Server, recorded, running_without_record, users
from graph.embedded_version import keep_copy_before_another_version, record_version
from graph.errors import DatabaseMisconfigured, DatabaseUnavailable
from graph.notices import Tell, silent
from graph.ports import answers_bolt

TOLD_AFTER_SECONDS = 1.0
HANGS_AFTER_SECONDS = 10.0

_CONNECTIONS: Counter[Path] = Counter()
"""How many connections this program has to each engine, by its user file; changed under the startup lock only."""


class EmbeddedDatabase:
    """The engine whose data lie under one folder.

    Args:
        home: TSUNAGU_HOME; everything is kept in its subfolder `engine`.
        bolt_port: the port on which it speaks Bolt, when it is started; None: a free one.
        tell: told what a user should know meanwhile.
    """

    def __init__(self, home: Path, *, bolt_port: int | None = None, tell: Tell = silent) -> None:
        self.folder = home / "engine"
        self._bolt_port = bolt_port
        self._tell = tell
        self._record_file = self.folder / "server.json"
        self._user_file = self.folder / "users" / f"{os.getpid()}.json"

    @property
    def password(self) -> str:
        """The password made for this folder; only its owner can read it."""
        return password_of(self.folder)

    @contextmanager
    def only_writer(self, tell: Tell) -> Iterator[None]:
        """Keep it to one writer at a time, across programs; who waits for longer than a second is told so."""
        with self._usable():
            lock = FileLock(self.folder / "writer.lock", is_singleton=True)
            try:
                lock.acquire(timeout=TOLD_AFTER_SECONDS)
            except Timeout:
                others = [str(pid) for pid in users(self.folder / "users") if pid != os.getpid()]
                tell("waiting_for_writer", program=", ".join(others) or "—")
                lock.acquire(timeout=-1)
        try:
            yield
        finally:
            lock.release()

    def join(self) -> Server:
        """Find the running engine or start one, and register this program as a user of it.

        Raises:
            DatabaseUnavailable: it did not start, it hangs, or the disk is full.
            DatabaseMisconfigured: the folder or the port cannot be used.
        """
        self._prepare_folder()
        self._see_that_it_answers()
        with self._usable(), self._startup_lock():
            server = self._find_or_start()
            self._user_file.write_text(json.dumps({"created": psutil.Process().create_time()}), encoding="utf-8")
            if not _CONNECTIONS[self._user_file]:
                atexit.register(self._leave_for_good)
            _CONNECTIONS[self._user_file] += 1
        if self._bolt_port not in {None, server.bolt_port}:
            self._tell("engine_on_other_port", port=server.bolt_port, wanted=self._bolt_port)
        return server

    def leave(self) -> None:
        """Unregister this program with its last connection; the last program out stops the engine."""
        if not self.folder.is_dir():
            return
        with self._startup_lock():
            _CONNECTIONS[self._user_file] -= 1
            if _CONNECTIONS[self._user_file] > 0:
                return
            del _CONNECTIONS[self._user_file]
            self._user_file.unlink(missing_ok=True)
            server = self.find()
            if server and not server.keep and not list(users(self.folder / "users")):
                self._stop(server)

    def _leave_for_good(self) -> None:
        """At the end of a program that did not close every connection."""
        if _CONNECTIONS.get(self._user_file):
            _CONNECTIONS[self._user_file] = 1
            self.leave()

    def start(self) -> Server:
        """Start the engine to stay until `stop`."""
        self._prepare_folder()
        self._see_that_it_answers()
        with self._usable(), self._startup_lock():
            server = replace(self._find_or_start(), keep=True)
            self._record(server)
        return server

    def stop(self) -> bool:
        """Stop the engine; False when none was running."""
        if not self.folder.is_dir():
            return False
        with self._usable(), self._startup_lock():
            server = self.find() or running_without_record(self.folder)
            if server:
                self._stop(server)
        return server is not None

    @contextmanager
    def at_rest(self) -> Iterator[None]:
        """Keep the engine stopped for as long as it lasts, and start it again where it was started to stay.

        Raises:
            DatabaseUnavailable: other programs use it.
        """
        self._prepare_folder()
        with self._startup_lock():
            if using := sorted(users(self.folder / "users")):
                raise DatabaseUnavailable("engine_in_use", pids=", ".join(map(str, using)))
            server = self.find() or running_without_record(self.folder)
            if server:
                self._stop(server)
            try:
                yield
            finally:
                if server and server.keep:
                    self._record(replace(self._start(), keep=True))

    def find(self) -> Server | None:
        """The running engine of this folder; a stale record is forgotten."""
        server = recorded(self._record_file)
        if server and server.process() is None:
            with suppress(OSError):
                self._record_file.unlink(missing_ok=True)
            return None
        return server

    def has_data(self) -> bool:
        """Whether an engine ever stored something here."""
        return (self.folder / "databases" / DATABASE).is_dir()

    @contextmanager
    def _usable(self) -> Iterator[None]:
        """What the operating system refuses about the folder, as our errors."""
        try:
            yield
        except OSError as reason:
            if says_full(reason):
                raise DatabaseUnavailable("disk_full", path=self.folder) from reason
            path = reason.filename or self.folder
            raise DatabaseMisconfigured("home_unusable", path=path, reason=reason.strerror or str(reason)) from reason

    def _prepare_folder(self) -> None:
        if find_spec("arcadedb_embedded") is None:
            raise DatabaseMisconfigured("engine_not_installed")
        with self._usable():
            (self.folder / "users").mkdir(parents=True, exist_ok=True)
            if self._record_file.is_dir():
                raise DatabaseMisconfigured("home_unusable", path=self._record_file, reason=os.strerror(errno.EISDIR))
            with self._startup_lock():
                make_password(self.folder)

    @contextmanager
    def _startup_lock(self) -> Iterator[None]:
        lock = FileLock(self.folder / "startup.lock")
        try:
            try:
                lock.acquire(timeout=TOLD_AFTER_SECONDS)
            except Timeout:
                self._tell("waiting_for_start", path=self.folder)
                lock.acquire(timeout=START_SECONDS + STOP_SECONDS)
        except Timeout as reason:
            raise DatabaseUnavailable("engine_lock_held", path=lock.lock_file) from reason
        try:
            yield
        finally:
            lock.release()

    def _see_that_it_answers(self) -> None:
        """A program that is found running but hangs is not waited for without a word, nor for ever."""
        server = self.find()
        if server is None or answers_bolt(server.bolt_port, seconds=HANGS_AFTER_SECONDS / 5):
            return
        self._tell("waiting_for_engine", pid=server.pid, seconds=int(HANGS_AFTER_SECONDS))
        if not answers_bolt(server.bolt_port, seconds=HANGS_AFTER_SECONDS):
            raise DatabaseUnavailable("engine_hangs", pid=server.pid)

    def _find_or_start(self) -> Server:
        server = self.find()
        if server:
            return server
        server = running_without_record(self.folder)
        if server:
            # Whoever started it was killed meanwhile. It may still be on its way.
            if is_ready(server, self.password, by=time.monotonic() + START_SECONDS):
                self._record(server)
                return server
            self._stop(server)
        return self._start()

    def _start(self) -> Server:
        keep_copy_before_another_version(self.folder, self._tell)
        server = started(self.folder, self._bolt_port, self.password)
        try:
            record_version(self.folder)
            self._record(server)
        except BaseException:
            # A full disk, Ctrl-C: no engine stays behind that nobody knows of.
            stopped(server, self.password)
            raise
        return server

    def _record(self, server: Server) -> None:
        partial = self.folder / "server.json.new"
        partial.write_text(json.dumps(asdict(server)), encoding="utf-8")
        partial.replace(self._record_file)

    def _stop(self, server: Server) -> None:
        stopped(server, self.password)
        with suppress(OSError):
            self._record_file.unlink(missing_ok=True)
