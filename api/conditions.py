"""The conditions under which a question is asked, on its page: a day, a number of months, a year, given in the address."""

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import Depends, Request

from api.answers import as_json
from graph.messages import Messages
from graph.query_files import Question, question
from graph.reading import Answer

FIELDS = {"date": "date", "integer": "number", "text": "text"}
"""Type of a parameter → the field in which it is typed; lists are given by the command line and the API only."""
OF_THE_PAGE = frozenset({"limit", "page", "whole", "lang", "paper", "tables", "off"})
"""Names that mean something else in the address of a page, a picture or a sheet."""


def _typed_in(asked: Question) -> dict[str, Mapping[str, Any]]:
    return {name: said for name, said in asked.parameters.items() if said["type"] in FIELDS and name not in OF_THE_PAGE}


def conditions_given(request: Request, gap: str) -> dict[str, str]:
    """Those that the address gives; what was left empty is as usual.

    Raises:
        QueryMisused: there is no such question.
    """
    known = _typed_in(question("gaps", gap))
    return {name: value.strip() for name, value in request.query_params.items() if name in known and value.strip()}


Conditions = Annotated[dict[str, str], Depends(conditions_given)]


def conditions_shown(answer: Answer, texts: Messages) -> list[dict[str, Any]]:
    """Each with its name, what it is about, the kind of field and the value that held."""
    return [
        {
            "name": name,
            "about": said.get(f"about_{texts.language}") or said.get("about_en") or said.get("about_ja") or name,
            "field": FIELDS[said["type"]],
            "value": as_json(answer.parameters[name]),
        }
        for name, said in _typed_in(answer.question).items()
    ]
