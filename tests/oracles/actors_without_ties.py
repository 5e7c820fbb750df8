"""Named bodies that a source which could have shown ties mentions, and that have no tie."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.held import Held


def expected(held: Held, areas: set[str], today: date) -> Iterator[dict[str, Any]]:
    """One row for each home of each such body."""
    held = held.existing(today)
    for id_, body in held.of("Organization"):
        if body.get("generic") or held.ends(id_, "PART_OF", label="Organization") or held.neighbours(id_):
            continue
        for home in held.homes(id_) & areas:
            places = [place for place in {home, body.get("placed_in")} if place in held.nodes]
            able = held.able("ties", places) & set(body["sources"])
            if not able:
                continue
            yield {
                "area_id": home,
                "id": id_,
                "name": body["name"],
                "seats": sorted({held.get(one)["name"] for one in held.ends(id_, "MEMBER_OF", label="Council")}),
                "services": sorted({held.get(one)["name"] for one in held.ends(id_, "PROVIDES", label="Service")}),
                "sources_that_could_show": sorted(able),
            }
