"""Answers that have not changed are not sent twice: each answer to a GET carries the ETag of its content.

A program sends it back in `If-None-Match` and gets 304 without a body as long as the content is the same.
"""

from hashlib import sha256
from http import HTTPStatus

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

ASK_AGAIN = "private, no-cache"
"""May be kept by whoever asked, who asks each time whether it still holds."""
OF_A_BODY = ("content-length", "content-type")


class ETags:
    """Adds the ETag of what is answered below one path.

    Args:
        app: what answers.
        below: the path; what lies elsewhere is passed on as it is, and so is what is not to be stored.
    """

    def __init__(self, app: ASGIApp, *, below: str) -> None:
        self.app, self.below = app, below

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] != "GET" or not scope["path"].startswith(self.below):
            await self.app(scope, receive, send)
            return
        held = _Held(Headers(scope=scope).get("if-none-match", ""), send)
        await self.app(scope, receive, held.take)


class _Held:
    """Holds an answer back until its content is known."""

    def __init__(self, known: str, send: Send) -> None:
        self._known, self._send = known, send
        self._start: Message | None = None
        self._body = bytearray()

    async def take(self, message: Message) -> None:
        """Take one part of the answer."""
        if message["type"] == "http.response.start" and _has_tag(message):
            self._start = message
        elif self._start is None:
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body"):
                await self._answer(self._start)

    async def _answer(self, start: Message) -> None:
        headers = MutableHeaders(raw=list(start["headers"]))
        headers["etag"] = tag = f'"{sha256(self._body).hexdigest()[:32]}"'
        headers.setdefault("cache-control", ASK_AGAIN)
        is_known = is_among(tag, self._known)
        if is_known:
            for name in OF_A_BODY:
                del headers[name]
        status = HTTPStatus.NOT_MODIFIED if is_known else start["status"]
        await self._send({**start, "status": int(status), "headers": headers.raw})
        await self._send({"type": "http.response.body", "body": b"" if is_known else bytes(self._body)})


def _has_tag(start: Message) -> bool:
    headers = Headers(raw=start["headers"])
    return start["status"] == HTTPStatus.OK and "no-store" not in headers.get("cache-control", "")


def is_among(tag: str, known: str) -> bool:
    """Whether a tag is one of those in `If-None-Match`; weak ones are compared as if they were strong (RFC 9110, 13.1.2)."""
    return known.strip() == "*" or tag in {one.strip().removeprefix("W/") for one in known.split(",")}
