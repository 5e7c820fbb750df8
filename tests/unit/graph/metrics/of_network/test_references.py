"""Measures beside those of R: `references/measures.R` made `references/expected.csv`, and makes it again where R is at hand."""

import csv
import io
import math
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import igraph
import pytest

from graph.metrics.of_network import brokerage, centralization, closure, cohesion, positions, size
from tests.networks_by_chance import directed_networks, networks, sectors

HERE = Path(__file__).parent / "references"
EXPECTED, SCRIPT, INPUT = HERE / "expected.csv", HERE / "measures.R", HERE / "networks.txt"
WITHOUT_R = "no R with igraph and sna (Debian: r-cran-igraph, r-cran-sna)"
Value = float | None
Found = dict[tuple[str, str, str], Value]
"""Network, measure and vertex → value."""

WHOLE: Mapping[str, Callable[[igraph.Graph], Value]] = {
    "igraph.density": size.density,
    "igraph.components": cohesion.components,
    "igraph.transitivity": closure.transitivity,
    "igraph.mean_distance": cohesion.mean_distance,
    "igraph.articulation_points": cohesion.articulation_points,
    "igraph.largest_core": cohesion.largest_core,
    "igraph.degree_centralization": centralization.degree_centralization,
    "igraph.betweenness_centralization": centralization.betweenness_centralization,
    "sna.degree_centralization": centralization.degree_centralization,
    "sna.betweenness_centralization": centralization.betweenness_centralization,
    "sna.closeness_centralization": centralization.closeness_centralization,
}
ALL = {name: network for name, network in (networks() | directed_networks()).items() if network.vcount()}
"""R has no network without vertices."""


def as_line(name: str, network: igraph.Graph) -> str:
    direction = "directed" if network.is_directed() else "undirected"
    ties = " ".join(f"{edge.source}-{edge.target}" for edge in network.es)
    return ";".join((name, direction, str(network.vcount()), ties, "".join(sectors(network))))


def read(text: str) -> Found:
    rows = csv.reader(io.StringIO(text), delimiter=";")
    return {(name, measure, vertex): None if value == "NA" else float(value) for name, measure, vertex, value in rows}


def ours(name: str, network: igraph.Graph) -> Iterator[tuple[tuple[str, str, str], Value]]:
    if not network.is_directed():
        for measure, figure in WHOLE.items():
            yield (name, measure, ""), figure(network)
        for vertex, value in enumerate(positions.constraint(network)):
            yield (name, "igraph.constraint", str(vertex)), value
    groups = sectors(network)
    twice = 1 if network.is_directed() else 2
    of_all: dict[str, Sequence[Mapping[str, float]]] = {
        "raw": brokerage.brokerage(network, groups),
        "expected": brokerage.expected_brokerage(network, groups) or [],
    }
    for kind, each in of_all.items():
        for vertex, roles in enumerate(each):
            for role, times in roles.items():
                # R counts each pair of ends of a network without direction from both ends.
                both = 1 if role in {"gatekeeper", "representative"} else twice
                yield (name, f"sna.{kind}.{role}", str(vertex)), times * both


def apart(found: Found, expected: Found) -> dict[tuple[str, str, str], tuple[Value, Value]]:
    """What differs by more than 1e-9; what only one of the two has counts as None."""
    return {
        key: (found.get(key), value)
        for key, value in expected.items()
        if (found.get(key) is None) != (value is None)
        or (value is not None and not math.isclose(found[key] or 0, value, rel_tol=0, abs_tol=1e-9))
    }


def test_the_networks_are_those_that_r_was_given() -> None:
    """At least thirty, with isolates, components and directions; what R says is of these."""
    assert INPUT.read_text(encoding="utf-8").splitlines() == [as_line(name, network) for name, network in ALL.items()]
    assert len(ALL) > 40


@pytest.mark.parametrize("name", ALL)
def test_every_measure_is_that_of_r(name: str) -> None:
    """To 1e-9; where R has no number ours has none."""
    expected = {key: value for key, value in read(EXPECTED.read_text(encoding="utf-8")).items() if key[0] == name}
    found = dict(ours(name, ALL[name]))

    assert expected
    assert apart(found, expected) == {}


def test_r_says_so_still(tmp_path: Path) -> None:
    """The stored values are what the script prints."""
    rscript = shutil.which("Rscript")
    if rscript is None or subprocess.run([rscript, "-e", "library(igraph); library(sna)"], capture_output=True, check=False).returncode:
        pytest.skip(WITHOUT_R)
    copied = shutil.copy(INPUT, tmp_path)

    done = subprocess.run(
        [rscript, SCRIPT, copied], capture_output=True, check=True, encoding="utf-8", env={**os.environ, "LC_ALL": "C.UTF-8"}
    )

    assert apart(read(done.stdout), read(EXPECTED.read_text(encoding="utf-8"))) == {}
    assert read(done.stdout).keys() == read(EXPECTED.read_text(encoding="utf-8")).keys()
