"""What is known of each part of a region's network, beside the network itself."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.metrics.comparison.boundary import Boundary
from graph.metrics.comparison.covered_categories import Covered
from graph.metrics.comparison.sourced import Sourced


@dataclass(frozen=True)
class RegionRecord:
    """One region's network with what is known of each part of it."""

    sourced: Sourced
    kinds: Mapping[str, int]
    """Type of relationship → ties that it states."""
    boundary: Boundary
    verified: float | None
    """Share of ties of which somebody confirmed a sentence; None without ties."""
    categories: Covered | None
    """None where no source speaks of services: that is a finding about the sources, and no number."""
