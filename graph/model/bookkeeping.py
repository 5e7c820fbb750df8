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


@dataclass(frozen=True, kw_only=True)
class Load(Node):
    """One load that changed the graph: what `tsunagu undo` takes back."""

    label = "Load"
    is_fact = False

    dataset: str = described("The dataset that was loaded.", "")
    number: int = described("Its number among the loads of its dataset, from 1.", 1)
    source: str = described("Id of the version of the source that it loaded.", "")
    before: str | None = described("Id of the version that was current before.")
    file: str | None = described("The file's name, without its folder.")
    loader: str | None = described("The loader that read it.")
    began_at: str = described("When, ISO 8601 with time zone.", "")
    state: str = described("unfinished, complete, broken_off (another load of the dataset followed) or undone.", "unfinished")
    undone_at: str | None = described("When it was taken back.")


@dataclass(frozen=True, kw_only=True)
class Merge(Node):
    """An entry of the ledger: two names are one body, or are known to be two."""

    label = "Merge"
    is_fact = False

    gone: str = described("Id that is redirected.", "")
    kept: str = described("Id to which it is redirected.", "")
    of: str = described("Main label of both.", "Organization")
    kept_key: str = described("Identity in words of the one that is kept.", "")
    gone_name: str = described("Name of the one that is redirected, when it was decided.", "")
    kept_name: str = described("Name of the one that is kept, when it was decided.", "")
    state: str = described("merged, undone or kept_apart.", "merged")
    by: str | None = described("Role of whoever decided it, never a person.")
    reason: str | None = described("Why.")
    decided_at: str = described("When, ISO 8601 with time zone.", "")


@dataclass(frozen=True, kw_only=True)
class WriterLease(Node):
    """Which program writes now, on a database that several reach, and what was written last: one node."""

    label = "WriterLease"
    is_fact = False
    is_of_the_database = True

    holder: str | None = described("Who writes: a token of its own; absent while nobody does.")
    program: str | None = described("The same for people: machine and process.")
    until: int | None = described("Until when, in milliseconds of the database's own clock.")
    asked_at: int | None = described("When somebody last asked, likewise: setting it locks the node.")
    revision: str | None = described("A token that every transaction that writes leaves anew: what was read under it is still so.")
