"""Bodies that could introduce others: counted from the pairs that the other oracle computes."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.held import Held
from tests.held_networks import councils, evidence_of, facts_between, seats
from tests.oracles.bridging_candidates import LIMIT, pairs


def expected(held: Held, areas: set[str], today: date) -> Iterator[dict[str, Any]]:
    """The first rows in the order of the question."""
    held = held.existing(today)
    between: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for pair in pairs(held, areas, today):
        for id_ in pair["introducer_ids"]:
            between[pair["area_id"], id_].append(pair)
    rows = [
        {
            "area_id": area,
            "id": id_,
            "name": held.get(id_)["name"],
            "pairs": len(of),
            "evidence": evidence_of(held, _known(held, id_, {pair[end] for pair in of for end in ("a_id", "b_id")})),
            "between": sorted(f"{pair['a']} - {pair['b']}" for pair in of),
            "sources_that_could_show": sorted({dataset for pair in of for dataset in pair["sources_that_could_show"]}),
        }
        for (area, id_), of in between.items()
    ]
    yield from sorted(rows, key=lambda one: (-one["pairs"], one["area_id"], one["id"]))[:LIMIT]


def _known(held: Held, id_: str, others: set[str]) -> set[str]:
    """The facts by which a body is tied to others, or sits with them."""
    found = {fact for other in others for fact in facts_between(held, id_, other)}
    for council in councils(held, id_):
        with_it = {other for other in others if council in councils(held, other)}
        found |= seats(held, {id_, *with_it}, council) if with_it else set()
    return found
