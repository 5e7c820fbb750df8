"""Changes of the schema: applied once, in order, recorded with a checksum.

A file `cypher/migrations/NNNN_name.cypher` is for both engines; `NNNN_name.neo4j.cypher` or `.embedded.cypher` is for
one, where they must differ. Statements end with a semicolon at the end of a line. A migration that was applied is
never changed afterwards: a changed text stops the program.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from importlib.resources import files

from graph import statements
from graph.connection import Graph
from graph.deriving import plain
from graph.errors import DatabaseMisconfigured
from graph.model.bookkeeping import Migration


@dataclass(frozen=True)
class Script:
    """One migration as it lies in its file."""

    name: str
    text: str

    @property
    def number(self) -> int:
        """Its place in the order."""
        return int(self.name.split("_")[0])

    @property
    def engine(self) -> str | None:
        """The engine it is for; None for both."""
        suffixes = self.name.split(".")
        return suffixes[1] if len(suffixes) > 1 else None

    @property
    def checksum(self) -> str:
        """SHA-256 of its text."""
        return sha256(self.text.encode()).hexdigest()

    def statements(self) -> list[str]:
        """Its statements, without comment lines."""
        lines = [line for line in self.text.splitlines() if not line.lstrip().startswith("//")]
        return [part.strip() for part in "\n".join(lines).split(";\n") if part.strip()]


def scripts(engine: str) -> list[Script]:
    """The migrations for one engine, in order."""
    found = [
        Script(name=file.name.removesuffix(".cypher"), text=file.read_text(encoding="utf-8") + "\n")
        for file in (files("cypher") / "migrations").iterdir()
        if file.name.endswith(".cypher")
    ]
    return sorted((script for script in found if script.engine in {None, engine}), key=lambda script: script.name)


def migrate(graph: Graph) -> list[str]:
    """Apply what has not been applied yet.

    Returns:
        The names of the migrations that were applied now.

    Raises:
        DatabaseMisconfigured: an applied migration differs from its file, or the graph is newer than this program.
    """
    rows = graph.read("MATCH (m:Migration) RETURN m.number AS number, m.name AS name, m.checksum AS checksum ORDER BY number")
    applied = {row["name"]: row["checksum"] for row in rows}
    known = scripts(graph.engine)
    unknown = applied.keys() - {script.name for script in known}
    if unknown:
        raise DatabaseMisconfigured("graph_is_newer", names=", ".join(sorted(unknown)))
    done: list[str] = []
    for script in known:
        if script.name in applied:
            if applied[script.name] != script.checksum:
                raise DatabaseMisconfigured("migration_changed", name=script.name)
            continue
        _apply(graph, script)
        done.append(script.name)
    return done


def _apply(graph: Graph, script: Script) -> None:
    graph.alter(script.statements())
    record = Migration(
        key=f"migration|{script.name}",
        name=script.name,
        number=script.number,
        checksum=script.checksum,
        engine=graph.engine,
        applied_at=datetime.now(UTC).isoformat(timespec="seconds"),
    )
    row = {"id": record.id, "properties": plain(record.properties())}
    graph.write(lambda transaction: transaction.run(statements.write_nodes("Migration"), rows=[row]))
