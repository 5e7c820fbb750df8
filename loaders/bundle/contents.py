"""What a bundle holds, made from holdings alone."""

import platform
from importlib.metadata import version
from importlib.resources import files
from typing import Any

from graph.comparing import COMPUTED_BY
from graph.holdings import Holdings
from loaders.bundle.format import (
    COMPARISON,
    EVIDENCE,
    METHODS,
    PARAMETERS,
    README,
    RECORD_EDGES,
    RECORD_NODES,
    SOURCES,
    VERSIONS,
    document,
)
from loaders.bundle.networks import network_files
from loaders.bundle.readme import readme
from loaders.bundle.record import edge_table, evidence_table, node_table, source_table

QUERIES = (
    *(("networks", name) for name in ("bodies_and_ties", "area_network")),
    *(("lookups", name) for name in ("area_tree", "sources", "evidence_of_facts", "services", "observations")),
    *(("checks", name) for name in ("few_ties_recorded", "no_source_of_ties")),
)
"""Folder and name of the questions from which the compared networks, and what they rest on, are read."""
GIVEN = ("seed", "draws", "given")
"""What a comparison is computed with."""


def contents_of(holdings: Holdings) -> dict[str, bytes]:
    """Name of each file → its bytes, without the manifest."""
    compared = holdings.compared
    asked: dict[str, Any] = {}
    if compared:
        asked = {name: compared.found[name] for name in GIVEN if name in compared.found}
        asked |= {"audience": compared.audience, "areas": [region.area.id for region in compared.regions]}
    return {
        README: readme(holdings),
        COMPARISON: document(dict(compared.found) if compared else None),
        PARAMETERS: document(asked),
        VERSIONS: document(versions()),
        METHODS: (files("loaders.bundle") / METHODS).read_bytes(),
        **network_files(holdings),
        RECORD_NODES: node_table(holdings),
        RECORD_EDGES: edge_table(holdings),
        EVIDENCE: evidence_table(holdings),
        SOURCES: source_table(holdings),
        **{f"queries/{folder}/{name}.cypher": (files("cypher") / folder / f"{name}.cypher").read_bytes() for folder, name in QUERIES},
    }


def versions() -> dict[str, str]:
    """Program → version, of what computes the numbers here."""
    return {"python": platform.python_version()} | {name: version(name) for name in COMPUTED_BY}
