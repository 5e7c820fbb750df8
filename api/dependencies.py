"""What endpoints need: a reader for this process's audience, and the language of the request."""

from typing import Annotated

from fastapi import Depends, Query, Request

from api.settings import WebSettings
from api.wording import messages
from graph.errors import QueryMisused
from graph.messages import LANGUAGES, Messages
from graph.reading import Reader

READS = {"GET", "HEAD"}


def web_settings(request: Request) -> WebSettings:
    """The settings of the application."""
    settings: WebSettings = request.app.state.settings
    return settings


def reader(request: Request) -> Reader:
    """Asks the graph on behalf of this process's audience; who only reads is told what was read before, until something is written."""
    memory = request.app.state.memory if request.method in READS else None
    return Reader(request.app.state.graph, audience=web_settings(request).audience, memory=memory)


def language_of(request: Request) -> str:
    """The language that a request asks for with ?lang=, else the application's."""
    asked = request.query_params.get("lang")
    return asked if asked in LANGUAGES else web_settings(request).language


def writable(request: Request) -> None:
    """Let a request pass that writes, where the application may be written to.

    Raises:
        QueryMisused: it is read-only, as it is for everybody beyond the own machine.
    """
    if web_settings(request).read_only:
        raise QueryMisused("read_only_here")


def words(request: Request) -> Messages:
    """The texts in the language of the request."""
    return messages(language_of(request))


Reading = Annotated[Reader, Depends(reader)]
Words = Annotated[Messages, Depends(words)]
Writing = Depends(writable)
"""In the `dependencies` of every route that writes."""
AreaQuery = Annotated[str | None, Query(description="Name, 6-digit code or id of an area; it and all below are asked.", max_length=80)]
