"""What the program notes about the database itself."""

from dataclasses import dataclass

from graph.model.definitions import Node, described


@dataclass(frozen=True, kw_only=True)
class Migration(Node):
    """A change of the schema that was applied, once."""

    label = "Migration"
    is_fact = False
    is_of_the_database = True

    number: int = described("Its number; migrations are applied in this order.", 0)
    checksum: str = described("SHA-256 of its text: a migration that was applied is never changed.", "")
    engine: str = described("neo4j or embedded.", "")
    applied_at: str = described("When, ISO 8601 with time zone.", "")
