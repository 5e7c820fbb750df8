"""The pages: templates and styles, rendered on the server; reading works without JavaScript."""

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from api.coverage import matrix
from api.dependencies import language_of, web_settings, words
from api.pictures_asked import views_of_areas
from graph.model.sources import KINDS_OF_FACT
from graph.places import place_of
from graph.query_files import Question, questions
from graph.taxonomy import Entry, taxonomy


@cache
def _environment() -> Environment:
    found = Environment(loader=PackageLoader("api.pages"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    found.globals |= {"matrix": matrix, "kinds_of_fact": KINDS_OF_FACT, "place_of": place_of, "views_of_areas": views_of_areas}
    return found


def static_folder() -> Path:
    """Where styles lie."""
    return Path(str(files("api.pages") / "static"))


def own_questions() -> list[Question]:
    """The questions of the user's own folder, for the navigation."""
    return [question for question in questions("gaps").values() if question.own]


def render(request: Request, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
    """A page in the language of the request."""
    language, settings = language_of(request), web_settings(request)

    def url(*parts: str, **query: str | list[str]) -> str:
        """A path of this site that keeps the language; a list says the same name several times."""
        if language != settings.language:
            query = {**query, "lang": language}
        path = "/" + "/".join(quote(part, safe="") for part in parts)
        return f"{path}?{urlencode(query, doseq=True)}" if query else path

    def code(kind: str, value: str) -> str:
        """The wording of a code of the taxonomy."""
        entries: dict[str, Entry] = dict(getattr(taxonomy(), kind))
        entry = entries.get(value)
        return value if entry is None else entry.worded(language)

    page = _environment().get_template(template)
    other = "en" if language == "ja" else "ja"
    html = page.render(
        t=words(request),
        language=language,
        url=url,
        code=code,
        banner=settings.banner,
        audience=settings.audience,
        own_questions=own_questions,
        writable=not settings.read_only,
        switch=str(request.url.include_query_params(lang=other).replace(scheme="", netloc="")),
        **context,
    )
    return HTMLResponse(html, status_code=status)
