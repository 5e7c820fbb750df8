"""Facts that a dataset no longer states are moved to `Withdrawn`, in the same transaction, and can be put back."""

import json
from collections.abc import Sequence
from datetime import date

from graph.batches import NodeRow, Properties, RelationshipRow
from graph.model.findings import Withdrawn


def withdrawn_of(row: NodeRow | RelationshipRow, *, evidence: Sequence[Properties], dataset: str, why: str, at: str) -> Withdrawn:
    """The record that keeps a fact and its evidence in full after they left the graph."""
    if isinstance(row, NodeRow):
        kind, labels, start, end = "node", row.labels, None, None
    else:
        kind, labels = "relationship", (row.type,)
        start, end = f"{row.start.label} {row.start.id}", f"{row.end.label} {row.end.id}"
    content = {"properties": row.properties, "evidence": list(evidence)}
    return Withdrawn(
        key=f"withdrawn|{row.id}|{at}",
        name=str(row.properties.get("name") or labels[0]),
        visibility="restricted",
        fact=row.id,
        kind=kind,
        labels=labels,
        start=start,
        end=end,
        content=json.dumps(content, ensure_ascii=False, sort_keys=True, default=as_text),
        dataset=dataset,
        why=why,
        withdrawn_at=at,
    )


def as_text(value: object) -> str:
    """Dates as ISO text; anything else does not belong in a property."""
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"not a property value: {type(value).__name__}")
