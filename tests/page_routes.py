"""Every address that the application answers, found in its routes, with something that exists for each part of a path.

A page that is added is walked without being listed anywhere; a part of a path of which nothing is known is an error, so
that no page is left out in silence.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, Literal, get_args, get_origin
from urllib.parse import quote, urlencode

from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from starlette.routing import Match

from api.app import API, OF_THE_API
from api.dependencies import writable
from api.pictures_asked import views_of_areas

READING = {"GET", "HEAD"}
Known = Mapping[str, Sequence[str]]
"""Name of a part of a path, or the path up to that part → values that exist."""


def routes_of(routes: Sequence[Any]) -> Iterator[APIRoute]:
    """Every endpoint, those of included routers too."""
    for route in routes:
        if isinstance(route, APIRoute):
            yield route
        yield from routes_of(getattr(getattr(route, "original_router", None), "routes", []))


def calls_of(dependant: Dependant) -> Iterator[Any]:
    """Everything that an endpoint depends on."""
    for one in dependant.dependencies:
        yield one.call
        yield from calls_of(one)


def may_write(route: APIRoute) -> bool:
    """Whether an endpoint asks first if the application may be written to."""
    return writable in calls_of(route.dependant)


def known_of(client: TestClient, area: str, gaps: Sequence[str]) -> Known:
    """What there is in an area that is served: one body, one kind of need, every view of an area, and the questions that are named."""
    (body, *_) = client.get("/api/v1/organizations", params={"area": area}).json()["organizations"]
    nothing = {name: ["none"] for name in ("id_", "load", "evidence", "decision")}
    return {"area": [area], "gap": gaps, "need": ["N_SHOP"], "body": [body["id"]], "view": views_of_areas(), **nothing}


@dataclass(frozen=True)
class Address:
    """One address and the endpoint that answers there."""

    route: APIRoute
    path: str


def pages(app: FastAPI, known: Known) -> list[Address]:
    """Every address that people look at."""
    return [
        Address(route, path)
        for route in routes_of(app.routes)
        if "GET" in (route.methods or set()) and not route.include_in_schema
        for path in _filled(route, known)
    ]


def writing(app: FastAPI, known: Known) -> list[tuple[str, Address]]:
    """Every method and address that changes something; what nothing is known of is `none`."""
    return [
        (method, Address(route, path))
        for route in routes_of(app.routes)
        for method in sorted((route.methods or set()) - READING)
        for path in _filled(route, known, otherwise=("none",))
    ]


def route_of(app: FastAPI, path: str, method: str = "GET") -> APIRoute | None:
    """The endpoint that answers a path; None where it is no endpoint of ours."""
    for route in routes_of(app.routes):
        scope = {"type": "http", "path": path.removeprefix(_prefix_of(route)), "method": method, "root_path": "", "headers": []}
        if route.matches(scope)[0] is Match.FULL:
            return route
    return None


def _filled(route: APIRoute, known: Known, otherwise: Sequence[str] | None = None) -> Iterator[str]:
    names = re.findall(r"{(\w+)", route.path)
    known = {field.alias: get_args(field.field_info.annotation) for field in _paths(route.dependant)} | dict(known)
    asked = [field.alias for field in _queries(route.dependant) if field.field_info.is_required()]
    for values in product(*(_values(route.path, name, known, otherwise) for name in (*names, *asked))):
        path = route.path
        for name, value in zip(names, values, strict=False):
            path = path.replace(f"{{{name}}}", quote(value, safe=""))
        query = dict(zip(asked, values[len(names) :], strict=True))
        yield _prefix_of(route) + path + (f"?{urlencode(query)}" if query else "")


def _paths(dependant: Dependant) -> Iterator[Any]:
    """The parts of a path that can be only a few things."""
    yield from (field for field in dependant.path_params if get_origin(field.field_info.annotation) is Literal)
    for one in dependant.dependencies:
        yield from _paths(one)


def _queries(dependant: Dependant) -> Iterator[Any]:
    yield from dependant.query_params
    for one in dependant.dependencies:
        yield from _queries(one)


def _values(path: str, name: str, known: Known, otherwise: Sequence[str] | None) -> Sequence[str]:
    before = path.partition(f"{{{name}}}")[0] + f"{{{name}}}"
    found = known.get(before, known.get(name, otherwise))
    assert found is not None, (
        f"{path}: nothing is known that {{{name}}} can be, so that the page cannot be walked; say it where pages are walked"
    )
    return found


def _prefix_of(route: APIRoute) -> str:
    return API if any(route in router.routes for router in OF_THE_API) else ""
