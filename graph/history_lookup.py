"""Which fact a name or an id means whose history is asked for: one that stands, or one that was withdrawn."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.errors import QueryMisused
from graph.identity import normalised
from graph.ledger import Ledger
from graph.reading import Reader
from graph.stated import statement_of
from graph.withdrawing import content_of

NAMED = ("Organization", "Council", "Service")
SHORTEST_ID = 6
MOST_CANDIDATES = 10
_ID = re.compile(rf"[0-9a-f][0-9a-f-]{{{SHORTEST_ID - 1},35}}")

THINGS = (
    "MATCH (n:{label}) WHERE n.visibility IN $visible "
    "RETURN n.id AS id, n.name AS name, coalesce(n.aliases, []) AS aliases, n.placed_in AS area"
)
WITHDRAWN = "MATCH (w:Withdrawn) WHERE w.kind = 'node' RETURN properties(w) AS properties"
BY_ID = "MATCH (e:Evidence) WHERE e.fact STARTS WITH $id RETURN DISTINCT e.fact AS fact ORDER BY fact LIMIT 20"
WITHDRAWN_BY_ID = "MATCH (w:Withdrawn) WHERE w.fact STARTS WITH $id RETURN DISTINCT w.fact AS fact ORDER BY fact LIMIT 20"


@dataclass(frozen=True)
class Meant:
    """A thing that a name may mean."""

    id: str
    name: str
    label: str
    area: str | None
    """Id of the area that names it."""


def fact_meant(reader: Reader, text: str) -> str:
    """The id of the one fact that a name or the beginning of an id means.

    Args:
        reader: asks the graph; what its audience may not see is not found.
        text: the name of a body, council or service, also of one that is gone; or at least six characters of any fact's id.

    Raises:
        QueryMisused: there is none (unknown_fact), or there are several (fact_ambiguous, with all of them).
    """
    typed = text.strip()
    ledger = Ledger.of(reader.graph)
    if _ID.fullmatch(typed) and (ids := sorted({ledger.resolve(id_) for id_ in _ids(reader, typed, ledger)})):
        if len(ids) > 1:
            raise QueryMisused("fact_ambiguous", name=typed, candidates="、".join(id_[: len(typed) + 4] for id_ in ids[:MOST_CANDIDATES]))
        return ids[0]
    found = {ledger.resolve(one.id): one for one in reversed([*_called(reader, normalised(typed))])} if typed else {}
    if not found:
        raise QueryMisused("unknown_fact", id=typed)
    if len(found) > 1:
        shown = [f"{one.name}（{' '.join([*_area(reader, one), id_[:8]])}）" for id_, one in sorted(found.items())[:MOST_CANDIDATES]]
        raise QueryMisused("fact_ambiguous", name=typed, candidates="、".join(shown))
    return next(iter(found))


def _ids(reader: Reader, beginning: str, ledger: Ledger) -> Iterator[str]:
    for statement in (BY_ID, *([WITHDRAWN_BY_ID] if _sees_withdrawn(reader) else [])):
        yield from (row["fact"] for row in reader.graph.read(statement, id=beginning))
    yield from (gone for gone in ledger.redirects if gone.startswith(beginning))


def _called(reader: Reader, plain: str) -> Iterable[Meant]:
    """Things of that name: those that stand first."""
    for label in NAMED:
        for row in reader.graph.read(THINGS.format(label=label), visible=reader.visible):
            if plain in {normalised(name) for name in (row["name"], *row["aliases"])}:
                yield Meant(row["id"], row["name"], label, row["area"])
    if not _sees_withdrawn(reader):
        return
    for row in reader.graph.read(WITHDRAWN):
        record = row["properties"]
        if record["labels"][0] in NAMED and normalised(record["name"]) == plain:
            properties, evidence = content_of(record)
            if any(statement_of(one.properties).visibility in reader.visible for one in evidence):
                yield Meant(record["fact"], record["name"], record["labels"][0], properties.get("placed_in"))


def _area(reader: Reader, one: Meant) -> list[str]:
    return [reader.areas.full_name(one.area)] if one.area and one.area in reader.areas.by_id else []


def _sees_withdrawn(reader: Reader) -> bool:
    """What was withdrawn is not for the public."""
    return len(reader.visible) > 1
