"""Errors as answers: problem details (RFC 9457) from the API, a page that helps from the pages. The status is decided here."""

from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.routing import Match

from api.dependencies import words
from api.pages import render
from graph.errors import DatabaseMisconfigured, DatabaseUnavailable, LoadStopped, QueryMisused, TsunaguError, ViewTooLarge

PROBLEM = "application/problem+json"
FILES_TAKE = "GET, HEAD"
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
STATUSES = {
    "read_only_here": HTTPStatus.FORBIDDEN,
    "question_not_for_audience": HTTPStatus.FORBIDDEN,
    "page_for_members": HTTPStatus.FORBIDDEN,
    "meeting_for_members": HTTPStatus.FORBIDDEN,
    "what_if_for_members": HTTPStatus.FORBIDDEN,
    "between_days_for_members": HTTPStatus.FORBIDDEN,
    "not_from_this_site": HTTPStatus.FORBIDDEN,
    "token_missing": HTTPStatus.FORBIDDEN,
    "load_unknown": HTTPStatus.NOT_FOUND,
    "no_load": HTTPStatus.NOT_FOUND,
    "load_undone": HTTPStatus.CONFLICT,
    "load_stood_upon": HTTPStatus.CONFLICT,
    "body_not_found": HTTPStatus.NOT_FOUND,
    "council_not_found": HTTPStatus.NOT_FOUND,
    "service_not_found": HTTPStatus.NOT_FOUND,
    "name_of_several": HTTPStatus.CONFLICT,
    "said_and_rejected": HTTPStatus.CONFLICT,
    "upload_forgotten": HTTPStatus.GONE,
    "upload_too_large": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "sent_too_much": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "no_japanese_font": HTTPStatus.NOT_IMPLEMENTED,
    "imports_busy": HTTPStatus.TOO_MANY_REQUESTS,
}
"""Keys of errors whose status says more than the class of the error does."""


def install(app: FastAPI) -> None:
    """Answer every error of ours, and the framework's own, in the same shape."""
    app.add_exception_handler(TsunaguError, _ours)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _validation)


def status_of(error: TsunaguError) -> int:
    """The web status of an error."""
    if isinstance(error, DatabaseUnavailable | DatabaseMisconfigured):
        return HTTPStatus.SERVICE_UNAVAILABLE
    if error.key in STATUSES:
        return STATUSES[error.key]
    if isinstance(error, ViewTooLarge | LoadStopped):
        return HTTPStatus.UNPROCESSABLE_ENTITY
    if isinstance(error, QueryMisused):
        return HTTPStatus.NOT_FOUND if error.key.startswith("unknown_") and error.key != "unknown_parameter" else HTTPStatus.BAD_REQUEST
    return HTTPStatus.INTERNAL_SERVER_ERROR


async def _ours(request: Request, error: Exception) -> Response:
    assert isinstance(error, TsunaguError)  # noqa: S101 - the handler is installed for this class only
    texts = words(request)
    return _answer(request, status_of(error), error.code, texts.what_happened(error), texts.what_to_do(error))


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - as above
    texts = words(request)
    key = f"web.{error.status_code}" if texts.knows(f"web.{error.status_code}") else "web.other"
    answer = _answer(request, error.status_code, "HTTPError", texts(key), texts(f"{key}.advice"))
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        answer.headers["allow"] = ", ".join(_methods_at(request)) or FILES_TAKE
    return answer


def _methods_at(request: Request) -> list[str]:
    """What the address takes: the framework knows of one endpoint there, and there may be another for another method."""
    asked = [dict(request.scope) | {"method": method} for method in METHODS]
    return [one["method"] for one in asked if any(route.matches(one)[0] is Match.FULL for route in request.app.routes)]


async def _validation(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - as above
    texts = words(request)
    first = error.errors()[0]
    name = str(first["loc"][-1]) if first.get("loc") else "?"
    return _answer(
        request,
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "RequestInvalid",
        texts("web.invalid", name=name, reason=first.get("msg", "")),
        texts("web.invalid.advice"),
    )


def _answer(request: Request, status: int, code: str, detail: str, advice: str) -> Response:
    if request.url.path.startswith("/api/") or request.url.path in {"/health", "/ready"}:
        content: dict[str, Any] = {
            "type": "about:blank",
            "title": HTTPStatus(status).phrase,
            "status": int(status),
            "detail": detail,
            "advice": advice,
            "code": code,
        }
        return JSONResponse(content, status_code=status, media_type=PROBLEM)
    return render(request, "error.html", status=status, what_happened=detail, what_to_do=advice)
