"""The API is what its description says: whatever is sent, the answer is one that is described, and never a failure."""

import importlib.util
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import schemathesis
from datamodel_code_generator import InputFileType, generate
from datamodel_code_generator.enums import DataModelType
from fastapi import FastAPI
from fastapi.testclient import TestClient
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events, from_schema

from api.app import create_app
from api.settings import WebSettings
from graph.connection import Graph
from tests.building import Town, examples_of

TOKEN = "X-Tsunagu-Token"  # noqa: S105 - the name of a header
WHOLE = ("POST /api/v1/facts/seats", "POST /api/v1/findings", "PATCH /api/v1/findings/{finding_id}")
"""Of what changes something, what is sent at every edge of every field; the rest takes its fields from the same two families."""
FITS_THE_FORM_ONLY = ["400", "401", "403", "404", "409", "422", "429"]
"""Described as well: what has the right form and still means nothing here (a role that is none, a file that nobody can read)."""


@pytest.fixture
def graph(embedded_graph: Graph) -> Graph:
    """A town with a little of everything."""
    town = Town("名張市")
    first, second, third = town.ring("いろは会", "ふれあい会", "すずらん会")
    town.council("見本協議体", members=[second, third])
    town.service("買い物バス", "SHOPBUS", by=[first], status="planned")
    town.need("N_SHOP", name="買い物に困る")
    town.into(embedded_graph, examples_of("ties", "services", "needs", "seats"))
    return embedded_graph


@pytest.fixture
def app(graph: Graph) -> FastAPI:
    """The application, where it may be written to."""
    return create_app(graph, WebSettings(read_only=False))


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    """A program that has the token."""
    with TestClient(app, base_url="http://127.0.0.1") as client:
        client.headers[TOKEN] = app.state.token
        yield client


def sending(app: FastAPI) -> SchemathesisConfig:
    """A few examples each, always the same, with every check that there is."""
    changing = [f"{method.upper()} {path}" for path, of in app.openapi()["paths"].items() for method in of if method != "get"]
    briefly = [{"include-name": name, "phases": {"coverage": {"enabled": False}}} for name in changing if name not in WHOLE]
    return SchemathesisConfig.from_dict(
        {
            "seed": 1,
            "continue-on-failure": True,
            "headers": {TOKEN: app.state.token, "Host": "127.0.0.1"},
            "generation": {"max-examples": 2, "deterministic": True, "no-shrink": True, "database": "none"},
            "phases": {"stateful": {"enabled": False}, "coverage": {"unexpected-methods": ["DELETE", "OPTIONS"]}},
            "checks": {"positive_data_acceptance": {"expected-statuses": ["2xx", *FITS_THE_FORM_ONLY]}},
            "operations": briefly,
        }
    )


def test_whatever_is_sent_the_answer_is_described(app: FastAPI) -> None:
    """Statuses, content types, shapes, headers and methods, at the edges of every parameter; no failure and no crash."""
    # Arrange
    schema = schemathesis.openapi.from_asgi("/openapi.json", app, config=sending(app))
    sent: Counter[str] = Counter()
    wrong: list[str] = []

    # Act
    for event in from_schema(schema).execute():
        if isinstance(event, events.NonFatalError | events.FatalError):
            wrong.append(str(getattr(event, "info", event)))
        if isinstance(event, events.ScenarioFinished):
            sent[event.recorder.label] += len(event.recorder.interactions)
            told = [node.failure_info for of_case in event.recorder.checks.values() for node in of_case if node.failure_info]
            wrong += [f"{event.recorder.label}: {one.failure.title} {one.failure.message} {one.code_sample}" for one in told]

    # Assert
    assert wrong == []
    described = {f"{method.upper()} {path}" for path, of in app.openapi()["paths"].items() for method in of}
    assert {label for label in sent if sent[label]} == described


def test_every_endpoint_has_an_example(app: FastAPI) -> None:
    """What may be asked, what may be sent, or what is answered where nothing is asked for."""
    without = [
        f"{method} {path}"
        for path, of in app.openapi()["paths"].items()
        for method, operation in of.items()
        if '"example' not in json.dumps(operation) and not body_of(app, operation).get("examples")
    ]
    assert without == []


