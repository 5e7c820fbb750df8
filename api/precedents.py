"""What other regions did for a need, and with whom one could begin here: shared by matching and resource development."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from api.answers import as_json
from graph.connection import Row
from graph.quoted import quoted
from graph.reading import Reader

REASONS = ("elsewhere", "acts_for", "council", "neighbouring", "kind")
"""Why a body could start something, the strongest reason first."""
MOST_PRECEDENTS = 5
MOST_STARTERS = 20
MOST_QUOTES = 2
PRECEDENT = ("region_id", "region", "service_id", "service", "categories", "answers", "likeness", "share_here", "share_there", "share_year")
PRECEDENT_FIGURES = ("population_here", "population_there", "population_year", "providers", "provider_kinds", "kinds_here", "evidence")


class Examples:
    """What other regions do, for the needs of one area.

    Args:
        reader: asks on behalf of an audience.
        area: name, code or id.
        codes: of the needs.
    """

    def __init__(self, reader: Reader, area: str, codes: Iterable[str]) -> None:
        self._reader = reader
        self._of_need: dict[str, list[Row]] = defaultdict(list)
        wanted = set(codes)
        for row in reader.answer("transferable_services", area=area).rows:
            if row["need_code"] in wanted:
                self._of_need[row["need_code"]].append(row)

    def of(self, code: str, *, category: str | None = None) -> list[Row]:
        """Rows for a need, the most alike first, each service once; of one kind of service, where one is named."""
        found: dict[tuple[str, str], Row] = {}
        for row in self._of_need[code]:
            if category is None or category in row["categories"]:
                found.setdefault((row["region_id"], row["service_id"]), row)
        return list(found.values())

    def shown(self, code: str, *, category: str | None = None, most: int = MOST_PRECEDENTS) -> list[dict[str, Any]]:
        """The most alike, with the sentences on which they rest."""
        rows = self.of(code, category=category)[:most]
        said = self._quotes(rows)
        return [
            {
                **{name: as_json(row[name]) for name in (*PRECEDENT, *PRECEDENT_FIGURES)},
                "quotes": [said[id_] for id_ in row["evidence"] if id_ in said][:MOST_QUOTES],
            }
            for row in rows
        ]

    def _quotes(self, rows: list[Row]) -> dict[str, dict[str, Any]]:
        found = quoted(self._reader, (id_ for row in rows for id_ in row["evidence"][:MOST_QUOTES]))
        return {id_: {"id": id_, "quote": one["quote"], "source": one["title"] or one["dataset"]} for id_, one in found.items()}


def starters(reader: Reader, area: str, codes: list[str], examples: Examples, *, without: Mapping[str, set[str]]) -> dict[str, list[Row]]:
    """Bodies at home in an area that could start something, by code of the need: those with the strongest reason first.

    Args:
        reader: asks on behalf of an audience.
        area: name, code or id.
        codes: of the needs.
        examples: what other regions do for them.
        without: code → ids of bodies that run an answer here already.

    Returns:
        Code → `id`, `name` and `reasons`, each with `reason`, `about` (what it rests on) and `evidence`.
    """
    reasons: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    names: dict[str, str] = {}
    # No code is not every code, as it would be to the query.
    for row in reader.rows("lookups", "possible_starters", area=area, needs=codes) if codes else ():
        names[row["id"]] = row["name"]
        reasons[row["need_code"], row["id"]].append({name: row[name] for name in ("reason", "about", "evidence")})
    for code in codes:
        for body, reason in _of_like_kind(reader, area, examples.of(code)):
            names[body["id"]] = body["name"]
            reasons[code, body["id"]].append(reason)
    found: dict[str, list[Row]] = {code: [] for code in codes}
    for (code, id_), told in reasons.items():
        if id_ not in without.get(code, set()):
            ordered = sorted(told, key=lambda one: REASONS.index(one["reason"]))
            found[code].append({"id": id_, "name": names[id_], "reasons": ordered})
    return {code: sorted(rows, key=_order)[:MOST_STARTERS] for code, rows in found.items()}


def _of_like_kind(reader: Reader, area: str, precedents: list[Row]) -> Iterable[tuple[Row, dict[str, Any]]]:
    """Bodies here of a kind that runs such a service in another region, with the example most like this region."""
    example: dict[str, Row] = {}
    for row in precedents:
        for kind in row["kinds_here"]:
            example.setdefault(kind, row)
    for body in reader.rows("lookups", "bodies_of_kinds", area=area, kinds=sorted(example)) if example else ():
        row = next(row for kind, row in example.items() if kind in body["kinds"])
        yield body, {"reason": "kind", "about": [f"{row['region']} {row['service']}"], "evidence": row["evidence"]}


def _order(starter: Row) -> tuple[Any, ...]:
    places = [REASONS.index(one["reason"]) for one in starter["reasons"]]
    return min(places), -len(places), starter["name"], starter["id"]
