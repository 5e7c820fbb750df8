"""Routes that programs send JSON to: who may change something is asked before anything of the body is received, and a body has a limit."""

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute
from starlette.types import Message

from api.dependencies import writable
from api.same_site import from_this_site, with_token_in_header
from graph.errors import QueryMisused

MOST_BYTES = 64_000


class ProgramRoute(APIRoute):
    """A route that changes something and takes a small JSON document."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The framework's handler, behind the guards: by itself it would receive the whole body first."""
        handle = super().get_route_handler()

        async def guarded(request: Request) -> Response:
            for guard in (writable, from_this_site, with_token_in_header):
                guard(request)
            body = await _received(request)

            async def again() -> Message:
                return {"type": "http.request", "body": body, "more_body": False}

            return await handle(Request(request.scope, again))

        return guarded


async def _received(request: Request) -> bytes:
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > MOST_BYTES:
            raise QueryMisused("sent_too_much", most=MOST_BYTES // 1000)
    return bytes(body)
