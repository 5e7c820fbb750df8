"""What every response carries so that a page loads nothing from outside and runs nothing that a source smuggled in."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
PICTURE_POLICY = "frame-ancestors 'self'; base-uri 'none'; form-action 'none'"
"""A picture is one file with a stricter policy inside, by the checksums of its own scripts."""

LOCAL_HOSTS = ("127.0.0.1", "localhost", "[::1]", "testserver")


def allowed_hosts(host: str) -> list[str]:
    """The names under which the application answers: on the own machine only its own, so that no foreign page reaches it."""
    return list(LOCAL_HOSTS) if host in {"127.0.0.1", "localhost", "::1"} else ["*"]


class SecurityHeaders:
    """Adds the headers to every response."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                is_picture = scope["path"].endswith("/picture")
                headers["Content-Security-Policy"] = PICTURE_POLICY if is_picture else PAGE_POLICY
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Referrer-Policy"] = "same-origin"
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await self.app(scope, receive, send_with_headers)
