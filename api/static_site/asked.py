"""Asking the application for a page in this process: what a browser would be given, without a server."""

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from urllib.parse import unquote, urlencode

from anyio.from_thread import BlockingPortal, start_blocking_portal
from fastapi import FastAPI
from starlette.types import Message, Scope

from graph.errors import TsunaguError

OWN_HOST = b"127.0.0.1"


@contextmanager
def asking(app: FastAPI) -> Iterator["Asked"]:
    """Ask an application that is nobody else's, in a thread of its own: the caller may be inside a loop of events."""
    app.exception_handlers.pop(TsunaguError, None)
    with start_blocking_portal() as portal:
        yield Asked(app, portal)


class Asked:
    """Asks one application; what goes wrong is raised, and no page of an error is taken for a page.

    Args:
        app: the application.
        portal: to the thread in which it answers.
    """

    def __init__(self, app: FastAPI, portal: BlockingPortal) -> None:
        self._app, self._portal = app, portal

    def page(self, path: str, **query: str) -> bytes:
        """What the application answers.

        Raises:
            TsunaguError: whatever the page raises.
        """
        return self._portal.call(self._get, path, urlencode(query))

    def text(self, path: str) -> str:
        """The same as text."""
        return self.page(path).decode()

    async def _get(self, path: str, query: str) -> bytes:
        scope: Scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": "GET",
            "scheme": "http",
            "server": ("127.0.0.1", 80),
            "client": ("127.0.0.1", 0),
            "root_path": "",
            "path": unquote(path),
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "headers": [(b"host", OWN_HOST)],
        }
        statuses: list[int] = []
        body = bytearray()

        async def receive() -> Message:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Message) -> None:
            if message["type"] == "http.response.start":
                statuses.append(message["status"])
            body.extend(message.get("body", b""))

        await self._app(scope, receive, send)
        if statuses != [HTTPStatus.OK]:
            raise RuntimeError(f"{path} answered {statuses}: {bytes(body[:200])!r}")
        return bytes(body)
