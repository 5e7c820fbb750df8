"""What a load says it changes: new, otherwise than before, the same with a newer date, gone; and to whom it may be told."""

from dataclasses import replace
from datetime import date
from typing import Any

from graph.batches import batch_of, source_of
from graph.changes import Changes, ChangesSeen
from graph.connection import Graph
from graph.facts import Dataset
from graph.planning import plan_of
from graph.writing import apply_plan
from tests.building import Town

DATASET = Dataset(name="samples/register", title="見本", as_of=date(2026, 4, 1))


def loading(graph: Graph, town: Town, dataset: Dataset, version: str) -> Changes:
    source = source_of(dataset, loader="samples", checksum=version, file="sample.csv", loaded_at=f"2026-11-2{version}T09:00:00+00:00")
    plan = plan_of(graph, batch_of(dataset, town.facts, source))
    seen = ChangesSeen(graph)
    seen.see(plan)
    apply_plan(graph, plan, at=str(source.loaded_at))
    return seen.found()


def town_with(*names: str, **more: Any) -> Town:
    town = Town()
    provider = town.body("見本の会")
    for name in names:
        town.service(name, by=[provider], **more)
    return town


def test_fields_that_differ_are_named_with_before_and_after(graph: Graph) -> None:
    """A service whose registration was prolonged, one that is gone with its tie, and nothing of what stayed."""
    # Arrange
    first = loading(graph, town_with("送迎", "配食", valid_to=date(2026, 3, 31)), DATASET, "1")

    # Act
    found = loading(graph, town_with("送迎", valid_to=date(2027, 3, 31)), DATASET, "2")

    # Assert
    assert first.counts == {"added": {"Organization": 1, "PROVIDES": 2, "Service": 2}}
    assert {(one.kind, one.label, one.name) for one in found.shown} == {
        ("changed", "Service", "送迎"),
        ("retired", "Service", "配食"),
        ("retired", "PROVIDES", "見本の会 → 配食"),
    }
    (changed,) = [one for one in found.shown if one.kind == "changed"]
    assert [(one.name, one.before, one.after) for one in changed.fields] == [("valid_to", date(2026, 3, 31), date(2027, 3, 31))]


def test_a_newer_date_alone_is_no_change_of_content(graph: Graph) -> None:
    """The next month's file with the same content does not bury what has really changed."""
    loading(graph, town_with("送迎"), DATASET, "1")

    found = loading(graph, town_with("送迎"), replace(DATASET, as_of=date(2026, 5, 1)), "2")

    assert found.counts == {"supported": {"Organization": 1, "PROVIDES": 1, "Service": 1}}
    assert {(one.name, one.after) for change in found.shown for one in change.fields} == {("verified_on", date(2026, 5, 1))}


def test_what_was_for_few_is_not_told_to_many(graph: Graph) -> None:
    """A public source says of a restricted service otherwise: what was restricted stays so in the telling."""
    loading(graph, town_with("送迎", fee="内々の額"), replace(DATASET, visibility="restricted"), "1")

    found = loading(graph, town_with("送迎", fee="100円"), replace(DATASET, name="samples/public"), "2")

    (service,) = [one for one in found.shown if one.label == "Service"]
    assert ("fee", "内々の額") in {(one.name, one.before) for one in service.fields}
    assert service.visibility == "restricted"
