"""Whether the process runs, and whether the database answers."""

from fastapi import APIRouter, Request

from api.responses.problem import UNAVAILABLE

router = APIRouter(tags=["health"])


@router.get("/health", summary="The process runs")
def health() -> dict[str, str]:
    """Answers as long as the process does; asks no database."""
    return {"status": "ok"}


@router.get("/ready", summary="The database answers", responses=UNAVAILABLE)
def ready(request: Request) -> dict[str, str]:
    """Answers when a query on the named database does."""
    request.app.state.graph.read("RETURN 1 AS one")
    return {"status": "ready", "engine": request.app.state.graph.engine}
