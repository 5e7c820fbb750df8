"""Pictures as pages show them: each one document that needs nothing else; one that is too large says how to go on."""

from dataclasses import replace
from http import HTTPStatus
from urllib.parse import quote

from fastapi import Request
from fastapi.responses import HTMLResponse

from api.dependencies import language_of, web_settings, words
from api.pages import render
from graph.errors import ViewTooLarge
from graph.ledger import Ledger
from graph.reading import Reader
from visualizations.contract import Picture, View
from visualizations.neighbourhood import gathered_around
from visualizations.registry import find
from visualizations.size import HIGHEST_LIMIT, USUAL_LIMIT


def around(reader: Reader, body: str, *, language: str, steps: int = 1, limit: int = USUAL_LIMIT, banner: str | None = None) -> Picture:
    """The neighbourhood of a body, also of one that was joined with another since.

    Raises:
        QueryMisused: there is no such body for this audience.
    """
    start = Ledger.of(reader.graph).resolve(body)
    return gathered_around(reader, find("organization"), start, steps=steps, language=language, limit=limit, banner=banner)


def drawn(request: Request, view: View, picture: Picture, limit: int, *, area: str) -> HTMLResponse:
    """The document of a view; where there is too much for it, a page that offers to draw all the same.

    Args:
        request: what was asked.
        view: the view.
        picture: what it shows.
        limit: the most nodes that the reader wants to see at once.
        area: id of the area in whose pages the picture stands.
    """
    language = language_of(request)
    suffix = f"?lang={language}" if language != web_settings(request).language else ""
    picture = replace(picture, pages=f"/areas/{quote(area, safe='')}/organizations/ID{suffix}")
    try:
        return HTMLResponse(view.draw(picture, language=language, limit=limit))
    except ViewTooLarge as error:
        nodes = len(picture.nodes)
        more = str(request.url.include_query_params(limit=nodes).replace(scheme="", netloc="")) if nodes <= HIGHEST_LIMIT else None
        told = words(request).what_happened(error)
        return render(request, "too_large.html", status=HTTPStatus.UNPROCESSABLE_ENTITY, what_happened=told, nodes=nodes, more=more)
