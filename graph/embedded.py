"""The embedded database: started as a child process on need, found again by a second program, stopped cleanly.

Why a child process and not the package's in-process bindings, and where each flag comes from: graph/decisions/0001.
Everything about a running engine lies beside its data: `server.json` (pid, ports), `users/` (one file per program that
uses it). The last program that leaves stops it, unless `tsunagu database start` asked for it to stay.
"""

import atexit
import json
import os
import secrets
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from importlib.util import find_spec
from pathlib import Path

import psutil
from filelock import FileLock, Timeout

from graph.embedded_command import DATABASE, java_command, logging_configuration
from graph.errors import DatabaseMisconfigured, DatabaseUnavailable
from graph.ports import free_ports, port_is_open

START_SECONDS = 60
STOP_SECONDS = 30
START_ATTEMPTS = 3

_CONNECTIONS: Counter[Path] = Counter()
"""How many connections this program has to each engine, by its user file; changed under the startup lock only."""


@dataclass(frozen=True)
class Server:
    """A running engine."""

    pid: int
    created: float
    bolt_port: int
    http_port: int
    keep: bool = False

    @property
    def uri(self) -> str:
        """Where it speaks Bolt: loopback only."""
        return f"bolt://127.0.0.1:{self.bolt_port}"

    def process(self) -> psutil.Process | None:
        """Its process; None when the pid is gone or has been given to another program."""
        try:
            process = psutil.Process(self.pid)
            if abs(process.create_time() - self.created) > 1 or process.status() == psutil.STATUS_ZOMBIE:
                return None
        except psutil.NoSuchProcess:
            return None
        return process


class EmbeddedDatabase:
    """The engine whose data lie under one folder.

    Args:
        home: TSUNAGU_HOME; everything is kept in its subfolder `engine`.
    """

    def __init__(self, home: Path) -> None:
        self.folder = home / "engine"
        self._user_file = self.folder / "users" / f"{os.getpid()}.json"

    @property
    def password(self) -> str:
        """The password made for this folder; only its owner can read it."""
        return (self.folder / "password").read_text(encoding="utf-8")

    def writer_lock(self) -> FileLock:
        """The lock that keeps it to one writer at a time, across programs."""
        return FileLock(self.folder / "writer.lock", is_singleton=True)

    def join(self) -> Server:
        """Find the running engine or start one, and register this program as a user of it.

        Raises:
            DatabaseUnavailable: it did not start.
            DatabaseMisconfigured: the folder cannot be used.
        """
        self._prepare_folder()
        with self._startup_lock():
            server = self.find() or self._start()
            self._user_file.write_text(json.dumps({"created": psutil.Process().create_time()}), encoding="utf-8")
            if not _CONNECTIONS[self._user_file]:
                atexit.register(self._leave_for_good)
            _CONNECTIONS[self._user_file] += 1
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
            if server and not server.keep and not list(self._users()):
                self._stop(server)

    def _leave_for_good(self) -> None:
        """At the end of a program that did not close every connection."""
        if _CONNECTIONS.get(self._user_file):
            _CONNECTIONS[self._user_file] = 1
            self.leave()

    def start(self) -> Server:
        """Start the engine to stay until `stop`."""
        self._prepare_folder()
        with self._startup_lock():
            server = replace(self.find() or self._start(), keep=True)
            self._record(server)
        return server

    def stop(self) -> bool:
        """Stop the engine; False when none was running."""
        if not self.folder.is_dir():
            return False
        with self._startup_lock():
            server = self.find()
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
            if users := sorted(self._users()):
                raise DatabaseUnavailable("engine_in_use", pids=", ".join(map(str, users)))
            server = self.find()
            if server:
                self._stop(server)
            try:
                yield
            finally:
                if server and server.keep:
                    self._record(replace(self._start(), keep=True))

    def find(self) -> Server | None:
        """The running engine of this folder; a stale record is forgotten."""
        record = self.folder / "server.json"
        try:
            server = Server(**json.loads(record.read_text(encoding="utf-8")))
        except (FileNotFoundError, ValueError, TypeError):
            return None
        if server.process() is None:
            record.unlink(missing_ok=True)
            return None
        return server

    def _prepare_folder(self) -> None:
        if find_spec("arcadedb_embedded") is None:
            raise DatabaseMisconfigured("engine_not_installed")
        try:
            (self.folder / "users").mkdir(parents=True, exist_ok=True)
            with self._startup_lock():
                self._make_password()
        except OSError as reason:
            raise DatabaseMisconfigured("home_unusable", path=self.folder, reason=reason.strerror or str(reason)) from reason

    def _make_password(self) -> None:
        password = self.folder / "password"
        if not password.exists():
            descriptor = os.open(password, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write(secrets.token_urlsafe(24))

    @contextmanager
    def _startup_lock(self) -> Iterator[None]:
        lock = FileLock(self.folder / "startup.lock", timeout=START_SECONDS + STOP_SECONDS)
        try:
            lock.acquire()
        except Timeout as reason:
            raise DatabaseUnavailable("engine_lock_held", path=lock.lock_file) from reason
        try:
            yield
        finally:
            lock.release()

    def _start(self) -> Server:
        (self.folder / "logging.properties").write_text(logging_configuration(self.folder), encoding="utf-8")
        for _ in range(START_ATTEMPTS):
            bolt_port, http_port = free_ports(2)
            with (self.folder / "engine.out").open("ab") as output:
                child = subprocess.Popen(  # noqa: S603 - our own command line, no shell
                    java_command(self.folder, bolt_port=bolt_port, http_port=http_port),
                    stdout=output,
                    stderr=subprocess.STDOUT,
                    stdin=subprocess.DEVNULL,
                    cwd=self.folder,
                    start_new_session=True,
                )
            created = psutil.Process(child.pid).create_time()
            server = Server(pid=child.pid, created=created, bolt_port=bolt_port, http_port=http_port)
            if self._wait_until_ready(server, child):
                self._record(server)
                return server
            child.kill()
            child.wait()
        raise DatabaseUnavailable("engine_did_not_start", log=self.folder / "engine.out")

    def _wait_until_ready(self, server: Server, child: "subprocess.Popen[bytes]") -> bool:
        from graph.connection import answers  # noqa: PLC0415 - the connection knows this module

        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and child.poll() is None:
            if port_is_open(server.bolt_port) and answers(server.uri, ("root", self.password), DATABASE):
                return True
            time.sleep(0.05)
        return False

    def _record(self, server: Server) -> None:
        partial = self.folder / "server.json.new"
        partial.write_text(json.dumps(asdict(server)), encoding="utf-8")
        partial.replace(self.folder / "server.json")

    def _stop(self, server: Server) -> None:
        process = server.process()
        if process:
            if os.name == "nt":
                from graph.embedded_command import shut_down_over_http  # noqa: PLC0415 - Windows knows no SIGTERM

                shut_down_over_http(server.http_port, self.password)
            else:
                process.terminate()
            try:
                process.wait(STOP_SECONDS)
            except psutil.TimeoutExpired:
                process.kill()
        (self.folder / "server.json").unlink(missing_ok=True)

    def _users(self) -> Iterator[int]:
        for file in (self.folder / "users").glob("*.json"):
            try:
                created = json.loads(file.read_text(encoding="utf-8"))["created"]
                if abs(psutil.Process(int(file.stem)).create_time() - created) <= 1:
                    yield int(file.stem)
                    continue
            except (psutil.NoSuchProcess, ValueError, KeyError, FileNotFoundError):
                pass
            file.unlink(missing_ok=True)
