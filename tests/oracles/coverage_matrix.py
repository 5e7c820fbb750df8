"""Which source speaks of which kind of fact of which area: in full, by examples, or not at all."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.held import Held, Properties

KINDS = {"bodies", "ties", "seats", "services", "needs", "programmes", "observations"}


def expected(held: Held, areas: set[str], today: date) -> Iterator[dict[str, Any]]:  # noqa: ARG001 - every oracle takes the same
    """One row for each area, source that speaks of it, and kind of fact."""
    for area in areas & held.nodes.keys():
        scopes: dict[str, dict[str, Properties]] = defaultdict(dict)
        sources: dict[str, Properties] = {}
        for tie in held.incoming[area]:
            source = held.get(tie.start)
            if tie.type == "SPEAKS_OF" and source.get("current"):
                scopes[source["dataset"]][tie.properties["kind"]] = tie.properties
                sources[source["dataset"]] = source
        for dataset, spoken in scopes.items():
            for kind in KINDS:
                scope = spoken.get(kind, {})
                yield {
                    "area_id": area,
                    "area": held.get(area)["name"],
                    "dataset": dataset,
                    "source": sources[dataset].get("title") or sources[dataset]["name"],
                    "source_as_of": sources[dataset].get("as_of"),
                    "kind": kind,
                    "coverage": scope.get("coverage", "silent"),
                    "categories": sorted(scope.get("categories") or ()),
                    "begins": scope.get("begins"),
                    "ends_on": scope.get("ends_on"),
                    "sources_that_could_show": sorted(other for other, of in scopes.items() if kind in of),
                }
