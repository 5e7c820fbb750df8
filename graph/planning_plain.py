"""What a load would change of what is no fact: its source, its cases, and the scopes and places of the source."""

from graph.batches import Batch
from graph.coded_areas import coded_things
from graph.known import Known
from graph.model.sources import From
from graph.plans import LoadPlan
from graph.rows import NodeRow
from graph.withdrawing import Departure


def plan_plain(known: Known, batch: Batch, result: LoadPlan) -> None:
    """Compare what is no fact and no evidence with the graph.

    Args:
        known: what the graph has of this dataset.
        batch: what it is to have.
        result: takes what differs.
    """
    _plan_nodes(known, batch, result)
    _plan_relationships(known, batch, result)


def _plan_nodes(known: Known, batch: Batch, result: LoadPlan) -> None:
    for row in batch.nodes.values():
        if row.id in coded_things():
            continue
        stored = known.nodes.get(row.id)
        after = row.properties
        if stored:
            after = after | {name: stored.properties[name] for name in ("loaded_at", "reading") if name in stored.properties}
        if stored is None or stored.properties != after:
            result.nodes.append(NodeRow(row.labels, after, row.is_fact))
    for id_, gone in known.nodes.items():
        if id_ in batch.nodes or gone.is_fact or gone.labels[0] == "Evidence":
            continue
        if gone.labels[0] == "Source":
            if gone.properties.get("current"):
                result.nodes.append(NodeRow(gone.labels, gone.properties | {"current": False}, gone.is_fact))
        elif gone.labels[0] == "CaseStudy":
            result.departures.append(Departure(fact=id_, row=gone))
        else:
            result.dropped_nodes.append(gone)


def _plan_relationships(known: Known, batch: Batch, result: LoadPlan) -> None:
    for row in batch.relationships.values():
        if row.id in coded_things():
            continue
        stored = known.relationships.get(row.id)
        if stored is None or stored.properties != row.properties:
            result.relationships.append(row)
    dropped = {row.fact for row in result.departures}
    for id_, gone in known.relationships.items():
        if id_ in batch.relationships or gone.is_fact or (gone.type == From.type and gone.start.label == "Evidence"):
            continue
        # Scopes and places of earlier versions of a source stay: they say what stood there then.
        source = next((end for end in (gone.start, gone.end) if end.label == "Source"), None)
        if source is None or source.id == batch.source_id or gone.start.id in dropped:
            result.dropped_relationships.append(gone)
