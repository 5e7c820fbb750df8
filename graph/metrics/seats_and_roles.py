"""How many councils, functions and services each body has: counted and sorted, without a verdict."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from graph.network import Activity


def seats_and_roles(row: Mapping[str, Any], *, as_of: date) -> list[dict[str, Any]]:
    """Bodies with at least one council, function or running service, those with most first.

    Args:
        row: `bodies`, as `cypher/gaps/seats_and_roles.cypher` collects them.
        as_of: seats that ended and services that do not run on this day or that the body does not
            provide now are not counted; the services are named apart.

    Returns:
        One row a body and area with the facts that it has, sorted by the number of councils, then of functions, of
        services, then by area and id.
    """
    rows = [
        one for body in row.get("bodies") or () if any((one := _row(body, as_of))[name] for name in ("councils", "functions", "services"))
    ]
    return sorted(rows, key=lambda one: (-one["council_count"], -one["function_count"], -one["service_count"], one["area_id"], one["id"]))


def _row(body: Mapping[str, Any], day: date) -> dict[str, Any]:
    seats = [*body["seats"], *body["seats_of_parts"]]
    held = [one for one in seats if one.get("status") != "ended" and (one.get("until") is None or one["until"] >= day)]
    councils = {one["council"] for one in held}
    running = {one["name"]: _runs(one, day) for one in sorted(body["services"], key=lambda one: _runs(one, day))}
    functions = [one for one in body["functions"] if one.get("function")]
    services = sorted(name for name, runs in running.items() if runs)
    return {
        "area_id": body["area_id"],
        "area": body["area"],
        "id": body["id"],
        "name": body["name"],
        "councils": sorted(councils),
        "functions": sorted({one["function"] for one in functions}),
        "services": services,
        "not_running": sorted(running.keys() - set(services)),
        "council_count": len(councils),
        "function_count": len({one["function"] for one in functions}),
        "service_count": len(services),
        "facts": sorted({one["fact"] for one in (*held, *functions, *body["services"]) if "fact" in one}),
        "sources_that_could_show": sorted(body["sources_that_could_show"]),
    }


def _runs(service: Mapping[str, Any], day: date) -> bool:
    """Whether the service runs on the day, and this body is recorded to provide it, not to have done so or to be about to."""
    provides = (service.get("provides") or "running") == "running"
    return provides and Activity(
        service["id"], "", frozenset(), service.get("status"), service.get("valid_from"), service.get("valid_to")
    ).runs_on(day)
