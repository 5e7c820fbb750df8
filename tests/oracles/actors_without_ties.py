"""Named bodies that a source which could have shown ties mentions, and that have no tie."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.held import Held


def expected(held: Held, areas: set[str], today: date) -> Iterator[dict[str, Any]]:  # noqa: ARG001 - every oracle takes the same
    """One row for each home of each such body."""
    for id_, body in held.of("Organization"):
        if body.get("generic") or held.ends(id_, "PART_OF", label="Organization") or held.neighbours(id_):
            continue
        homes = held.homes(id_)
        places = homes | {body.get("placed_in")}
        able = held.able("ties", [place for place in places if place in held.nodes]) & set(body["sources"])
        for home in homes & areas if able else ():
            yield {
                "area_id": home,
                "id": id_,
                "name": body["name"],
                "seats": sorted({held.get(one)["name"] for one in held.ends(id_, "MEMBER_OF", label="Council")}),
                "services": sorted({held.get(one)["name"] for one in held.ends(id_, "PROVIDES", label="Service")}),
                "sources_that_could_show": sorted(able),
            }
