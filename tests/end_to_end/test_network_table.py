"""The table beside the network picture in a real Chromium: it holds the same, and selects and sorts."""

from collections.abc import Callable

import pytest

from tests.end_to_end.opened import POINT_ON_NODE, Opened
from visualizations.contract import Picture

pytestmark = pytest.mark.browser


def test_table_and_picture_hold_the_same(open_picture: Callable[..., Opened], picture: Picture) -> None:
    """The same things, and what is hidden in one is hidden in the other."""
    page = open_picture(picture).page
    rows = "kind => [...document.querySelectorAll(`tr[data-kind=${kind}]:not([hidden])`)].map((row) => row.dataset.id).sort()"

    page.keyboard.press("t")
    for _ in range(2):
        assert page.evaluate(rows, "node") == page.evaluate("tsunagu.nodes.map(({ id }) => id).filter(tsunagu.visible.node).sort()")
        assert page.evaluate(rows, "line") == page.evaluate("tsunagu.edges.map(({ id }) => id).filter(tsunagu.visible.line).sort()")
        page.click("#legend [data-key=community]")


def test_selection_goes_both_ways(open_picture: Callable[..., Opened], picture: Picture) -> None:
    """A row selects the mark, a mark selects the row."""
    opened = open_picture(picture)
    page = opened.page

    page.keyboard.press("t")
    page.click("tr[data-id=minami] button")
    from_row = page.evaluate("tsunagu.selected().node")
    page.click("#zoom-fit")
    opened.click(POINT_ON_NODE, "shakyo")

    assert from_row == "minami"
    assert page.get_attribute("tr.chosen", "data-id") == "shakyo"


def test_the_table_can_be_sorted(open_picture: Callable[..., Opened], picture: Picture) -> None:
    """By each column, and back; the head says how."""
    page = open_picture(picture).page
    numbers = "() => [...document.querySelectorAll('tr[data-kind=node] td.number')].map((cell) => Number(cell.textContent))"

    page.keyboard.press("t")
    head = page.locator("th", has_text="線の数")
    head.locator("button").click()
    rising = page.evaluate(numbers)
    head.locator("button").click()

    assert rising == sorted(rising)
    assert page.evaluate(numbers) == sorted(rising, reverse=True)
    assert head.get_attribute("aria-sort") == "descending"
