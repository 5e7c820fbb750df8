"""What the program notes about the database itself."""

from dataclasses import dataclass

from graph.model.definitions import Node, described


@dataclass(frozen=True, kw_only=True)
class Migration(Node):
    """A change of the schema that was applied, once."""

    label = "Migration"
    is_fact = False

    number: int = described("Its number; migrations are applied in this order.", 0)
    checksum: str = described("SHA-256 of its text: a migration that was applied is never changed.", "")
    engine: str = described("neo4j or embedded.", "")
    applied_at: str = described("When, ISO 8601 with time zone.", "")


@dataclass(frozen=True, kw_only=True)
class WriterLease(Node):
    """Which program writes now, on a database that several reach: one node, held for seconds at a time."""

    label = "WriterLease"
    is_fact = False

    holder: str | None = described("Who writes: a token of its own; absent while nobody does.")
    program: str | None = described("The same for people: machine and process.")
    until: int | None = described("Until when, in milliseconds of the database's own clock.")
    asked_at: int | None = described("When somebody last asked, likewise: setting it locks the node.")
