"""What was decided of two names, as far as an audience may know both."""

from dataclasses import dataclass

from graph import statements
from graph.known import Known
from graph.ledger import Ledger
from graph.reading import Reader
from graph.rows import Properties
from graph.stated import statement_of


@dataclass(frozen=True, kw_only=True)
class DecidedDouble:
    """An entry of the ledger that is in force."""

    id: str
    kept: str
    """Id of the body that the kept one is part of now."""
    kept_name: str
    gone_name: str
    state: str
    """merged or kept_apart."""
    by: str
    reason: str
    at: str


def decided_doubles(reader: Reader) -> list[DecidedDouble]:
    """The decisions in force about organisations, the newest first.

    The ledger itself is for those who may see everything: others are told of two names only where they are shown
    something that was said under each.
    """
    ledger = Ledger.of(reader.graph)
    entries = [one for one in ledger.entries if one["state"] != "undone" and one["of"] == "Organization"]
    shown = _told_of(reader, {ledger.resolve(one[end]) for one in entries for end in ("kept", "gone")})
    seen = [one for one in entries if {one["kept"], one["gone"]} <= shown]
    return sorted((_shown(one, ledger) for one in seen), key=lambda one: (one.at, one.id), reverse=True)


def _told_of(reader: Reader, bodies: set[str]) -> set[str]:
    """Ids under which a visible sentence states one of some bodies, or a part of it that was merged."""
    found = set[str]()
    for row in reader.graph.read(statements.nodes_by_id("Organization"), ids=sorted(bodies)):
        if row["properties"]["visibility"] in reader.visible:
            found.add(row["properties"]["id"])
    for evidence in Known(reader.graph).evidence_of(sorted(found)):
        statement = statement_of(evidence.properties)
        if evidence.properties["visibility"] in reader.visible and statement.visibility in reader.visible:
            found.add(statement.read_as)
    return found


def _shown(entry: Properties, ledger: Ledger) -> DecidedDouble:
    return DecidedDouble(
        id=entry["id"],
        kept=ledger.resolve(entry["kept"]),
        kept_name=entry["kept_name"],
        gone_name=entry["gone_name"],
        state=entry["state"],
        by=entry.get("by") or "",
        reason=entry.get("reason") or "",
        at=entry["decided_at"],
    )
