"""A picture is moved by the hand: it stays where it was let go, small or large, and what is clicked afterwards is what is there."""

from collections.abc import Callable

import pytest

from tests.end_to_end.opened import POINT_ON_NODE, Opened
from tests.unit.visualizations.pictures import large

pytestmark = pytest.mark.browser
VIEW = "() => ({ ...tsunagu.network.getViewPosition(), scale: tsunagu.network.getScale() })"
EMPTY = """() => {
  const holder = tsunagu.graph.holder.getBoundingClientRect();
  for (let x = 20; x < holder.width - 200; x += 15)
    for (let y = 60; y < holder.height - 60; y += 15)
      if (tsunagu.network.getNodeAt({ x, y }) === undefined) return [holder.left + x, holder.top + y];
}"""


def dragged(opened: Opened, right: int, down: int) -> tuple[float, float]:
    """Drag the paper by so many pixels; how far the view moved, in pixels."""
    page = opened.page
    x, y = page.evaluate(EMPTY)
    before = page.evaluate(VIEW)
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(1, 11):
        page.mouse.move(x + right * step / 10, y + down * step / 10)
    page.mouse.up()
    after = page.evaluate(VIEW)
    assert page.evaluate("tsunagu.graph.holder.querySelector('canvas').style.transform") == ""
    return (before["x"] - after["x"]) * before["scale"], (before["y"] - after["y"]) * before["scale"]


@pytest.mark.parametrize("nodes", [60, 450])
def test_the_paper_goes_with_the_hand(open_picture: Callable[..., Opened], nodes: int) -> None:
    """The view is moved by just as far, twice in a row, and a click finds what lies under it then."""
    # Arrange
    opened = open_picture(large(nodes))

    # Act
    moved = [dragged(opened, 120, 45), dragged(opened, -70, 10)]
    opened.click(POINT_ON_NODE, "n0001")

    # Assert
    assert [(round(right), round(down)) for right, down in moved] == [(120, 45), (-70, 10)]
    assert opened.heading() == "みほん第1地域支え合いの会"
    assert opened.errors == []


def test_a_node_of_a_large_picture_is_dragged_alone(open_picture: Callable[..., Opened]) -> None:
    """The hand on a node takes the node along, and the paper stays."""
    # Arrange
    opened = open_picture(large(450), reduced_motion="reduce")
    page = opened.page
    page.evaluate("tsunagu.graph.centre('n0001')")
    before = page.evaluate(VIEW)
    at = page.evaluate("({ ...tsunagu.network.getPosition('n0001') })")
    x, y = page.evaluate(POINT_ON_NODE, "n0001")

    # Act
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(1, 11):
        page.mouse.move(x + 6 * step, y)
    page.mouse.up()

    # Assert
    after = page.evaluate("({ ...tsunagu.network.getPosition('n0001') })")
    assert page.evaluate(VIEW) == before
    assert (after["x"] - at["x"]) * before["scale"] > 30
