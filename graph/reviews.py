"""What people said of a dataset's evidence, where a new load has to find it again."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from graph.connection import Graph
from graph.rows import NodeRow, Properties
from graph.withdrawing import content_of

REVIEW = ("review", "reviewed_by", "reviewed_at", "reason", "corrected")
"""What stays when the source of evidence is loaded again."""
NOT_PUT_BACK = "MATCH (w:Withdrawn) WHERE $dataset IN w.sources AND w.put_back_at IS NULL RETURN properties(w) AS properties"


@dataclass
class Earlier:
    """What was withdrawn of a dataset and has not been put back."""

    records: list[Properties] = field(default_factory=list)
    ids: Mapping[str, list[Properties]] = field(default_factory=dict)
    """Id of evidence → the records that keep it."""
    rejected: Mapping[str, NodeRow] = field(default_factory=dict)
    """Id of evidence that somebody rejected: no load brings it back."""
    reviewed: Mapping[str, Properties] = field(default_factory=dict)
    """Id of evidence → how it was reviewed before its sentence went."""
    facts: set[str] = field(default_factory=set)
    """Ids of the facts of which something was withdrawn."""

    @classmethod
    def nothing(cls) -> "Earlier":
        """For a dataset that was never loaded."""
        return cls()

    @classmethod
    def of(cls, graph: Graph, dataset: str) -> "Earlier":
        """Read the records of a dataset."""
        found = cls()
        ids: dict[str, list[Properties]] = {}
        rejected: dict[str, NodeRow] = {}
        reviewed: dict[str, Properties] = {}
        for row in graph.read(NOT_PUT_BACK, dataset=dataset):
            record = row["properties"]
            if record["why"] == "replaced":
                continue
            found.records.append(record)
            found.facts.add(record["fact"])
            for evidence in content_of(record)[1]:
                if evidence.properties["dataset"] != dataset:
                    continue
                ids.setdefault(evidence.id, []).append(record)
                if evidence.properties["review"] == "rejected":
                    rejected[evidence.id] = evidence
                elif evidence.properties["review"] != "open":
                    reviewed[evidence.id] = evidence.properties
        found.ids, found.rejected, found.reviewed = ids, rejected, reviewed
        return found

    def changes(self, stated: Collection[str], held: Collection[str], load: NodeRow) -> list[NodeRow]:
        """Records to write again: what is stated anew is back, and a rejected sentence stands or does not."""
        found: list[NodeRow] = []
        for record in self.records:
            kept = [id_ for id_ in record.get("evidence", []) if id_ in self.ids]
            rejected = [id_ for id_ in kept if id_ in self.rejected]
            stands = any(id_ in stated for id_ in rejected)
            after = record
            if rejected and stands != record.get("stands", True):
                after = record | {"stands": stands}
            back = [id_ for id_ in kept if id_ in stated and id_ not in held and id_ not in self.rejected]
            if kept and len(back) == len(kept):
                after = after | {"put_back_at": load.properties["began_at"]}
            if after != record:
                found.append(NodeRow(("Withdrawn",), after, is_fact=False))
        return found

    def lost(self, stated: Collection[str]) -> list[NodeRow]:
        """Rejected evidence whose sentence has just gone: said once."""
        standing = {id_ for record in self.records if record.get("stands", True) for id_ in record.get("evidence", [])}
        return [row for id_, row in self.rejected.items() if id_ in standing and id_ not in stated]
