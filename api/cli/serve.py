"""`tsunagu serve`: the web application."""

import signal
import socket
import threading
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from ipaddress import ip_address
from typing import Annotated

import typer

from api.cli.audience import METAVAR, USUAL, known
from api.cli.opening import open_prepared
from api.cli.output import current_settings, note, texts
from api.settings import WebSettings
from graph.errors import QueryMisused
from graph.messages import Messages
from graph.settings import Settings

HELP = """ウェブ画面とAPIを開きます（このパソコンの中だけ）。

例: tsunagu serve --port 8000

例: tsunagu serve --audience public

例: tsunagu serve --read-only"""
HIGHEST_PORT = 65_535
PUBLIC = "public"
BACKLOG = 128
"""Who asks before the application answers waits, and is not refused."""


def serve(
    host: Annotated[str, typer.Option(help="待ち受ける住所。127.0.0.1 のほかは、公開の情報だけを見せます。")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=HIGHEST_PORT, help="待ち受ける番号。0 なら空いている番号。")] = 8000,
    audience: Annotated[
        str | None,
        typer.Option(
            metavar=METAVAR, callback=known, help="だれに見せるか。省くと、このパソコンの中では members、外からも見えるなら public。"
        ),
    ] = None,
    read_only: Annotated[bool, typer.Option("--read-only", help="読むだけにします。取り込みや対応の記録はできません。")] = False,
) -> None:
    """Serve the graph that the settings name."""
    serve_settings(current_settings(), host=host, port=port, browser=False, audience=audience, read_only=read_only)


def serve_settings(
    settings: Settings,
    *,
    host: str,
    port: int,
    browser: bool,
    banner: str | None = None,
    audience: str | None = None,
    read_only: bool = False,
) -> None:
    """Serve a graph until it is interrupted.

    Raises:
        QueryMisused: the port is taken, the host is not an address of this machine, or it is one that others reach and the
            audience is not the public.
    """
    allowed = audience_at(host, audience)
    import uvicorn  # noqa: PLC0415 - the web's packages are loaded only by the commands that serve

    from api.app import create_app  # noqa: PLC0415 - as above

    words = texts(settings)
    listener = _listener(host, port)
    with listener, open_prepared(settings) as graph:
        web = WebSettings(
            host=host,
            audience=allowed,
            read_only=read_only or not is_loopback(host),
            language=settings.language,
            upload_limit_mb=settings.upload_limit_mb,
            banner=banner,
            outlines=settings.outlines,
        )
        server = uvicorn.Server(uvicorn.Config(create_app(graph, web), log_level="warning", access_log=False))
        url = f"http://{_in_url(host)}:{listener.getsockname()[1]}/"
        _say(words, url, allowed, beyond=not is_loopback(host), read_only=read_only)
        if browser:
            threading.Timer(0.5, webbrowser.open, [url]).start()
        _run(lambda: server.run(sockets=[listener]))


def _run(server: Callable[[], None]) -> None:
    """Until it is interrupted: a server hands a signal on when it has finished, as an interrupt, so that the graph is closed."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with suppress(KeyboardInterrupt):
        server()


def _say(words: Messages, url: str, audience: str, *, beyond: bool, read_only: bool) -> None:
    """Where it is, and what is not usual about it."""
    note(words("serve.ready", url=url))
    if beyond:
        note(words("serve.public_only"))
        return
    if audience != USUAL:
        note(words(f"serve.audience_{audience}"))
    if read_only:
        note(words("serve.read_only"))


def audience_at(host: str, asked: str | None) -> str:
    """Who may be shown the graph at an address: beyond the own machine the public, until there are accounts.

    Raises:
        QueryMisused: another audience is asked for at an address that others reach.
    """
    if is_loopback(host):
        return asked or USUAL
    if asked not in {None, PUBLIC}:
        raise QueryMisused("audience_beyond_this_machine", host=host, audience=asked)
    return PUBLIC


def load_web_packages() -> None:
    """Load what serving needs ahead of time."""
    import uvicorn  # noqa: F401, PLC0415 - as in serve_settings

    import api.app  # noqa: F401, PLC0415 - as above


def is_loopback(host: str) -> bool:
    """Whether only programs of this machine reach the address."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _listener(host: str, port: int) -> socket.socket:
    try:
        family, kind, proto, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, proto)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(BACKLOG)
    except OSError as reason:
        raise QueryMisused("port_not_free", host=host, port=port) from reason
    return listener


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host
