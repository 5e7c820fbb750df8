"""Where a page goes on to after something was changed: by a redirect, so that looking again sends nothing again."""

from http import HTTPStatus
from urllib.parse import quote

from fastapi import Request
from fastapi.responses import RedirectResponse, Response

from api.dependencies import language_of, web_settings


def on_to(request: Request, name: str, path: dict[str, str], *, fragment: str = "", **query: str) -> Response:
    """On to another page of this site, in the same language.

    Args:
        request: what was answered.
        name: of the route.
        path: its parts.
        fragment: id of an element of the page.
        query: what the address says; empty values are left out.
    """
    if language_of(request) != web_settings(request).language:
        query["lang"] = language_of(request)
    url = (
        request.url_for(name, **path).replace(scheme="", netloc="").include_query_params(**{key: one for key, one in query.items() if one})
    )
    return RedirectResponse(str(url) + (f"#{quote(fragment)}" if fragment else ""), status_code=HTTPStatus.SEE_OTHER)