def body_of(app: FastAPI, operation: dict[str, Any]) -> dict[str, Any]:
    """The shape of what is sent as JSON."""
    content = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    name = content.get("schema", {}).get("$ref", "").rpartition("/")[2]
    shapes: dict[str, dict[str, Any]] = app.openapi()["components"]["schemas"]
    return shapes.get(name, {})


def client_from(document: str, folder: Path) -> ModuleType:
    """Classes generated from the description of the API."""
    file = folder / "generated_client.py"
    generate(
        document, input_file_type=InputFileType.OpenAPI, output=file, output_model_type=DataModelType.PydanticV2BaseModel, formatters=[]
    )
    spec = importlib.util.spec_from_file_location(file.stem, file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[file.stem] = module
    spec.loader.exec_module(module)
    return module


def test_a_client_can_be_generated_and_used(client: TestClient, tmp_path: Path) -> None:
    """Generated from the description, it takes what the API answers and makes what the API takes."""
    # Arrange
    generated = client_from(client.get("/openapi.json").text, tmp_path)

    # Act
    listed = generated.Organizations.model_validate_json(client.get("/api/v1/organizations", params={"area": "名張市"}).content)
    typed = generated.OrganizationIn(name="にほへ会", area="名張市", said_by="社協職員", dry_run=True)
    added = client.post("/api/v1/facts/organizations", json=typed.model_dump(mode="json", exclude_none=True))

    # Assert
    assert {"いろは会", "ふれあい会", "すずらん会"} <= {one.name for one in listed.organizations}
    assert generated.AddedOut.model_validate_json(added.content).dry_run


def test_what_has_not_changed_is_not_sent_twice(client: TestClient) -> None:
    """The ETag of an answer, sent back, gives 304 without a body; after a change the answer comes, with another tag."""
    # Act
    first = client.get("/api/v1/organizations")
    tag = first.headers["etag"]
    again = [client.get("/api/v1/organizations", headers={"if-none-match": known}) for known in (tag, f'"x", W/{tag}', "*")]
    other = client.get("/api/v1/organizations", headers={"if-none-match": '"x"'})
    said = {"name": "とちり会", "area": "名張市", "said_by": "社協職員"}
    assert client.post("/api/v1/facts/organizations", json=said).status_code == 201
    changed = client.get("/api/v1/organizations", headers={"if-none-match": tag})

    # Assert
    assert [(one.status_code, one.content, one.headers["etag"]) for one in again] == [(304, b"", tag)] * 3
    assert (other.status_code, other.content) == (200, first.content)
    assert (changed.status_code, changed.headers["etag"] != tag, "とちり会" in changed.text) == (200, True, True)
    assert "etag" not in client.get("/api/v1/loads/token").headers
    assert "etag" not in client.get("/api/v1/areas/none").headers


def test_lists_come_in_pages_and_by_part_of_a_name(client: TestClient) -> None:
    """`total` says how many there are; the pages together are the whole, in the same order; a part of a name finds."""
    for path, name in (("organizations", "organizations"), ("gaps/one_source_only", "rows"), ("loads", "loads"), ("findings", "findings")):
        whole = client.get(f"/api/v1/{path}").json()
        pages = [client.get(f"/api/v1/{path}", params={"limit": 1, "offset": offset}).json() for offset in range(whole["total"] + 1)]
        assert [one for page in pages for one in page[name]] == whole[name], path
        assert {page["total"] for page in pages} == {whole["total"]}, path

    found = client.get("/api/v1/organizations", params={"q": "いろは"}).json()
    assert (found["total"], found["organizations"][0]["name"]) == (1, "いろは会")
    assert client.get("/api/v1/councils", params={"q": "ない名前"}).json()["councils"] == []


@pytest.mark.parametrize(("method", "path", "takes"), [("DELETE", "/findings", "GET, POST"), ("PUT", "/findings/x", "GET, PATCH")])
def test_a_method_that_is_none_of_an_address_says_which_are(client: TestClient, method: str, path: str, takes: str) -> None:
    """405 with `Allow`: every method of the address, whichever endpoint answers it."""
    answer = client.request(method, f"/api/v1{path}")

    assert (answer.status_code, answer.headers["allow"]) == (405, takes)
