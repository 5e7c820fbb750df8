"""A stand-in for the endpoint: a real server on the loopback that answers as the protocol says, or as badly as it is told to.

It answers only `POST /v1/chat/completions`, keeps every request, and gives the replies of its script one after the other; the
last one again and again.
"""

import json
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from loaders.case_studies.settings import SecondReaderSettings

KEY = "sk-himitsu-0123456789"
MODEL = "stand-in"


@dataclass(frozen=True)
class Reply:
    """What the endpoint gives back."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    hang: bool = False
    """Whether it takes the request and says nothing until the test is over."""
    cut: bool = False
    """Whether it goes away in the middle of its answer."""


Script = Sequence[Reply] | Callable[[Mapping[str, Any]], Reply]


@dataclass
class StandIn:
    """The running server: where it is, and what it was asked."""

    url: str
    requests: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)

    @property
    def asked(self) -> list[str]:
        """The text of each case as it arrived."""
        return [request["messages"][-1]["content"] for request in self.requests]

    def settings(self, folder: Path, **more: Any) -> SecondReaderSettings:
        """Settings that name this endpoint, with the log in a folder."""
        values: dict[str, Any] = {"url": self.url, "model": MODEL, "key": KEY, "log": folder / "log.jsonl", "timeout": 20.0}
        return SecondReaderSettings(**(values | more))

    def environment(self, folder: Path, **more: str) -> dict[str, str]:
        """The same as a user sets them."""
        values = {"URL": self.url, "MODEL": MODEL, "KEY": KEY, "LOG": str(folder / "log.jsonl"), "TIMEOUT": "20"} | more
        return {f"TSUNAGU_SECOND_READER_{name}": value for name, value in values.items()}


def envelope(content: str | None, *, finish_reason: str = "stop") -> Reply:
    """An answer of the protocol with these words."""
    message = {"role": "assistant", "content": content}
    body = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": MODEL,
        "choices": [{"index": 0, "message": message, "finish_reason": finish_reason}],
        "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
    }
    return Reply(body=json.dumps(body, ensure_ascii=False).encode(), headers={"Content-Type": "application/json"})


def answer(*entries: Mapping[str, Any]) -> Reply:
    """An answer that proposes these things and ties."""
    return envelope(words_of(*entries))


def words_of(*entries: Mapping[str, Any]) -> str:
    """What a good reader writes: its proposals as JSON."""
    things = [dict(entry) for entry in entries if "label" in entry]
    ties = [dict(entry) for entry in entries if "type" in entry]
    return json.dumps({"things": things, "ties": ties}, ensure_ascii=False)


def thing(label: str, name: str, line: int, quote: str | None = None, **more: Any) -> dict[str, Any]:
    """A proposed thing; it quotes its name where nothing else is said."""
    given: dict[str, Any] = {
        "label": label,
        "name": name,
        "other_names": [],
        "codes": [],
        "status": None,
        "line": line,
        "quote": quote or name,
    }
    return given | more


def tie(type_: str, start: str, end: str, line: int, quote: str, **more: Any) -> dict[str, Any]:
    """A proposed tie."""
    given: dict[str, Any] = {
        "type": type_,
        "start": start,
        "end": end,
        "function": None,
        "state": None,
        "status": None,
        "line": line,
        "quote": quote,
    }
    return given | more


@contextmanager
def standing_in(script: Script) -> Iterator[StandIn]:
    """The endpoint with a script, until the test is over."""
    over = threading.Event()
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    server.daemon_threads = True
    found = StandIn(url=f"http://127.0.0.1:{server.server_address[1]}/v1")
    server.RequestHandlerClass = _handler(found, script, over)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield found
    finally:
        over.set()
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(found: StandIn, script: Script, over: threading.Event) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            found.paths.append(self.path)
            found.headers.append(dict(self.headers.items()))
            found.requests.append(body)
            reply = script(body) if callable(script) else script[min(len(found.requests), len(script)) - 1]
            if self.path != "/v1/chat/completions":
                reply = Reply(status=404)
            self.give(reply)

        def give(self, reply: Reply) -> None:
            if reply.hang:
                over.wait()
                self.close_connection = True
                return
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body) + (1_000 if reply.cut else 0)))
            self.end_headers()
            self.wfile.write(reply.body)
            self.close_connection = reply.cut

        def do_GET(self) -> None:
            found.paths.append(f"GET {self.path}")
            self.give(Reply(status=405))

    return Handler
