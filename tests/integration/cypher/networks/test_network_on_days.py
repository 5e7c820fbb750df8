"""Bodies and ties on two days: known answers on both engines, and what is joined, restricted or said to be absent."""

from datetime import date
from typing import Any

import pytest

from graph import merging
from graph.connection import Graph
from graph.errors import QueryMisused
from graph.facts import Dataset
from graph.ledger import Ledger
from graph.metrics.drawn_on_days import drawn_on_days
from graph.model.ties import CollaboratesWith
from graph.network import Network
from graph.reading import Reader
from tests.building import TODAY, Town, exhaustive_for, load_facts

EARLY, LATE = "2026-04-01T09:00:00+00:00", "2026-08-01T09:00:00+00:00"


def load(graph: Graph, town: Town, version: str, at: str) -> None:
    scopes = exhaustive_for("bodies", "ties")(town.area)
    load_facts(graph, Dataset(name="register", title="見本の資料", as_of=TODAY, scopes=scopes), town.facts, version=version, at=at)


def on_days(graph: Graph, first: str, second: str, *, audience: str = "members") -> dict[str, dict[str, Any]]:
    reader = Reader(graph, audience=audience, today=TODAY)
    found = reader.rows("networks", "network_on_days", since=date.fromisoformat(first), until=date.fromisoformat(second))
    return {row["name"]: row for row in found}


def test_what_stood_on_each_day(graph: Graph) -> None:
    """On the evening of the day; a tie that comes to be absent goes; what is restricted is not told to members."""
    # Arrange
    old, new = Town(), Town()
    one, gone = old.bodies("い会", "なくなる会")
    old.join(CollaboratesWith, one, gone)
    old.join(CollaboratesWith, old.body("内々の会", visibility="restricted"), one)
    load(graph, old, "1", EARLY)
    one, come = new.bodies("い会", "来た会")
    new.join(CollaboratesWith, one, come, state="absent")
    load(graph, new, "2", LATE)

    # Act
    found = on_days(graph, "2026-04-01", "2026-08-01")

    # Assert
    tie = next(name for name in found if "→" in name)
    assert {name: (row["on_first"], row["on_second"], row["stands"]) for name, row in found.items()} == {
        "い会": (True, True, True),
        "なくなる会": (True, False, False),
        "来た会": (False, True, True),
        tie: (True, False, False),
    }
    assert {found[name]["happened_on"] for name in ("なくなる会", "来た会", tie)} == {"2026-08-01"}
    assert (found["い会"]["happened_on"], found["い会"]["first_sources"]) == (None, ["register"])
    assert on_days(graph, "2026-01-01", "2026-03-31") == {}
    assert "内々の会" in on_days(graph, "2026-04-01", "2026-08-01", audience="restricted")


def test_a_body_that_was_joined_with_another_is_the_other_on_both_days(graph: Graph) -> None:
    """It did not go: its ties are those of the one that is kept, also one that went since."""
    # Arrange
    town, later = Town(), Town()
    kept, double, friend = town.bodies("社会福祉協議会", "社協", "い会")
    town.join(CollaboratesWith, double, friend)
    later.bodies("社会福祉協議会", "社協", "い会")
    load(graph, town, "1", EARLY)
    merging.merge(graph, kept.id, double.id, by="coordinator", reason="同じ団体")
    load(graph, later, "2", "2100-01-01T00:00:00+00:00")
    reader = Reader(graph, today=TODAY)
    rows = reader.rows("networks", "network_on_days", since=date(2026, 5, 1), until=date(2100, 1, 1))

    # Act
    network = Network.of(reader.rows("networks", "bodies_and_ties")[0]).named()
    found = drawn_on_days(rows, network, Ledger.of(graph).redirects)

    # Assert
    assert found.first.bodies == found.second.bodies == {kept.id, friend.id}
    assert (found.first.ties, found.second.ties) == (frozenset({frozenset((kept.id, friend.id))}), frozenset())


def test_it_is_for_members(embedded_graph: Graph) -> None:
    """What was withdrawn is not for the public."""
    with pytest.raises(QueryMisused, match="question_not_for_audience"):
        on_days(embedded_graph, "2026-04-01", "2026-08-01", audience="public")
