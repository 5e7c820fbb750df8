"""The description of the API (`/openapi.json`), where it says more than the framework knows by itself.

Errors are problem details with their own content type, those of the framework too; what a GET answers has an ETag; and
every endpoint has an example.
"""

from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI

from api.error_responses import PROBLEM
from api.examples import ANSWERS, PARAMETERS
from api.responses.problem import Problem

Operation = dict[str, Any]
PROBLEM_SCHEMA = f"#/components/schemas/{Problem.__name__}"
OF_THE_FRAMEWORK = ("HTTPValidationError", "ValidationError")
"""Schemas of errors that are never given out: ours take their place."""
JSON = "application/json"
ETAG = {
    "description": "Of the content: sent back in `If-None-Match`, it gives 304 as long as nothing changed.",
    "schema": {"type": "string"},
}
UNCHANGED = {"description": "The content is that of the ETag in `If-None-Match`."}
NO_STORE = ("/loads/token",)


def install(app: FastAPI, api: str) -> None:
    """Let an application describe itself so.

    Args:
        app: the application, with its routes.
        api: the path below which the API lies.
    """
    describe = app.openapi

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _completed(describe(), api)
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign]


def _completed(document: dict[str, Any], api: str) -> dict[str, Any]:
    for path, method, operation in _operations(document):
        for response in operation["responses"].values():
            _told_as_problem(response)
        for parameter in operation.get("parameters", ()):
            if parameter["name"] in PARAMETERS:
                parameter.setdefault("example", PARAMETERS[parameter["name"]])
        if (method, path.removeprefix(api)) in ANSWERS:
            operation["responses"]["200"]["content"][JSON]["example"] = ANSWERS[method, path.removeprefix(api)]
        if method == "get" and path.startswith(f"{api}/") and not path.endswith(NO_STORE):
            operation["responses"]["200"].setdefault("headers", {})["ETag"] = ETAG
            operation["responses"]["304"] = UNCHANGED
    for name in OF_THE_FRAMEWORK:
        document["components"]["schemas"].pop(name, None)
    return document


def _operations(document: dict[str, Any]) -> Iterator[tuple[str, str, Operation]]:
    for path, of_path in document["paths"].items():
        for method, operation in of_path.items():
            yield path, method, operation


def _told_as_problem(response: dict[str, Any]) -> None:
    content = response.get("content", {})
    named = content.get(JSON, {}).get("schema", {}).get("$ref", "").rpartition("/")[2]
    if named in {Problem.__name__, *OF_THE_FRAMEWORK}:
        response["content"] = {PROBLEM: {"schema": {"$ref": PROBLEM_SCHEMA}}}
