"""What lies beside the data about a running engine: `server.json` and `users/`, read with distrust.

A program may be killed while it writes them, a pid may be given to another program, somebody may edit them: what does
not say what it should counts as absent. An engine that runs without a record is found by its command line.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

HIGHEST_PORT = 65_535
PORTS = ("bolt_port", "http_port")
HIGHEST_PID = 2**31 - 1
"""The operating system takes no larger number."""


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
        return process_of(self.pid, self.created)


def process_of(pid: int, created: float) -> psutil.Process | None:
    """The process that got this pid at this time; None when it is gone."""
    try:
        process = psutil.Process(pid)
        if abs(process.create_time() - created) > 1 or process.status() == psutil.STATUS_ZOMBIE:
            return None
    except (psutil.Error, OverflowError):
        return None
    return process


def recorded(record: Path) -> Server | None:
    """The engine that a record names; None where there is no record, or none that one can believe."""
    content = _json(record)
    if not isinstance(content, dict):
        return None
    pid, bolt, http = _whole(content.get("pid"), HIGHEST_PID), *(_whole(content.get(name), HIGHEST_PORT) for name in PORTS)
    created = _number(content.get("created"))
    if pid is None or created is None or bolt is None or http is None:
        return None
    return Server(pid=pid, created=created, bolt_port=bolt, http_port=http, keep=content.get("keep") is True)


def running_without_record(folder: Path) -> Server | None:
    """The engine on this folder, by its command line: whoever started it was killed before it could note so."""
    for process in psutil.process_iter(["pid", "create_time", "cmdline", "status"]):
        options = process.info["cmdline"] or []
        if f"-Darcadedb.server.rootPath={folder}" not in options or process.info["status"] == psutil.STATUS_ZOMBIE:
            continue
        with suppress(StopIteration, ValueError):
            bolt, http = (_port(options, name) for name in ("arcadedb.bolt.port", "arcadedb.server.httpIncomingPort"))
            return Server(pid=process.info["pid"], created=process.info["create_time"], bolt_port=bolt, http_port=http)
    return None


def users(folder: Path) -> Iterator[int]:
    """The programs that use the engine; a file that names none that runs is removed."""
    for file in folder.glob("*.json"):
        content = _json(file)
        created = _number(content.get("created")) if isinstance(content, dict) else None
        if file.stem.isdecimal() and created is not None and process_of(int(file.stem), created):
            yield int(file.stem)
            continue
        with suppress(OSError):
            file.unlink(missing_ok=True)


def _json(file: Path) -> Any:
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None


def _port(options: list[str], name: str) -> int:
    start = f"-D{name}="
    return int(next(one for one in options if one.startswith(start)).removeprefix(start))


def _whole(value: Any, highest: int) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value <= highest else None


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
