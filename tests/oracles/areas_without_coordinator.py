"""Municipalities and everyday-life areas of which a source speaks, without a coordinator's post that somebody holds."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.held import Held
from tests.oracles.areas_without_council import looked_at


def expected(held: Held, areas: set[str], today: date) -> Iterator[dict[str, Any]]:
    """One row for each of them."""
    for area in looked_at(held, areas, today):
        level = held.get(area)["level"]
        posts = {
            id_: post
            for id_, post in held.of("Post")
            if area in (held.ends(id_, "COVERS", "ACTS_FOR", label="Area") or {str(post.get("placed_in"))})
            and (level == "daily_life_area" or post.get("layer") in {None, 1})
        }
        if any(lives(held, holder, today) for id_ in posts for holder in held.starts(id_, "HOLDS", label="Organization")):
            continue
        able = {dataset for scope in held.above(area) for dataset in held.speaking("seats", scope, today)}
        acting = {id_ for label in ("Organization", "Council") for id_ in held.starts(area, "ACTS_FOR", label=label)}
        yield {
            "area_id": area,
            "level": level,
            "status": "no_holder" if posts else "not_recorded" if able else "no_source",
            "posts": sorted(post["name"] for post in posts.values()),
            "acting": sorted({held.get(id_)["name"] for id_ in acting if lives(held, id_, today)}),
            "sources_that_could_show": sorted(able),
        }


def lives(held: Held, body: str, today: date) -> bool:
    """Whether a body was not dissolved."""
    ended = held.get(body).get("ended_on")
    return ended is None or ended > today
