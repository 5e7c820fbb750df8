"""What the state of the sources means for a question."""

from datetime import date
from typing import Any

import pytest

from graph.source_notes import state_of_sources
from tests.building import TODAY

OLD, NEW = date(2024, 11, 22), date(2024, 11, 23)


def source(dataset: str, *kinds: str, as_of: date | None = NEW, title: str | None = None) -> dict[str, Any]:
    return {"dataset": dataset, "title": title, "as_of": as_of, "kinds": [f"{kind} examples" for kind in kinds]}


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ([], [("no_source", {})]),
        ([source("甲", "ties")], [("no_source", {})]),
        ([source("甲", "needs", title="計画書"), source("乙", "ties")], [("one_source", {"title": "計画書"})]),
        ([source("甲", "needs")], [("one_source", {"title": "甲"})]),
        ([source("甲", "needs"), source("乙", "needs", as_of=OLD)], []),
        ([source("甲", "needs", as_of=OLD), source("乙", "needs", as_of=OLD)], [("old_sources", {"newest": "2024-11-22"})]),
        ([source("甲", "needs", as_of=OLD), source("乙", "needs", as_of=None)], []),
        ([source("甲", "needs", as_of=OLD)], [("one_source", {"title": "甲"}), ("old_sources", {"newest": "2024-11-22"})]),
    ],
)
def test_no_source_one_source_and_old_sources_are_told(sources: list[dict[str, Any]], expected: list[tuple[str, dict[str, str]]]) -> None:
    """Of the kind that is asked about; a source without a day is not known to be old."""
    assert state_of_sources(sources, "needs", TODAY, of_one_area=True) == expected


def test_of_all_areas_together_only_silence_is_told() -> None:
    """One source of a whole graph may be the only one of each of its areas or of none."""
    assert state_of_sources([source("甲", "needs", as_of=OLD)], "needs", TODAY, of_one_area=False) == []
    assert state_of_sources([], "needs", TODAY, of_one_area=False) == [("no_source", {})]
