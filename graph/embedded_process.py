"""The embedded engine's process: started on ports that are its own, seen to be ready, stopped."""

import os
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import psutil

from graph.disk import is_full
from graph.driver import answers
from graph.embedded_command import DATABASE, java_command, java_environment, logging_configuration, shut_down_over_http
from graph.embedded_record import Server
from graph.errors import DatabaseMisconfigured, DatabaseUnavailable
from graph.ports import free_ports, port_is_open, why_not_free

START_SECONDS = 60
STOP_SECONDS = 30
START_ATTEMPTS = 3


def started(folder: Path, bolt_port: int | None, password: str) -> Server:
    """Start the engine and wait until it answers; where that fails, no process is left behind.

    Args:
        folder: where its data lie.
        bolt_port: the port it has to speak Bolt on; None: a free one.
        password: its password.

    Raises:
        DatabaseUnavailable: it did not start, or its disk is full.
        DatabaseMisconfigured: the port that it has to use is not free.
    """
    (folder / "logging.properties").write_text(logging_configuration(folder), encoding="latin-1")
    deadline = time.monotonic() + START_SECONDS
    for _ in range(1 if bolt_port else START_ATTEMPTS):
        server = _spawned(folder, *_ports(bolt_port))
        ready = False
        try:
            ready = is_ready(server, password, by=deadline)
            if ready:
                return server
            if bolt_port and _has_lost_its_port(server):
                raise DatabaseMisconfigured("bolt_port_taken", port=bolt_port)
        finally:
            if not ready:
                stopped(server, password, at_once=True)
    if is_full(folder):
        raise DatabaseUnavailable("disk_full", path=folder)
    raise DatabaseUnavailable("engine_did_not_start", log=folder / "engine.out")


def is_ready(server: Server, password: str, *, by: float) -> bool:
    """Wait until a query on the named database answers; False when the process ended, lost its port, or time is up.

    Args:
        server: the engine.
        password: its password.
        by: until when, on the monotonic clock.
    """
    while time.monotonic() < by and server.process():
        if port_is_open(server.bolt_port):
            if _has_lost_its_port(server):
                return False
            if answers(server.uri, ("root", password), DATABASE):
                return True
        time.sleep(0.05)
    return False


def stopped(server: Server, password: str, *, at_once: bool = False) -> None:
    """Stop it and wait for its end; one that does not listen, or that nobody needs any more, is killed."""
    process = server.process()
    if process is None:
        return
    with suppress(psutil.NoSuchProcess):
        # One that is suspended hears no signal but this.
        if at_once or process.status() == psutil.STATUS_STOPPED:
            process.kill()
        elif os.name == "nt":
            shut_down_over_http(server.http_port, password)
        else:
            process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except psutil.TimeoutExpired:
            process.kill()
            process.wait(STOP_SECONDS)


def _spawned(folder: Path, bolt_port: int, http_port: int) -> Server:
    with (folder / "engine.out").open("ab") as output:
        child = subprocess.Popen(  # noqa: S603 - our own command line, no shell
            java_command(folder, bolt_port=bolt_port, http_port=http_port),
            stdout=output,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            cwd=folder,
            env=java_environment(),
            start_new_session=True,
        )
    return Server(pid=child.pid, created=psutil.Process(child.pid).create_time(), bolt_port=bolt_port, http_port=http_port)


def _ports(bolt_port: int | None) -> tuple[int, int]:
    if bolt_port is None:
        free, http_port = free_ports(2)
        return free, http_port
    reason = why_not_free(bolt_port)
    if reason:
        key = "bolt_port_forbidden" if isinstance(reason, PermissionError) else "bolt_port_taken"
        raise DatabaseMisconfigured(key, port=bolt_port)
    (http_port,) = free_ports(1)
    return bolt_port, http_port


def _has_lost_its_port(server: Server) -> bool:
    """Whether another program listens on the port that was meant for it: the engine then lives on without Bolt."""
    process = server.process()
    try:
        heard = process.net_connections("tcp") if process else []
    except psutil.Error:
        return False
    own = {one.laddr.port for one in heard if one.status == psutil.CONN_LISTEN and one.laddr}
    return port_is_open(server.bolt_port) and server.bolt_port not in own
