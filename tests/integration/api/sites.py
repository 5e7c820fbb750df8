"""The real application on a real graph, and files to send to it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import WebSettings
from graph.connection import Graph

TOKEN = re.compile(r'name="token" value="([^"]+)"')
TOWN = "## 三重県名張市\n\n"
REPORT = (
    TOWN + "・名張市お助け隊が買い物のニ-ズを受け、買い物代行を実施。\n・会長の山田太郎さんが呼びかけた。\n"
    "・高橋さん（0595-21-1111）は週に一度利用する。\n"
)
HOSTILE = "<img src=x onerror=alert(1)>"


@contextmanager
def site(graph: Graph, **more: Any) -> Iterator[TestClient]:
    """The application where it may be written to, as its own machine sees it."""
    settings = WebSettings(**({"read_only": False} | more))
    with TestClient(create_app(graph, settings), base_url="http://127.0.0.1:8000") as client:
        yield client


def token_of(client: TestClient) -> str:
    """The token that the form of the import page carries."""
    found = TOKEN.search(client.get("/import").text)
    assert found
    return found[1]


def sending(text: str | bytes = REPORT, name: str = "report.md") -> dict[str, Any]:
    """A file for `TestClient.post(files=…)`."""
    return {"file": (name, text.encode() if isinstance(text, str) else text, "application/octet-stream")}


def bodies(graph: Graph) -> set[str]:
    """The names of the organisations in the graph."""
    return {row["name"] for row in graph.read("MATCH (o:Organization) RETURN o.name AS name")}
