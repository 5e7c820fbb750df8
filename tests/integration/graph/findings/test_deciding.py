"""What people say of a finding: accepted until a day, resolved, open again; to whom it is shown."""

from datetime import date, timedelta

import pytest

from graph import loads
from graph.connection import Graph
from graph.errors import QueryMisused
from graph.findings.following import decide, follow, listed, one_finding
from graph.findings.refreshing import bring_up_to_date
from graph.findings.rows import findings_of_rows
from graph.model.ties import CollaboratesWith
from tests.building import TODAY
from tests.integration.graph.findings.followed import BY, GAP, kinds, load_again, reader, town_with_one_alone


def test_what_is_accepted_is_so_until_its_date(graph: Graph) -> None:
    """On the day itself it still is; the day after it shows as open, and the next load notes that."""
    town_with_one_alone(graph)
    (found,) = follow(reader(graph), GAP, by=BY)
    until = TODAY + timedelta(days=30)

    decide(reader(graph), found.id[:8], "accepted_until", until=until, by="municipality", why="来年度に考える")

    (accepted,) = listed(reader(graph, today=until), status="accepted_until")
    (lapsed,) = listed(reader(graph, today=until + timedelta(days=1)), status="open")
    bring_up_to_date(graph, operation=None, today=until)
    still = kinds(graph, found.id)
    bring_up_to_date(graph, operation=None, today=until + timedelta(days=1))
    assert accepted.id == lapsed.id == found.id
    assert still == ["followed", "decided"]
    assert kinds(graph, found.id) == ["followed", "decided", "lapsed"]


def test_one_that_is_accepted_and_returns_stays_accepted_until_its_date(graph: Graph) -> None:
    """A fact that came and went does not shorten what was agreed."""
    town, first, alone = town_with_one_alone(graph)
    (found,) = follow(reader(graph), GAP, by=BY)
    decide(reader(graph), found.id, "accepted_until", until=date(2099, 3, 31), by=BY, why="見守る")
    town.join(CollaboratesWith, alone, first)
    bring_up_to_date(graph, operation=load_again(graph, town), today=TODAY)

    loads.undo(graph, by=BY)

    assert one_finding(reader(graph), found.id).status == "accepted_until"


def test_what_somebody_calls_resolved_stays_so_while_the_row_is_there(graph: Graph) -> None:
    """A person may know more than the sources; following it again opens it."""
    town_with_one_alone(graph)
    (found,) = follow(reader(graph), GAP, by=BY)
    decide(reader(graph), found.id, "resolved", by=BY, why="電話で聞いた")

    bring_up_to_date(graph, operation=None, today=TODAY)
    stayed = one_finding(reader(graph), found.id).status
    follow(reader(graph), GAP, by=BY)

    assert stayed == "resolved"
    assert one_finding(reader(graph), found.id).status == "open"


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"status": "done"}, "finding_status"),
        ({"status": "accepted_until"}, "finding_until"),
        ({"status": "accepted_until", "until": TODAY - timedelta(days=1)}, "finding_until"),
        ({"status": "open", "until": TODAY}, "finding_until"),
        ({"status": "open", "why": " "}, "finding_without_reason"),
        ({"status": "open", "by": "山田"}, "unknown_role"),
        ({"status": "open", "why": "あ" * 2001}, "finding_note_long"),
    ],
)
def test_a_decision_that_says_too_little_is_refused(graph: Graph, given: dict[str, str], key: str) -> None:
    """A known status with its date, a role and a reason; nothing is written."""
    town_with_one_alone(graph)
    (found,) = follow(reader(graph), GAP, by=BY)

    with pytest.raises(QueryMisused, match=key):
        decide(reader(graph), found.id, **({"by": BY, "why": "理由"} | given))  # type: ignore[arg-type]

    assert kinds(graph, found.id) == ["followed"]


def test_each_audience_has_its_own(graph: Graph) -> None:
    """What is followed on behalf of everything is not shown to members, and nothing to the public."""
    town_with_one_alone(graph)
    (strict,) = follow(reader(graph, "restricted"), GAP, by=BY)

    assert listed(reader(graph)) == listed(reader(graph, "public")) == []
    with pytest.raises(QueryMisused, match="unknown_finding"):
        decide(reader(graph), strict.id, "resolved", by=BY, why="理由")
    with pytest.raises(QueryMisused, match="findings_for_members"):
        follow(reader(graph, "public"), "coverage_matrix", by=BY)
    (own,) = follow(reader(graph), GAP, by=BY)
    assert own.id != strict.id
    assert [one.finding for one in findings_of_rows(reader(graph), reader(graph).answer(GAP))] == [own]
