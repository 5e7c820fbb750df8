"""Without the extra `notebook`: importing works, and what needs a package says how to get it."""

import subprocess
import sys
from typing import cast

import pytest

from graph.connection import Graph
from graph.notebook import as_networkx, comparison, connected_py2neo, differences, frame, gap, nodes, ties
from graph.notebook.extra import ExtraMissing, needed
from graph.settings import Settings

NO_GRAPH = cast("Graph", None)
"""None is needed: what is missing is said before a database is asked."""


def test_importing_needs_none_of_the_packages() -> None:
    """`graph.notebook` and `as_igraph` are there where pandas, networkx and py2neo are not."""
    blocked = "import sys; sys.modules.update(pandas=None, networkx=None, py2neo=None); from graph.notebook import as_igraph"

    assert subprocess.run([sys.executable, "-c", blocked], check=False).returncode == 0


@pytest.mark.parametrize(
    ("package", "ask"),
    [
        ("pandas", lambda: nodes(NO_GRAPH)),
        ("pandas", lambda: ties(NO_GRAPH)),
        ("pandas", lambda: gap(NO_GRAPH, "stale")),
        ("pandas", lambda: frame(NO_GRAPH, "gaps", "stale")),
        ("pandas", lambda: comparison(NO_GRAPH, ["伊賀市", "名張市"])),
        ("pandas", lambda: differences(None)),
        ("networkx", lambda: as_networkx(NO_GRAPH)),
        ("py2neo", lambda: connected_py2neo(cast("Settings", None))),
    ],
)
def test_what_is_missing_is_named_with_the_command(package: str, ask: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """In both languages: which package, and what to type."""
    monkeypatch.setitem(sys.modules, package, None)

    with pytest.raises(ExtraMissing) as raised:
        ask()  # type: ignore[operator]

    told = str(raised.value)
    assert "pip install 'tsunagu[notebook]'" in told
    assert f"{package} が、このPythonに入っていません" in told
    assert f"{package} is not installed" in told


def test_a_package_that_is_broken_is_not_called_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """What one of its own parts lacks is told as it is."""

    def broken(_name: str) -> None:
        raise ModuleNotFoundError("No module named 'numpy.core'", name="numpy.core")

    monkeypatch.setattr("graph.notebook.extra.import_module", broken)
    with pytest.raises(ModuleNotFoundError) as raised:
        needed("pandas")

    assert not isinstance(raised.value, ExtraMissing)
