"""The web application: pages at /, the API under /api/v1, /health and /ready."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.middleware.trustedhost import TrustedHostMiddleware

from api import described, error_responses, etags, security
from api.imports import Imports
from api.pages import static_folder
from api.routers import (
    adding_pages,
    areas,
    between_days,
    between_pages,
    bridging_pages,
    compare_pages,
    comparison,
    councils,
    doubles_pages,
    evidence,
    facts,
    finding_pages,
    findings,
    gaps,
    health,
    history,
    imports,
    loads,
    map_pages,
    matching,
    measures,
    meeting_pages,
    need_pages,
    network_building,
    organization_pages,
    organizations,
    pages,
    pictures,
    question_pages,
    review_pages,
    services,
    sheets,
    tables,
    view_pages,
    what_if,
)
from api.same_site import new_token
from api.settings import WebSettings
from api.uploads import MEGABYTE
from graph.connection import Graph
from graph.memory import Memory

API = "/api/v1"
OF_THE_API = (
    areas.router,
    organizations.router,
    councils.router,
    services.router,
    gaps.router,
    matching.router,
    network_building.router,
    comparison.router,
    measures.router,
    between_days.router,
    what_if.router,
    evidence.router,
    loads.router,
    facts.router,
    history.router,
    findings.router,
    findings.changing,
)
OF_THE_SITE = (
    health.router,
    tables.router,
    pages.router,
    question_pages.router,
    finding_pages.router,
    meeting_pages.router,
    adding_pages.router,
    review_pages.router,
    doubles_pages.router,
    need_pages.router,
    map_pages.router,
    imports.router,
    pictures.router,
    sheets.router,
    view_pages.router,
    bridging_pages.router,
    between_pages.router,
    compare_pages.router,
    organization_pages.router,
)
KEPT_FILES = 2
"""How many files of the largest size may wait in memory to be loaded."""


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    """While the application runs; a load that is at work when it ends is finished first."""
    yield
    app.state.imports.close()


def create_app(graph: Graph, settings: WebSettings) -> FastAPI:
    """The application on an open graph.

    Args:
        graph: stays open as long as the application runs; whoever opened it closes it.
        settings: who may see what, and in which language.
    """
    app = FastAPI(
        title="tsunagu",
        description="つなぐ: who is not connected, which service is missing where, and who could bridge.",
        version="1",
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan,
    )
    app.state.graph = graph
    app.state.settings = settings
    app.state.token = new_token()
    app.state.memory = Memory()
    app.state.imports = Imports(graph, audience=settings.audience, most_bytes=KEPT_FILES * settings.upload_limit_mb * MEGABYTE)
    app.add_middleware(etags.ETags, below=f"{API}/")
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=security.allowed_hosts(settings.host))
    app.add_middleware(security.SecurityHeaders)
    error_responses.install(app)
    for router in OF_THE_API:
        app.include_router(router, prefix=API)
    for router in OF_THE_SITE:
        app.include_router(router)
    described.install(app, API)
    app.mount("/static", StaticFiles(directory=static_folder()), name="static")
    return app
