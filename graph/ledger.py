"""The ledger of merges: which ids are redirected when something is read or written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.connection import Graph
from graph.rows import Properties


@dataclass(frozen=True)
class Ledger:
    """Every decision, and what follows from it.

    Merges form chains (B into A, later A into C); ids are redirected to the end of their chain.
    """

    entries: tuple[Properties, ...] = ()
    redirects: Mapping[str, str] = field(default_factory=dict)
    """Id → the id of which it is a part now."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Id that was kept → its identity in words."""

    @classmethod
    def of(cls, graph: Graph) -> "Ledger":
        """Read it."""
        return cls.from_entries(row["properties"] for row in graph.read("MATCH (m:Merge) RETURN properties(m) AS properties"))

    @classmethod
    def from_entries(cls, entries: Iterable[Properties]) -> "Ledger":
        """Build it from `Merge` nodes."""
        found = tuple(sorted(entries, key=lambda entry: (entry["decided_at"], entry["id"])))
        steps = {entry["gone"]: entry["kept"] for entry in found if entry["state"] == "merged"}
        return cls(
            entries=found,
            redirects={gone: _end_of(gone, steps) for gone in steps},
            keys={entry["kept"]: entry["kept_key"] for entry in found},
        )

    def resolve(self, id_: str) -> str:
        """The id of which this one is a part now; itself where nothing was merged."""
        return self.redirects.get(id_, id_)


def _end_of(id_: str, steps: Mapping[str, str]) -> str:
    seen = {id_}
    while id_ in steps and steps[id_] not in seen:
        id_ = steps[id_]
        seen.add(id_)
    return id_
