"""Every route of the web application reads only, or refuses where the application is read-only."""

import pytest
from fastapi import APIRouter, FastAPI
from fastapi.testclient import TestClient

from api import error_responses
from api.app import create_app
from api.dependencies import Writing
from api.settings import WebSettings
from graph.connection import Graph
from tests.page_routes import READING, may_write, routes_of


def unguarded(app: FastAPI) -> list[str]:
    """Paths of routes that take more than GET and do not ask whether the application may be written to."""
    return [route.path for route in routes_of(app.routes) if not (route.methods or set()) <= READING and not may_write(route)]


def small_app(settings: WebSettings) -> FastAPI:
    """An application with one route that writes and asks first, and one that forgets to ask."""
    app = FastAPI()
    app.state.settings = settings
    error_responses.install(app)
    router = APIRouter()

    @router.post("/api/v1/written", dependencies=[Writing])
    def asks_first() -> str:
        return "written"

    @router.post("/api/v1/forgotten")
    def forgets() -> str:
        return "written"

    app.include_router(router)
    return app


def test_every_route_reads_only_or_asks_whether_it_may_write(embedded_graph: Graph) -> None:
    """GET and HEAD, or guarded by `api.dependencies.writable`."""
    # Arrange
    app = create_app(embedded_graph, WebSettings())

    # Assert
    assert len(list(routes_of(app.routes))) > 15
    assert unguarded(app) == []


def test_a_route_that_forgets_to_ask_is_noticed() -> None:
    """Only the route without the guard."""
    assert unguarded(small_app(WebSettings())) == ["/api/v1/forgotten"]


@pytest.mark.parametrize(("language", "advice"), [("ja", "コマンド"), ("en", "command")])
def test_where_it_is_read_only_nothing_is_written(language: str, advice: str) -> None:
    """403 as a problem with advice; reading only is what an application does unless it is told otherwise."""
    with TestClient(small_app(WebSettings(language=language))) as client:
        response = client.post("/api/v1/written")

    assert (response.status_code, response.json()["code"]) == (403, "QueryMisused")
    assert advice in response.json()["advice"]


def test_where_it_may_be_written_to_the_route_answers() -> None:
    """The guard lets pass what it should."""
    with TestClient(small_app(WebSettings(read_only=False))) as client:
        assert client.post("/api/v1/written").json() == "written"
