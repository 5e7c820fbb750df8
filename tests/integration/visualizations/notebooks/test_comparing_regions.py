"""The notebook keeps its word: it runs from top to bottom, and shows a comparison from loading the example to a figure."""

import json
from pathlib import Path
from typing import Any

import pytest

from graph.model.definitions import VISIBILITY_LEVELS

nbformat = pytest.importorskip("nbformat", reason="nbclient is not installed: pip install -e '.[test]'")
nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed: pip install -e '.[test]'")

ROOT = Path(__file__).parents[4]
NOTEBOOK = ROOT / "visualizations" / "notebooks" / "comparing_regions.ipynb"
LONGEST_CELL = 300
"""Seconds, on a busy machine."""
TOLD = """
import json
print(json.dumps({
    "nodes": len(nodes(graph, area="伊賀市")), "levels": sorted(set(nodes(graph)["visibility"])),
    "gap": needs.attrs, "needs": len(needs), "regions": json.loads(compared.to_json(orient="records")), "pairs": compared.attrs["pairs"],
    "long": json.loads(long.to_json(orient="records")), "vertices": network.vcount(),
}))
"""
"""What the notebook has in hand before it closes the graph."""


@pytest.fixture(scope="module")
def ran() -> Any:
    """The notebook with its outputs, and with a cell before its last that says what it has in hand."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    notebook.cells.insert(-1, nbformat.v4.new_code_cell(TOLD, id="told"))
    nbclient.NotebookClient(notebook, timeout=LONGEST_CELL, kernel_name="python3", resources={"metadata": {"path": str(ROOT)}}).execute()
    return notebook


@pytest.fixture(scope="module")
def told(ran: Any) -> dict[str, Any]:
    """What it had in hand."""
    (output,) = cell(ran, "told").outputs
    found: dict[str, Any] = json.loads(output.text)
    return found


def cell(notebook: Any, name: str) -> Any:
    return next(one for one in notebook.cells if one.id == name)


def shown(notebook: Any, name: str) -> Any:
    """The data of the one output of a cell."""
    (output,) = cell(notebook, name).outputs
    return output.data


def test_no_output_is_committed() -> None:
    """What a run shows is of that run: the file has neither outputs nor numbers of runs."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)

    nbformat.validate(notebook)
    assert [one.id for one in notebook.cells if one.cell_type == "code" and (one.outputs or one.execution_count)] == []


def test_every_text_is_in_both_languages() -> None:
    """Japanese first, English below."""
    texts = [one.source for one in nbformat.read(NOTEBOOK, as_version=4).cells if one.cell_type == "markdown"]

    assert len(texts) > 5
    for text in texts:
        japanese, english = (next(place for place, letter in enumerate(text) if among(letter)) for among in (_is_kana, _begins_english))
        assert japanese < english, text


def _is_kana(letter: str) -> bool:
    return "ぁ" <= letter <= "ヺ"


def _begins_english(letter: str) -> bool:
    return letter == "*"


def test_frames_are_of_the_public(told: dict[str, Any]) -> None:
    """Nobody is named, so that nothing above public is in any frame; a gap keeps what it was counted of."""
    assert told["nodes"] > 20
    assert told["levels"] == [VISIBILITY_LEVELS[0]]
    assert told["gap"]["audience"] == "public"
    assert told["gap"]["population"] >= told["needs"] > 0


def test_the_comparison_has_figures_and_reasons(told: dict[str, Any], ran: Any) -> None:
    """Known figures of the example; every region that is not tested says why."""
    regions = {one["area"]: one for one in told["regions"]}

    assert len(regions) == 4
    for region in regions.values():
        assert region["reasons"] or region["estimates.mean_degree.low"] is not None
    assert regions["栃木県高根沢町"]["figures.mean_degree"] is None
    assert "lists_members" in regions["栃木県高根沢町"]["reasons"]
    assert "mean_degree" in shown(ran, "compare")["text/html"]


def test_the_figure_is_drawn_with_the_numbers_of_the_frame(told: dict[str, Any], ran: Any) -> None:
    """An SVG that asks nothing of a network, with a mark for each value and the regions by name."""
    svg = shown(ran, "figure")["image/svg+xml"]

    assert told["long"]
    assert svg.count('aria-roledescription="point"') == len(told["long"])
    for one in told["long"]:
        assert one["area"] in svg
        assert one["figure"] in svg
    assert "<script" not in svg
    assert "http" not in svg.replace("http://www.w3.org/", "")


def test_igraph_goes_on_where_the_frames_end(told: dict[str, Any], ran: Any) -> None:
    """The bodies with most ties are named."""
    assert told["vertices"] > 20
    assert "つなぐ市" in shown(ran, "igraph")["text/plain"]
