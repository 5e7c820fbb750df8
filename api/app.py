"""The web application: pages at /, the API under /api/v1, /health and /ready."""

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.middleware.trustedhost import TrustedHostMiddleware

from api import error_responses, security
from api.pages import static_folder
from api.routers import areas, councils, evidence, gaps, health, organizations, pages, pictures, services
from api.settings import WebSettings
from graph.connection import Graph

API = "/api/v1"


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
    )
    app.state.graph = graph
    app.state.settings = settings
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=security.allowed_hosts(settings.host))
    app.add_middleware(security.SecurityHeaders)
    error_responses.install(app)
    for router in (areas.router, organizations.router, councils.router, services.router, gaps.router, evidence.router):
        app.include_router(router, prefix=API)
    app.include_router(health.router)
    app.include_router(pages.router)
    app.include_router(pictures.router)
    app.mount("/static", StaticFiles(directory=static_folder()), name="static")
    return app
