"""What is like and what comes first, without a database."""

from datetime import date
from typing import Any

import pytest

from graph.metrics.transferable_services import transferable_services

DAY = date(2025, 10, 1)


def service(id_: str, *, strength: str | None = "weak", addressed: tuple[str, ...] = ()) -> dict[str, Any]:
    answers = [{"code": "N_SHOP", "strength": strength}] if strength else []
    return {"id": id_, "name": id_, "categories": [], "answers": answers, "addressed": list(addressed), "providers": []}


def collected(*services: dict[str, Any], observed: tuple[tuple[str, str, date, float], ...] = ()) -> dict[str, Any]:
    """A need here, the same need there, and services there."""
    return {
        "needs": [{"area_id": "here", "area": "こちら", "region": "here", "code": "N_SHOP"}],
        "elsewhere": [{"region": region, "code": "N_SHOP", "need": f"need {region}"} for region in ("here", "there")],
        "named": [{"id": "there", "name": "先方"}],
        "offered": [{"region": "there", "service": one["id"]} for one in services],
        "services": list(services),
        "observed": [dict(zip(("region", "indicator", "as_of", "value"), one, strict=True)) for one in observed],
        "actors": [],
        "spoken": [],
    }


def ids(row: dict[str, Any], *, most: int = 9) -> list[str]:
    return [one["service_id"] for one in transferable_services(row, as_of=DAY, most=most)]


def test_how_it_answers_decides_first() -> None:
    """What a source ties to the need before its first kind, that before the others; what answers something else is none."""
    row = collected(
        service("a"), service("b", strength="strong"), service("c", strength=None, addressed=("need there",)), service("d", strength=None)
    )

    assert ids(row) == ["c", "b", "a"]
    assert ids(row, most=1) == ["c"]


@pytest.mark.parametrize(("there", "is_like"), [(0.0, False), (499.0, False), (500.0, True), (2000.0, True), (2001.0, False)])
def test_a_population_of_none_is_like_no_other(there: float, is_like: bool) -> None:
    """Half to double, and never a division by zero."""
    row = collected(service("a"), observed=(("here", "population", DAY, 1000.0), ("there", "population", DAY, there)))

    assert bool(ids(row)) is is_like


def test_the_newest_common_year_is_compared() -> None:
    """A newer year of one region alone says nothing; within a year the newest day counts."""
    row = collected(
        service("a"),
        observed=(
            ("here", "share_65_plus", date(2026, 1, 1), 90.0),
            ("here", "share_65_plus", date(2025, 1, 1), 90.0),
            ("here", "share_65_plus", date(2025, 9, 1), 30.0),
            ("there", "share_65_plus", date(2025, 4, 1), 31.0),
        ),
    )

    (found,) = transferable_services(row, as_of=DAY, most=9)

    assert (found["share_year"], found["share_here"], found["share_there"], found["likeness"]) == (2025, 30.0, 31.0, "unknown")


def test_of_nothing_collected_nothing_is_made() -> None:
    """No need, no row."""
    assert ids({**collected(service("a")), "needs": []}) == []
