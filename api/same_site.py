"""Who may change something: only pages and programs that were given this process's token, never a page of another site.

A foreign page can make a browser send a form here, but it can neither read the token out of our pages nor hide where the
form comes from: browsers say so in `Sec-Fetch-Site` and `Origin`.
"""

import secrets
from typing import Any

from fastapi import Depends, Request

from api.dependencies import Writing
from api.uploads import Form
from graph.errors import QueryMisused

TOKEN_HEADER = "X-Tsunagu-Token"  # noqa: S105 - the name of a header
TOKEN_FIELD = "token"  # noqa: S105 - the name of a field


def new_token() -> str:
    """A token that nobody can guess; each process has its own."""
    return secrets.token_urlsafe(32)


def from_this_site(request: Request) -> None:
    """Let a request pass that a page of this site or a program sends.

    Raises:
        QueryMisused: a page of another site sends it.
    """
    fetched_by = request.headers.get("sec-fetch-site", "same-origin")
    origin = request.headers.get("origin")
    own = f"{request.url.scheme}://{request.headers.get('host', '')}"
    if fetched_by != "same-origin" or origin not in {None, own}:
        raise QueryMisused("not_from_this_site")


def with_token(request: Request, form: Form) -> None:
    """Let a request pass that has the token, in the form or in its header.

    Raises:
        QueryMisused: it has none, or that of a process that has ended.
    """
    _see(request, request.headers.get(TOKEN_HEADER) or form.fields.get(TOKEN_FIELD, ""))


def with_token_in_header(request: Request) -> None:
    """The same where no form is sent.

    Raises:
        QueryMisused: as for `with_token`.
    """
    _see(request, request.headers.get(TOKEN_HEADER, ""))


def _see(request: Request, given: str) -> None:
    if not secrets.compare_digest(given.encode(), str(request.app.state.token).encode()):
        raise QueryMisused("token_missing", header=TOKEN_HEADER)


FromThisSite = Depends(from_this_site)
Changing: list[Any] = [Writing, FromThisSite, Depends(with_token)]
"""The `dependencies` of every route that changes something; nothing of a request is received before the first two."""
ChangingByProgram: list[Any] = [Writing, FromThisSite, Depends(with_token_in_header)]
"""The same for routes that take JSON."""
